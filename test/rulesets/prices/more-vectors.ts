import {
  meal,
  child,
  qf,
  outside,
  resident,
  unbooked,
  late,
  latePickUp,
  day,
  halfHour,
  absent,
  contract,
  psu,
  type PriceVector,
} from "./price-cases.ts";

/** One vector for each idea of the other files. The day is Friday 6 November 2026. */
export const moreVectors: readonly PriceVector[] = [
  [
    "r01-villes-soeurs",
    { activity: "alsh", unit: "journee" },
    [
      [{ days: 1 }, "5.00"],
      [{ days: 4 }, "20.00"],
      [{ days: 5 }, "20.00"],
      [{ unit: "journee-repas", days: 5, supplements: [{ code: "repas", quantity: 5 }] }, "37.50"],
      [{}, "missingFact"],
    ],
  ],
  [
    "r10-medoc-estuaire",
    halfHour,
    [
      [qf("200"), "0.20"],
      [qf("4000"), "0.50"],
    ],
  ],
  [
    "r16-poulainville",
    meal,
    [
      [{}, "4.00"],
      [unbooked(), "6.00"],
    ],
  ],
  [
    "r23-vailhauques",
    meal,
    [
      [late, "6.00"],
      [unbooked(), "10.00"],
      [absent("other"), "2.99"],
      [absent("illness", { proofAt: "2026-11-06T09:00" }), "0.00"],
    ],
  ],
  ["r24-le-cres", meal, [[absent("illness", { proofAt: "2026-11-07T12:00" }), "noTariff"]]],
  [
    "r29-jacob-bellecombette",
    meal,
    [
      [unbooked(), "6.00"],
      [absent("illness", { proofAt: "2026-11-07T12:00" }), "0.00"],
      [absent("illness", { proofAt: "2026-11-07T12:01" }), "4.00"],
    ],
  ],
  [
    "r36-saussay",
    { ...meal, regular: false },
    [
      [{ enrolledChildren: 1 }, "4.50"],
      [{ enrolledChildren: 2 }, "4.40"],
      [{ enrolledChildren: 5 }, "4.25"],
      [{ regular: true }, "0.00"],
      [{ unit: "panier-pai" }, "25.00"],
      [{ activity: undefined, unit: undefined, fee: "carte", enrolledChildren: 2 }, "57.00"],
    ],
  ],
  [
    "r37-la-selle-craonnaise",
    { ...child, school: "elementary", rank: 1 },
    [
      [{}, "3.70"],
      [{ school: "preschool" }, "3.30"],
      [{ rank: 3 }, "3.30"],
      [{ audience: "adult" }, "7.00"],
      [late, "4.20"],
    ],
  ],
  [
    "r38-le-sourn",
    { ...day, ...resident },
    [
      [qf("950"), "10.50"],
      [qf("951"), "11.60"],
      [qf("1251"), "13.85"],
      [outside, "16.40"],
      [{ unit: "navette" }, "0.75"],
      [{ ...meal, ...unbooked(1) }, "5.49"],
      [{ ...meal, ...unbooked(2) }, "10.49"],
      [{ ...qf("950"), ...latePickUp(2) }, "25.50"],
    ],
  ],
  [
    "r39-saint-colomban",
    child,
    [
      [absent("other"), "3.75"],
      [{ ownMeal: true }, "2.15"],
      [{ activity: undefined, unit: undefined, fee: "inscription-tardive" }, "25.00"],
    ],
  ],
  [
    "saint-denis",
    meal,
    [
      [qf("100"), "0.00"],
      [{ ...qf("100"), ...unbooked() }, "0.15"],
      [{ qf: { value: "100", from: "2025-01-01" }, ...unbooked(), date: "2025-06-05" }, "2.15"],
      [{ ...unbooked(), date: "2025-06-05" }, "6.91"],
    ],
  ],
  ["bas-en-basset", meal, [[late, "7.60"]]],
  ["paris-11", meal, [[{}, "7.00"]]],
  [
    "ponthieu-marquenterre",
    { activity: "multi-accueil", unit: "accueil", minutes: 60, date: "2025-10-01" },
    [
      // rules.md, PSU: 40,000 € a year, then the ceiling of 8,500 €.
      [psu("3333.33", 1), "2.06"],
      [psu("3333.33", 2), "1.72"],
      [psu("10000", 1), "5.26"],
      [psu("10000", 2), "4.39"],
      // The trap of nursery.md: 8,500 × 0,0310 % is 2,635 exactly.
      [psu("8500", 4), "2.64"],
      // nursery.md § 1.2: 765,77 € and 7 000 € in 2024, and one child with the AEEH more.
      ...["0.47", "0.40", "0.32", "0.24"].map(
        (rate, index) => [{ ...psu("765.77", index + 1), date: "2024-10-01" }, rate] as const,
      ),
      [{ ...psu("765.77", 8), date: "2024-10-01" }, "0.16"],
      ...["4.33", "3.61", "2.89", "2.17"].map(
        (rate, index) => [{ ...psu("7000", index + 1), date: "2024-10-01" }, rate] as const,
      ),
      [{ ...psu("7000", 8), date: "2024-10-01" }, "1.44"],
      [{ psu: { monthlyIncome: "7000", children: 2, aeeh: 1 }, date: "2024-10-01" }, "2.89"],
      // Running contracts followed the ceilings on their days; resources below the floor count as it.
      [{ ...psu("9000", 1), date: "2024-08-31" }, "3.71"],
      [{ ...psu("9000", 1), date: "2025-08-31" }, "4.33"],
      [{ ...psu("300", 1), date: "2024-10-01" }, "0.47"],
      [{ psu: { unknown: "nil", children: 1 }, date: "2024-10-01" }, "0.47"],
      [{ psu: { unknown: "notGiven", children: 1 }, date: "2024-10-01" }, "4.33"],
      // The file's own floor of 2026; each half-hour that has begun is due.
      [{ ...psu("300", 1), date: "2026-11-06" }, "0.50"],
      [{ ...psu("3000", 1), minutes: 130 }, "4.65"],
      [{}, "noPsuRate"],
      [{ ...psu("3000", 1), date: "2020-11-06" }, "noPsuRate"],
      // nursery.md § 1.3: 34 hours, 42 weeks, 12 months; at 1,86 € here.
      [{ ...psu("3000", 1), contract: contract(34 * 42 * 60, 12) }, "221.34"],
      // Ended at the end of June: 6 × 119 hours billed, 680 planned: 34 are given back.
      [
        {
          ...psu("3000", 1),
          contract: {
            ...contract(34 * 42 * 60, 12),
            index: 6,
            ended: {
              lastDay: "2025-10-31",
              months: [120, 120, 120, 110, 110, 100].map((hours, index) => ({
                firstDay: `2025-0${index + 4}-01`,
                plannedMinutes: hours * 60,
                ...psu("3000", 1),
              })),
            },
          },
        },
        "158.10",
      ],
    ],
  ],
];
