import { cents, countOf, formatCents, type Cents } from "#kernel";

/** Words of the page on which an agent gives a price that the tariff has none for. */
export const texts = {
  title: "Donner un prix",
  back: "Revenir à la relecture",
  lead: "Le tarif n’a pas de prix pour ces lignes, et il ne change pas pour un jour passé. Donnez le prix vous-même : la famille lit « Prix fixé par », votre nom, la date et la raison.",
  lines: "Lignes qui reçoivent ce prix",
  linesHint: "La même prestation seulement. Tous les jours d’une ligne reçoivent le prix.",
  price: "Prix de chaque jour, en euros",
  priceHint: "Tout compris : suppléments et pénalités aussi. Écrivez 0 si rien n’est dû.",
  reason: "Raison, que la famille lit",
  reasonHint: "Par exemple : tranche oubliée dans le tarif de novembre.",
  submit: "Vérifier",
  choose: "Cochez au moins une ligne.",
  badPrice: "Écrivez un montant en euros, comme 3,20, et au plus 9 999.",
  missing: "Écrivez la raison : la famille la lit.",
  each: (family: string, what: string) => `${family} – ${what}`,
  check: "Vérifier : donner un prix",
  checkLead: "Rien n’est encore enregistré.",
  change: "Revenir au formulaire",
  columns: { family: "Famille", what: "Ligne", price: "Prix de chaque jour", total: "En tout" },
  caption: "Ce que chaque famille devra",
  eachFamily: "Voir chaque famille",
  total: (families: number, days: number, price: Cents) =>
    `${countOf(families, "famille")}, ${countOf(days, "jour")} à ${formatCents(price)}, soit ${formatCents(cents(days * price))} en tout.`,
  family: (by: string, reason: string) =>
    `La famille lira : « Prix fixé par ${by}, parce que le tarif n’en dit pas : ${reason.replace(/[.!?]$/, "")}. »`,
  next: "Le brouillon est refait avec ce prix. Toutes les facturations de ce mois le suivront ; vous pourrez le changer tant que le mois n’est pas émis, et par un avoir ou un complément ensuite.",
  confirm: "Donner ce prix et recalculer",
  leave: "Ne rien changer",
  refused: {
    title: "Le prix n’est pas enregistré",
    over: "Ce brouillon a été refait, émis ou abandonné entre-temps. Ouvrez la facturation en cours de ce mois, et donnez le prix là.",
    gone: "Ces lignes ne sont plus dans ce brouillon : elles ont un prix, ou ne sont plus dues. Revenez à la relecture.",
    next: "Voir les facturations",
  },
} as const;
