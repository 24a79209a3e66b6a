/** A price by quotient for residents, another one for the others, less for the second child. */
const ENTRIES = [
  {
    name: "Tarif de l’année",
    price: {
      kind: "cases",
      cases: [
        { when: { residence: "outside" }, price: "4.90" },
        {
          price: {
            kind: "brackets",
            brackets: [
              { below: 700, price: "2.60" },
              { from: 700, to: 1000, price: "3.20" },
              { above: 1000, price: "3.90" },
            ],
          },
        },
      ],
    },
    adjustments: [{ name: "Deuxième enfant", when: { rank: { from: 2 } }, percent: "-10" }],
    missingQf: "highest",
  },
];

/** Every activity has a tariff, and the families are residents: their pages say what everything costs. */
export const tariffStatements: readonly string[] = [
  `insert into territory_commune (name) values ('Rue') on conflict do nothing`,
  `insert into tariff_rule (activity_id, section, valid_from, entries, by_label, at)
   select id, 'prices', date '2020-01-01', '${JSON.stringify(ENTRIES)}', 'Mesures', now() from activity`,
];
