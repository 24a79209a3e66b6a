import { formatCents, type Cents } from "#kernel";

/** Words of the e-mail that acknowledges a payment. */
export const texts = {
  subject: (cents: Cents) => `Votre paiement de ${formatCents(cents)} est reçu`,
  greeting: (name: string) => `Bonjour ${name},`,
  received: (cents: Cents, when: string) =>
    `Nous avons reçu votre paiement de ${formatCents(cents)}, ${when}.`,
  pays: "Il règle",
  reference: (refdet: string) => `Référence : ${refdet}. Ce message accuse réception de votre paiement.`,
  see: "Voir et imprimer le reçu",
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
};

/** Words of the e-mails about a payment at a desk. */
export const deskTexts = {
  taken: (cents: Cents, means: string, when: string) =>
    `Nous avons reçu ${formatCents(cents)} au guichet, ${when} (${means.toLowerCase()}).`,
  number: (regie: string, number: string) =>
    `${regie}, quittance n° ${number}. Ce message accuse réception de votre paiement.`,
  credit: (cents: Cents) => `En votre faveur, pour les prochaines factures : ${formatCents(cents)}`,
  kept: "La quittance garde son numéro et reste lisible dans vos factures.",
  cancelledSubject: (number: string) => `La quittance ${number} est annulée`,
  cancelled: (number: string, cents: Cents, why: string) =>
    `La quittance ${number} de ${formatCents(cents)} est annulée : « ${why} ». Ce qu’elle réglait est de nouveau à régler. Une question ? Appelez-nous.`,
};
