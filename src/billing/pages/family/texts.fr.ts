import { formatCents, formatDay, formatDayAndYear, formatOfMonth, type Cents } from "#kernel";

import type { WriteOffFacts } from "../../account/read-accounts.ts";
import type { EntryKind } from "../../rules/allocation.ts";
import type { InvoiceState } from "../../rules/invoice-state.ts";
import type { DocumentKind } from "../../run/review.ts";

type StateWords = Readonly<Record<InvoiceState, (day: Temporal.PlainDate, open: Cents) => string>>;
type MoneyKind = Exclude<EntryKind, DocumentKind>;

const MEANS: ReadonlyMap<string, string> = new Map([
  ["card", "par carte"],
  ["debit", "par prélèvement"],
  ["cash", "en espèces"],
  ["cheque", "par chèque"],
  ["desk_card", "par carte à la régie"],
  ["transfer", "par virement"],
  ["cesu", "par CESU"],
  ["ancv", "par chèques-vacances"],
]);

/** Means of the payment service. */
const ONLINE: ReadonlySet<string> = new Set(["card", "debit"]);

const DEDUCTED = "Déduit de ce que vous devez";

const states: StateWords = {
  due: (day) => `À régler avant le ${formatDay(day)}`,
  overdue: (day, open) => `En retard : ${formatCents(open)} à régler depuis le ${formatDay(day)}`,
  partly: (day, open) => `Une partie est réglée : ${formatCents(open)} à régler avant le ${formatDay(day)}`,
  settled: () => "Tout est réglé",
  confirming: () => "Paiement en cours de confirmation",
  credit: () => DEDUCTED,
};

/** Words of the family's pages of bills. */
export const texts = {
  title: "Factures",
  lead: "Ce que vous devez, et pourquoi : chaque facture s’ouvre ligne par ligne.",
  none: {
    title: "Aucune facture pour l’instant",
    sentence: "Votre première facture arrivera ici, et un e-mail vous préviendra.",
  },
  account: (payer: string) => `Compte de ${payer}`,
  accountIn: (payer: string, household: string) => `Compte de ${payer} – ${household}`,
  balance: {
    owed: (amount: Cents) => `À régler : ${formatCents(amount)}`,
    even: "Rien à régler",
    credit: (amount: Cents) => `En votre faveur : ${formatCents(amount)}`,
    explained: "Ce solde est la somme des lignes ci-dessous, depuis la première.",
    since: (year: number) =>
      `Ce solde est celui du 1er janvier ${year}, plus la somme des lignes de l’année ci-dessous.`,
    sinceAlone: (year: number) => `Ce solde est celui du 1er janvier ${year} : il n’y a aucune ligne depuis.`,
    yearOnly: (year: number, end: Cents) =>
      `Ce solde compte aussi les lignes des années suivantes. À la fin de ${year}, il était de ${formatCents(end)} : c’est la somme que montre cette page.`,
  },
  waiting: {
    sentence: (amount: Cents, month: Temporal.PlainYearMonth, below: Cents | null) =>
      `${formatCents(amount)} ${formatOfMonth(month)} seront sur une prochaine facture : ${below === null ? "c’était trop peu pour une facture seule" : `la Trésorerie n’encaisse pas moins de ${formatCents(below)}`}.`,
    lines: "Ce qui attend, ligne par ligne",
    line: (day: Temporal.PlainDate, child: string, what: string, amount: Cents) =>
      `${formatDay(day)}, ${[child, what].filter((word) => word !== "").join(", ")} : ${formatCents(amount)}`,
  },
  year: (year: number) => `Année ${year}`,
  years: "Années",
  before: (year: number, amount: Cents) => `Solde au 1er janvier ${year} : ${formatCents(amount)}`,
  columns: {
    day: "Jour",
    document: "Document",
    month: "Mois",
    state: "État",
    amount: "Montant",
    balance: "Solde",
  },
  states,
  /** What became of a credit note. */
  credited: {
    deducted: DEDUCTED,
    refunded: "Remboursé",
    partly: (amount: Cents) =>
      `${formatCents(amount)} vous ont été remboursés ; le reste se déduit de ce que vous devez`,
  },
  money: {
    payment: "Règlement",
    refund: "Remboursement",
    write_off: "Remise de dette",
    reversal: "Règlement rejeté",
    transfer: "Transmis au Trésor public",
  } satisfies Record<MoneyKind, string>,
  /** « Règlement rejeté » is the bank's word: a receipt of the desk is cancelled, often for a slip of the agent's. */
  moneyName: (kind: MoneyKind, means: string | null) => {
    if (kind === "reversal")
      return means === null || ONLINE.has(means)
        ? texts.money.reversal
        : `Règlement ${MEANS.get(means) ?? ""} annulé`;
    return [texts.money[kind], means === null ? "" : (MEANS.get(means) ?? "")]
      .filter((word) => word !== "")
      .join(" ");
  },
  writtenOff: ({ decision, decidedOn, reason }: WriteOffFacts) =>
    `Accordée : ${reason} (${decision}, ${formatDayAndYear(decidedOn)})`,
  moneyStates: {
    payment: "Reçu",
    refund: "Rendu",
    write_off: "Accordée",
    reversal: "De nouveau à régler",
    transfer: "À régler au Trésor public",
  } satisfies Record<MoneyKind, string>,
  state: "État",
  open: "Reste à régler",
  advance: "Payer d’avance, ou redemander ce qui est en votre faveur",
  askBack: "Redemander ce qui est en votre faveur",
  confirming: (amount: Cents) => `Paiement de ${formatCents(amount)} en cours de confirmation`,
  pay: (amount: Cents) => `Régler ${formatCents(amount)}`,
  back: "Factures",
  dispute: {
    title: "Contester une ligne",
    lead: "Dites ce qui ne va pas : un agent regarde la ligne et vous répond sur la facture.",
    reason: "Ce que vous contestez",
    reasonHint: "Par exemple : « Lina était absente ce jour-là, le certificat a été remis le lendemain. »",
    missing: "Écrivez ce qui ne va pas.",
    submit: "Envoyer ma contestation",
    back: "Revenir à la facture",
    sent: "Votre contestation est envoyée. La réponse sera écrite sur la ligne.",
    acknowledged: "Votre contestation est envoyée. L’accusé de réception vous est aussi envoyé par e-mail.",
    next: "Un agent regarde la ligne et vous répond sur la facture.",
    answered: "La réponse est écrite sur la ligne de la facture.",
    file: "Télécharger l’accusé de réception (PDF)",
    fileName: "accuse-reception-contestation.pdf",
    waits: {
      title: "Cette ligne est déjà contestée",
      sentence: "Une réponse vous sera donnée sur la facture. Pour ajouter une précision, appelez l’accueil.",
    },
    corrected: {
      title: "Cette ligne a été corrigée",
      sentence:
        "Un document plus récent corrige cette ligne : c’est là que se lit ce qu’elle coûte maintenant. Si ce n’est pas juste, contestez la ligne sur ce document.",
      next: "Ouvrir le document qui la corrige",
    },
  },
};
