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
    { activity: "multi-accueil", unit: "accueil", annualIncome: "40000", minutes: 60, householdChildren: 1 },
    [
      [{}, "2.06"],
      [{ householdChildren: 2 }, "1.72"],
      [{ annualIncome: "120000" }, "5.26"],
      [{ annualIncome: "120000", householdChildren: 2 }, "4.39"],
      // nursery.md § 1.2: a month's 765,77 € and 7 000 €.
      [{ annualIncome: "9189.24", householdChildren: 1 }, "0.47"],
      [{ annualIncome: "9189.24", householdChildren: 2 }, "0.40"],
      [{ annualIncome: "9189.24", householdChildren: 3 }, "0.32"],
      [{ annualIncome: "9189.24", householdChildren: 4 }, "0.24"],
      [{ annualIncome: "9189.24", householdChildren: 8 }, "0.16"],
      [{ annualIncome: "84000", householdChildren: 1 }, "4.33"],
      [{ annualIncome: "84000", householdChildren: 2 }, "3.61"],
      [{ annualIncome: "84000", householdChildren: 3 }, "2.89"],
      [{ annualIncome: "84000", householdChildren: 4 }, "2.17"],
      [{ annualIncome: "84000", householdChildren: 8 }, "1.44"],
      // The trap of nursery.md: 8 500 × 0,0310 % is 2,635 exactly.
      [{ annualIncome: "102000", householdChildren: 4 }, "2.64"],
      [{ annualIncome: undefined }, "missingFact"],
      [{ activity: "alsh-vacances", unit: "sortie", cost: "21.35", ...resident }, "10.68"],
      [{ activity: "alsh-vacances", unit: "sortie", cost: "21.35", ...outside }, "21.35"],
      [{ activity: "ecole-de-musique", unit: "violon", audience: "child", rank: 2, instalment: 1 }, "21.34"],
      [{ activity: "ecole-de-musique", unit: "violon", audience: "child", rank: 2, instalment: 3 }, "21.33"],
      [
        { activity: "ecole-de-musique", unit: "violon", audience: "child", rank: 2, instalment: 4 },
        "noInstalment",
      ],
      [
        {
          activity: "periscolaire-rue",
          unit: "soir",
          ...qf("900"),
          events: [{ on: "latePickUp", minutes: 16 }],
        },
        "11.40",
      ],
      [
        {
          activity: "periscolaire-rue",
          unit: "soir",
          ...qf("900"),
          events: [{ on: "latePickUp", minutes: 16, paidWithSibling: true }],
        },
        "1.40",
      ],
    ],
  ],
];
