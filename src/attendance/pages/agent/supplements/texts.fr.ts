/** The words of what a child took besides its place. */
export const texts = {
  title: "Suppléments",
  back: "Revenir au pointage du jour",
  lead: (who: string, unit: string, day: string) => `${who}, ${unit}, ${day}.`,
  taken: "Ce qui est noté",
  nothing: "Rien n’est noté pour cette séance.",
  line: (name: string, quantity: number) => (quantity === 1 ? name : `${name} × ${quantity}`),
  by: (who: string, when: string) => `noté par ${who}, ${when}`,
  takenBack: "retiré",
  takeBack: "Retirer un",
  add: "Noter un supplément",
  which: "Supplément",
  save: "Noter",
  done: { noter: "C’est noté.", retirer: "C’est retiré." },
  none: "Le tarif de ce jour n’a pas de supplément.",
  billed: "Ce qui est noté ici est facturé au prix du règlement, sur une ligne à part.",
  billedAlready: "Ce mois est déjà facturé : un changement fera un complément ou un avoir.",
  refusals: {
    future: "Ce jour n’est pas encore venu : notez-le ce jour-là.",
    "not-offered": "Le tarif de ce jour n’a pas ce supplément : rien n’a été noté.",
    "not-taken": "Ce supplément n’est plus noté : rien n’a été retiré.",
  },
} as const;
