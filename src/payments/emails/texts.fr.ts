import { formatCents, formatDayAndYear, type Cents, quoted } from "#kernel";

import type { PaidBack, PaidFile } from "../received/paid-file.ts";
import type { RefundMeans } from "../received/refund.ts";

const byMeans = {
  transfer: "par virement",
  card: "sur votre carte",
  cheque: "par chèque",
  cash: "en espèces",
} as const;

/** Words of the e-mails that acknowledge a payment, and that tell what became of it. */
export const texts = {
  subject: (cents: Cents) => `Votre paiement de ${formatCents(cents)} est reçu`,
  greeting: (name: string) => `Bonjour ${name},`,
  received: (cents: Cents, when: string) =>
    `Nous avons reçu votre paiement de ${formatCents(cents)}, ${when}.`,
  pays: "Il règle",
  places: "Vos places",
  onAccount: "Sur votre compte",
  askBack: "Demander cette somme en retour",
  reference: (refdet: string) => `Référence : ${refdet}. Ce message accuse réception de votre paiement.`,
  see: "Voir et imprimer le reçu",
  reason: (reason: string) => `Raison : ${reason}`,
  said: (message: string) => `L’agent vous écrit : ${quoted(message)}`,
  seePayment: "Voir ce paiement",
  refunded: {
    subject: (cents: Cents) => `${formatCents(cents)} vous sont rendus`,
    sentence: ({ cents, day, refdet }: PaidFile, refund: Pick<PaidBack, "cents" | "means">) =>
      `Sur votre paiement de ${formatCents(cents)} du ${formatDayAndYear(day)} (référence ${refdet}), ${formatCents(refund.cents)} vous sont rendus ${byMeans[refund.means]}.`,
  },
  reversed: {
    subject: (cents: Cents) => `Votre paiement de ${formatCents(cents)} a été rejeté`,
    sentence: ({ cents, day, refdet }: PaidFile, rejectedOn: Temporal.PlainDate) =>
      `Votre paiement de ${formatCents(cents)} du ${formatDayAndYear(day)} (référence ${refdet}) a été rejeté le ${formatDayAndYear(rejectedOn)} : ce qu’il réglait est de nouveau à régler.`,
    see: "Voir ce qui est à régler",
  },
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
};

/** Words of the e-mails about a payment at a desk. */
export const deskTexts = {
  books: "Places réservées",
  taken: (cents: Cents, means: string, when: string) =>
    `Nous avons reçu ${formatCents(cents)} au guichet, ${when} (${means}).`,
  number: (regie: string, number: string) =>
    `${regie}, quittance n° ${number}. Ce message accuse réception de votre paiement.`,
  credit: (cents: Cents) => `En votre faveur, pour les prochaines factures : ${formatCents(cents)}`,
  kept: "La quittance garde son numéro et reste lisible dans vos factures.",
  refunded: (number: string, paid: Cents, cents: Cents, means: RefundMeans) =>
    `Sur la quittance ${number} de ${formatCents(paid)}, ${formatCents(cents)} vous sont rendus ${byMeans[means]}.`,
  cancelledSubject: (number: string) => `La quittance ${number} est annulée`,
  cancelled: (number: string, cents: Cents, why: string) =>
    `La quittance ${number} de ${formatCents(cents)} est annulée : ${quoted(why)}. Ce qu’elle réglait est de nouveau à régler. Une question ? Appelez-nous.`,
};
