import { formatCents, type Cents } from "#kernel";

/** Words of the e-mail that acknowledges a payment. */
export const texts = {
  subject: (cents: Cents) => `Votre paiement de ${formatCents(cents)} est reçu`,
  greeting: (name: string) => `Bonjour ${name},`,
  received: (cents: Cents, when: string) =>
    `Nous avons reçu votre paiement de ${formatCents(cents)}, ${when}.`,
  pays: "Il règle",
  advance: "Une avance : d’abord ce que vous devez, puis vos prochaines factures.",
  reference: (refdet: string) => `Référence : ${refdet}. Ce message accuse réception de votre paiement.`,
  see: "Voir et imprimer le reçu",
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
};
