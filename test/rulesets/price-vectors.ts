/** What is asked of a file, but the day and the quotient: a unit or a fee, and facts. */
export type Asked = Readonly<Record<string, unknown>>;

/** File, what is asked, its cases: the facts that change, and the price or the hole. */
export type PriceVector = readonly [string, Asked, readonly (readonly [Asked, string])[]];

const meal = { activity: "cantine", unit: "repas" };
const child = { ...meal, audience: "child", residence: "resident", regular: true };
const qf = (value: string) => ({ qf: { value, from: "2026-01-01" } });
const outside = { residence: "outside" };
const resident = { residence: "resident" };
const unbooked = (time = 1) => ({ events: [{ on: "unbooked", time }] });
const late = { events: [{ on: "lateBooking" }] };
const latePickUp = (time: number) => ({ events: [{ on: "latePickUp", time }] });
const day = { activity: "mercredi", unit: "journee" };
const halfHour = { activity: "garderie", unit: "soir", minutes: 30 };
const absent = (reason: string, more: object = {}) => ({
  absence: { reason, since: "2026-11-05T12:00", ...more },
});

/** The worked vectors of domain/rules.md, and one for each idea of each file. The day is Friday 6 November 2026. */
export const priceVectors: readonly PriceVector[] = [
  [
    "r03-les-pieux",
    child,
    [
      [qf("0"), "0.00"],
      [qf("400"), "2.20"],
      [qf("579"), "3.18"],
      [qf("580"), "3.19"],
      [{ regular: false }, "3.61"],
      [{ ownMeal: true }, "1.62"],
      [{ audience: "adult" }, "5.86"],
      [{}, "3.19"],
    ],
  ],
  [
    "r34-fay-aux-loges",
    child,
    [
      [qf("500"), "2.60"],
      [qf("723"), "2.60"],
      [qf("1000"), "3.60"],
      [qf("1250"), "4.50"],
      [qf("1300"), "4.50"],
      [{ ownMeal: true }, "1.75"],
      [{ activity: "repas-adultes" }, "4.80"],
      [{}, "4.50"],
    ],
  ],
  [
    "r08-mouais",
    halfHour,
    [
      [qf("150"), "0.54"],
      [qf("200"), "0.54"],
      [qf("1000"), "2.70"],
      [qf("2500"), "6.75"],
      [qf("3000"), "6.75"],
      [{ ...qf("1000"), minutes: 61 }, "8.10"],
      [{ ...qf("1000"), supplements: [{ code: "gouter", quantity: 1 }] }, "3.70"],
      [{ ...qf("1000"), supplements: [{ code: "repas", quantity: 1 }] }, "noSupplement"],
      [{}, "noQf"],
    ],
  ],
  [
    "r04-ploermel",
    { activity: "alsh-ete", unit: "journee", ...resident },
    [
      [qf("500"), "6.50"],
      [qf("1000"), "11.00"],
      [qf("1500"), "15.50"],
      [{ ...qf("1000"), ...outside }, "14.00"],
      [{ ...qf("1000"), supplements: [{ code: "sortie", quantity: 1 }] }, "13.00"],
      [{ ...qf("1409"), unit: "demi-journee-repas" }, "11.27"],
      [{ ...qf("1410"), unit: "demi-journee-repas" }, "11.28"],
      [{ ...qf("1000"), unit: "semaine", days: 5 }, "50.00"],
      [{ ...qf("500"), unit: "semaine", days: 5 }, "34.00"],
      [{ ...qf("1500"), unit: "semaine", days: 5, ...outside }, "85.00"],
      [{ unit: "semaine", days: 5 }, "70.00"],
      [{ ...qf("1000"), residence: undefined }, "missingFact"],
    ],
  ],
  [
    "r05-saffre",
    { ...day, ...resident, enrolledChildren: 1 },
    [
      [{ ...qf("700"), ...outside }, "12.05"],
      [{ ...qf("700"), enrolledChildren: 3 }, "8.50"],
      [{ ...qf("400"), enrolledChildren: 3 }, "7.20"],
      [qf("450"), "noBracket"],
      [qf("2000"), "24.90"],
      [{}, "24.90"],
      [{ ...qf("400"), unit: "matin-repas" }, "6.35"],
      [{ activity: undefined, unit: undefined, fee: "carte" }, "22.00"],
      [{ activity: undefined, unit: undefined, fee: "carte", ...outside }, "24.00"],
    ],
  ],
  [
    "r06-hauterives",
    { ...day, ...resident },
    [
      [qf("800"), "13.00"],
      [{ ...qf("800"), ...outside }, "15.00"],
      [qf("1200"), "15.00"],
      [qf("1200.01"), "16.00"],
    ],
  ],
  [
    "r07-2c2r",
    { activity: "garderie", unit: "soir", minutes: 90, ...resident },
    [
      [qf("900"), "1.44"],
      [{ ...qf("900"), ...outside }, "2.88"],
      [{ ...qf("900"), minutes: 61 }, "1.44"],
      [{ ...qf("900"), minutes: 0 }, "0.00"],
      [{ ...qf("900"), minutes: undefined }, "missingFact"],
    ],
  ],
  [
    "r15-mametz",
    child,
    [
      [qf("699.99"), "0.50"],
      [qf("700"), "1.00"],
      [qf("1000"), "1.00"],
      [qf("1000.01"), "3.10"],
      [{ audience: "adult" }, "4.50"],
      [{ ...qf("700"), ...absent("illness", { toldAt: "2026-11-05T08:59" }) }, "0.00"],
      [{ ...qf("700"), ...absent("illness", { toldAt: "2026-11-05T09:01" }) }, "1.00"],
      [{ ...qf("700"), ...absent("illness", { toldAt: "2026-11-05T08:59" }), date: "2026-11-09" }, "1.00"],
    ],
  ],
  [
    "r02-coeur-de-garonne",
    { activity: "alae", unit: "soir", ...qf("800") },
    [
      [{}, "3.10"],
      [unbooked(), "6.20"],
      [latePickUp(3), "3.10"],
      [latePickUp(4), "18.10"],
      [{ events: [{ on: "latePickUp" }] }, "missingFact"],
      [{ qf: { value: "800", from: "2025-01-01", until: "2026-01-31" } }, "4.20"],
      [absent("illness", { proofAt: "2026-12-01T09:00" }), "0.00"],
      [absent("illness"), "3.10"],
      [{ ...absent("authority"), qf: undefined }, "0.00"],
    ],
  ],
  [
    "r22-la-tessoualle",
    meal,
    [
      [{}, "4.40"],
      [late, "5.40"],
      [{ category: "cispa" }, "6.22"],
    ],
  ],
  [
    "r20-saint-romain-d-ay",
    meal,
    [
      [{}, "4.00"],
      [late, "5.50"],
      [{ activity: "garderie", unit: "matin" }, "1.30"],
      [{ activity: "garderie", unit: "soir" }, "1.95"],
      [absent("illness"), "noAbsenceRule"],
    ],
  ],
  [
    "r35-saint-caprais-de-bordeaux",
    child,
    [
      [{}, "2.85"],
      [unbooked(), "4.85"],
      [outside, "4.00"],
      [{ audience: "adult" }, "5.05"],
      [{ ...outside, ownMeal: true }, "1.45"],
    ],
  ],
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
