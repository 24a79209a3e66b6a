import { formatCents, formatDay, formatMonth, formatOfMonth, type Cents } from "#kernel";

/** Words of the page on which an agent lets penalties off. */
export const texts = {
  title: (month: Temporal.PlainYearMonth) => `Pénalités ${formatOfMonth(month)}`,
  back: "Factures de la famille",
  none: "Aucune pénalité ce mois-ci",
  previous: "Mois précédent",
  next: "Mois suivant",
  months: "Mois",
  count: (count: number) => (count === 1 ? "1 pénalité" : `${count} pénalités`),
  columns: { day: "Jour", child: "Enfant", what: "Prestation", why: "Explication", amount: "Montant" },
  invoiced: (amount: Cents) => `Déjà facturée : ${formatCents(amount)}.`,
  waive: {
    title: "Ne pas demander une pénalité",
    lead: "Tant que le mois n’est pas émis, la facture la montre à 0 €. Si elle est déjà facturée, la prochaine facturation du mois la rend par un avoir.",
    which: "Lesquelles ?",
    option: (day: Temporal.PlainDate, child: string, what: string, amount: Cents) =>
      `${formatDay(day)}, ${[child, what].filter((word) => word !== "").join(", ")} : ${formatCents(amount)}`,
    choose: "Cochez au moins une pénalité.",
    reason: "Raison",
    reasonHint: "La famille la lit sur sa facture.",
    missing: "Écrivez la raison : la famille la lit.",
    submit: "Ne pas la demander",
  },
  toGiveBack: (month: Temporal.PlainYearMonth) =>
    `Elle est déjà facturée : l’avoir part quand ${formatMonth(month)} est préparé à nouveau, puis émis.`,
  done: "C’est noté : la pénalité n’est pas demandée.",
  unknown: "Cette pénalité n’est plus due telle quelle : regardez la liste d’aujourd’hui.",
  drafting: "La facturation de ce mois se prépare en ce moment. Recommencez dans une minute.",
};
