import { countOf, formatCents, formatDayAndYear, parisDate, type Cents } from "#kernel";

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
  account: "Compte du payeur",
  give: "Rendre",
  amount: "Montant rendu, en euros",
  means: "Moyen",
  /** No cash: it leaves a till, and is given back at the desk. */
  meansOf: {
    transfer: "Virement",
    cheque: "Chèque",
    card: "Carte, auprès de PayFiP",
  },
  reason: "Ce que la famille lira",
  reasonHint: "Par exemple : « Virement fait ce jour sur votre compte. »",
  missing: "Écrivez ce que la famille lira.",
  choose: "Choisissez comment l’argent est rendu.",
  record: "Inscrire le remboursement",
  refuse: "Ne pas rembourser",
  refuseSubmit: "Refuser la demande",
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
