import { countOf, formatCents, formatMoment, parisDateTime, type Cents } from "#kernel";

/** Words of the page of the places that are kept for a family. */
export const texts = {
  title: "Places gardées",
  back: (label: string) => `Famille ${label}`,
  none: "Aucune place n’est gardée",
  noneMore: "Une place gardée est réservée une fois payée, ou rendue à la fin de son délai.",
  lead: "Ces places attendent leur paiement. Elles se paient en ligne, ou à la régie avec le compte du payeur.",
  columns: { place: "Place", until: "Gardée jusqu’au", price: "À payer" },
  until: (at: Temporal.Instant) =>
    formatMoment(parisDateTime(at).toPlainDate(), parisDateTime(at).toPlainTime()),
  price: (price: Cents | null, awaits: boolean) =>
    awaits
      ? "paiement en cours"
      : price === null
        ? "connu avec la facture"
        : price === 0
          ? "rien"
          : formatCents(price),
  book: "Réserver sans paiement",
  which: "Places à réserver",
  whichHint: "Celles dont le prix n’est connu qu’avec la facture, ou qui sont gratuites.",
  whichMissing: "Choisissez au moins une place.",
  reason: "Pourquoi",
  reasonHint: "La famille le lit dans son historique.",
  reasonMissing: "Écrivez pourquoi rien n’est demandé.",
  look: "Vérifier",
  confirm: "Réserver sans paiement",
  change: "Changer",
  books: (count: number) =>
    `${countOf(count, "place sera réservée", "places seront réservées")}, sans rien encaisser. La facture du mois demandera ce qui est dû.`,
  submit: "Réserver",
  changed:
    "Une de ces places n’est plus gardée, ou se paie. Rien n’est réservé : voici ce qui est gardé maintenant.",
  done: (count: number) => countOf(count, "place réservée", "places réservées"),
};
