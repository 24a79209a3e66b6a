import { formatCents, formatDay, formatDayAndYear, formatOfMonth, type Cents } from "#kernel";

import { invoiceNumber, type InvoiceNumber } from "../rules/invoice-number.ts";
import type { DocumentKind } from "../run/review.ts";

/** The line that was disputed, as the letter names it. */
export interface DisputedLine {
  readonly participant: string;
  readonly activity: string;
  readonly unit: string;
  readonly day: Temporal.PlainDate;
  readonly amount: Cents;
}

const subjects: Readonly<Record<DocumentKind, (month: string) => string>> = {
  invoice: (month) => `Votre facture ${month}`,
  complement: (month) => `Un complément à votre facture ${month}`,
  credit_note: (month) => `Un avoir sur votre facture ${month}`,
};

/** Of the documents of one letter: a bill and what is given back of it are told together. */
function subjectOf(kinds: readonly DocumentKind[], month: string): string {
  const [first = "invoice"] = kinds;
  if (kinds.length < 2) return subjects[first](month);
  return first === "complement"
    ? `Un complément et un avoir sur votre facture ${month}`
    : `Votre facture ${month} et un avoir`;
}

/** Words of the e-mails about bills. */
export const texts = {
  greeting: (name: string) => (name === "" ? "Bonjour," : `Bonjour ${name},`),
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
  disputed: {
    subject: (title: string) => `Accusé de réception. ${title}`,
    see: "Voir ma contestation",
  },
  subject: (kinds: readonly DocumentKind[], month: Temporal.PlainYearMonth) =>
    subjectOf(kinds, formatOfMonth(month)),
  due: (number: InvoiceNumber, total: Cents, dueOn: Temporal.PlainDate) =>
    `${invoiceNumber(number)} : ${formatCents(total)}, à régler avant le ${formatDay(dueOn)}.`,
  credited: (number: InvoiceNumber, total: Cents, open: Cents, dueOn: Temporal.PlainDate) =>
    open === 0
      ? `${invoiceNumber(number)} : ${formatCents(total)}, déjà réglés par ce qui était en votre faveur. Vous n’avez rien à régler.`
      : `${invoiceNumber(number)} : ${formatCents(total)}. Ce qui était en votre faveur en règle une partie ; il reste ${formatCents(open)} à régler avant le ${formatDay(dueOn)}.`,
  credit: (number: InvoiceNumber, total: Cents) =>
    `${invoiceNumber(number)} : ${formatCents(total)} sont déduits de ce que vous devez.`,
  even: (number: InvoiceNumber) => `${invoiceNumber(number)} : vous n’avez rien à régler.`,
  explained:
    "Chaque ligne dit ce qu’elle paie et pourquoi ; vous pouvez contester celle qui vous semble fausse.",
  see: "Voir le détail",
  seeOne: (number: InvoiceNumber) => `Voir le détail : ${invoiceNumber(number)}`,
  low: {
    subject: "Votre avance est presque épuisée",
    left: (credit: Cents, below: Cents) =>
      credit > 0
        ? `Il reste ${formatCents(credit)} sur votre avance : moins que ${formatCents(below)}, le seuil que vous avez choisi.`
        : "Il ne reste rien sur votre avance.",
    more: "Vous pouvez l’augmenter, changer le seuil ou arrêter ces messages. Sans avance, vos factures restent à régler avant leur date limite.",
    see: "Voir mon avance",
  },
  answered: {
    subject: (day: Temporal.PlainDate) => `Réponse à votre contestation : ${formatDayAndYear(day)}`,
    /** « Lina, Cantine de Rue, repas, le jeudi 5 novembre 2026 : 3,20 € » */
    line: ({ participant, activity, unit, day, amount }: DisputedLine) =>
      `${[participant, activity, unit].filter((part) => part !== "").join(", ")}, le ${formatDayAndYear(day)} : ${formatCents(amount)}`,
    accepted:
      "Votre contestation est acceptée : la ligne sera calculée de nouveau. Si le prix juste est moins élevé, la différence vous sera rendue par un avoir, à la prochaine facturation.",
    refused: "Votre contestation n’a pas été acceptée.",
  },
};
