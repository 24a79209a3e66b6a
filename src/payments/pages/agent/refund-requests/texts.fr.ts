import { countOf, formatCents, formatDayAndYear, parisDate, type Cents } from "#kernel";

import type { PaidAhead } from "../../../advances/paid-ahead.ts";

/** Words of the pages on which an agent answers a family that asks for its money back. */
export const texts = {
  title: "Remboursements demandés",
  link: (count: number) =>
    count === 0 ? "Remboursements demandés" : `${countOf(count, "remboursement")} à traiter`,
  back: "Paiements",
  lead: "Ce que des familles redemandent de ce qui est en leur faveur. Rien n’est rendu avant votre réponse.",
  none: "Aucune demande n’attend",
  columns: { payer: "Payeur", amount: "Demandé", at: "Le", by: "Par" },
  day: (at: Temporal.Instant) => formatDayAndYear(parisDate(at)),
  one: (payer: string) => `Rembourser ${payer}`,
  asked: "Demandé",
  most: "Peut être rendu",
  mostHint: "Ce qui est en faveur du payeur, payé autrement que par CESU ou chèque-vacances.",
  ahead: "Des places réservées ont été payées d’avance",
  paidAhead: ({ cents, label }: PaidAhead) => `${formatCents(cents)} ont payé d’avance : ${label}`,
  aheadMore:
    "Aucune facture ne les a encore demandées. Si vous rendez cette somme, les places restent réservées et la facture du mois les demandera.",
  account: "Compte du payeur",
  give: "Rendre",
  said: {
    label: "Message à la famille",
    hint: "Par exemple : « Virement fait ce jour sur votre compte. »",
  },
  whyNot: "Pourquoi",
  whyNotHint: "La famille le lit dans le message qui lui est envoyé.",
  missing: "Écrivez la raison.",
  refuse: "Ne pas rembourser",
  refuseSubmit: "Voir la réponse avant de l’envoyer",
  confirmRefuse: "Confirmer le refus",
  refuses: (amount: Cents, payer: string) =>
    `La demande de ${formatCents(amount)} de ${payer} sera refusée : rien n’est rendu, la somme reste en sa faveur.`,
  refusesSubmit: "Refuser la demande",
  tells: (email: string) => `La réponse part à ${email}, avec votre raison :`,
  change: "Changer",
  bad: (most: Cents) => `Écrivez un montant entre 0,01 € et ${formatCents(most)}.`,
  done: "La réponse est inscrite.",
  answered: {
    title: "Cette demande a déjà une réponse",
    given: (amount: Cents) => `${formatCents(amount)} rendus`,
    refused: "demande refusée",
    by: (by: string, what: string, answer: string) => `${by} a répondu : ${what}. « ${answer} »`,
    nothing: "Votre réponse n’est pas inscrite : rien d’autre n’est rendu.",
  },
  mail: {
    subject: "Réponse à votre demande de remboursement",
    greeting: (name: string) => `Bonjour ${name},`,
    refused: (amount: Cents) =>
      `Votre demande de remboursement de ${formatCents(amount)} n’a pas été acceptée.`,
    see: "Voir mon compte",
    signature: (authority: string, phone: string) =>
      phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
  },
};
