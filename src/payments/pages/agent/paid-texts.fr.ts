import { invoiceNumber, type InvoiceNumber } from "#billing";
import { cents, formatCents, formatDayAndYear, type Cents, quoted } from "#kernel";

import type { BACK_OFFICE_MEANS, RefundMeans } from "../../received/refund.ts";

const standing = (balance: number) =>
  balance === 0
    ? "rien à régler"
    : balance > 0
      ? `${formatCents(cents(balance))} à régler`
      : `${formatCents(cents(0 - balance))} en sa faveur`;

/** Words of the page of a payment on line, where an agent gives it back or notes that it was rejected. */
export const texts = {
  title: (amount: Cents) => `Paiement en ligne de ${formatCents(amount)}`,
  back: "Paiements en ligne",
  search: "Référence du paiement",
  searchHint: "Celle du reçu, du relevé de PayFiP ou du relevé de compte.",
  searchSubmit: "Trouver",
  searchTitle: "Trouver un paiement",
  searchNone: (refdet: string) => `Aucun paiement reçu ne porte la référence ${quoted(refdet)}.`,
  payer: "Compte",
  by: "Payé par",
  received: "Reçu",
  means: "Moyen",
  refdet: "Référence",
  authorisation: "Autorisation",
  family: "Famille",
  account: "Voir le compte",
  balance: "Le compte aujourd’hui",
  standing,
  refunds: "Ce qui a été rendu",
  columns: { day: "Le", amount: "Montant", means: "Moyen", reason: "Raison", by: "Par" },
  meansOf: { card: "Carte bancaire", debit: "Prélèvement" },
  reversed: (day: Temporal.PlainDate, by: string) =>
    `Rejeté le ${formatDayAndYear(day)}, noté par ${by}. Ce qu’il réglait est de nouveau à régler.`,
  reason: "Raison",
  reasonHint: "La famille la lit dans le message qui lui est envoyé.",
  reasonMissing: "Écrivez la raison.",
  refund: {
    title: "Rembourser",
    most: (most: Cents) =>
      `${formatCents(most)} au plus peuvent être rendus : ce qui est en faveur du compte, sans dépasser ce paiement.`,
    none: "Rien ne peut être rendu : le compte n’a rien en sa faveur, ou tout ce paiement a été rendu. Pour rendre ce qui règle une facture, corrigez d’abord la facture : l’avoir mettra le compte en faveur de la famille.",
    amount: "Montant, en euros",
    badAmount: (most: Cents) => `Écrivez un montant entre 0,01 € et ${formatCents(most)}, par exemple 12,00.`,
    means: "Comment l’argent est rendu",
    meansOf: {
      transfer: "Par virement",
      card: "Sur la carte, par PayFiP",
      cheque: "Par chèque",
      cash: "En espèces",
    } satisfies Record<RefundMeans, string>,
    meansMissing: "Choisissez comment l’argent est rendu.",
    look: "Voir ce que cela change",
    confirm: (amount: Cents) => `Noter le remboursement de ${formatCents(amount)}`,
    confirmTitle: "Confirmer le remboursement",
    does: (amount: Cents, payer: string) =>
      `${formatCents(amount)} seront notés comme rendus à ${payer}. Rien n’est viré d’ici : le remboursement lui-même se fait à la régie.`,
    used: "Ce formulaire a déjà noté un autre remboursement : celui-ci ne l’est pas. Vérifiez-le, puis validez de nouveau.",
    bounced: "Ce paiement a été rejeté : il n’y a rien à rendre.",
  },
  reversal: {
    title: "Noter un rejet",
    lead: "Un prélèvement accepté peut revenir impayé des semaines après. Ce que ce paiement réglait est alors de nouveau à régler.",
    held: "Ce paiement est fait par carte : il ne peut pas revenir impayé. Pour le rendre, remboursez-le.",
    day: "Jour du rejet",
    badDay: (first: Temporal.PlainDate) =>
      `Écrivez un jour entre le ${formatDayAndYear(first)} et aujourd’hui.`,
    look: "Voir ce que cela change",
    confirm: "Noter le rejet",
    confirmTitle: "Confirmer le rejet",
    does: (amount: Cents, day: Temporal.PlainDate) =>
      `Le paiement de ${formatCents(amount)} sera noté comme rejeté le ${formatDayAndYear(day)}. Cela ne se défait pas : si l’argent arrive quand même, il sera un nouveau règlement.`,
  },
  effect: {
    title: "Ce que cela change au compte",
    before: "Aujourd’hui",
    after: "Après",
    open: (number: InvoiceNumber, amount: Cents) =>
      `${invoiceNumber(number)} : ${formatCents(amount)} à régler`,
    opens: "De nouveau à régler",
    mail: (email: string) =>
      email === ""
        ? "Ce payeur n’a pas d’e-mail : dites-le-lui. L’historique de la famille le garde."
        : `Un message le dit à ${email}, et l’historique de la famille le garde.`,
  },
  change: "Changer",
  reasonOf: "Raison",
};

/** How the comptable gives money back, in words: no cash, which leaves a till. */
export const backOfficeMeans = {
  transfer: texts.refund.meansOf.transfer,
  card: texts.refund.meansOf.card,
  cheque: texts.refund.meansOf.cheque,
} satisfies Record<(typeof BACK_OFFICE_MEANS)[number], string>;

/** Why money is given back, as it is asked of an agent who was asked nothing. */
export const refundSaid = { label: texts.reason, hint: texts.reasonHint };
