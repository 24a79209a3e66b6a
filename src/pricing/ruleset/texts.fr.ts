const number = (value: number) => value.toLocaleString("fr-FR", { useGrouping: false });

/** What the check of the prices says. */
export const texts = {
  pricedTwice: (unit: string) =>
    `« ${unit} » a déjà un prix plus haut : gardez-en un, ou nommez les prestations avec « units ».`,
  empty: "Cette tranche ne contient aucun quotient : sa fin est avant son début. Inversez ses bornes.",
  overlap: (qf: number, one: string, other: string) =>
    `Deux tranches se recouvrent au quotient ${number(qf)}, qui aurait deux prix (${one} € et ${other} €) : décidez laquelle le garde, et écrivez « above: » ou « below: » pour l’autre.`,
  hole: (span: string) =>
    `Un quotient ${span} n’a pas de prix : étendez une tranche voisine, ou ajoutez-en une.`,
  exactly: (qf: number) => `de ${number(qf)}`,
  from: (qf: number) => `à partir de ${number(qf)}`,
  above: (qf: number) => `au-dessus de ${number(qf)}`,
  to: (qf: number) => `et jusqu’à ${number(qf)}`,
  below: (qf: number) => `et en dessous de ${number(qf)}`,
} as const;
