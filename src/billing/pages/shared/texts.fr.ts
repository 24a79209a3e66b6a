import {
  formatCents,
  formatDay,
  formatDayAndYear,
  formatMoment,
  formatMonth,
  formatOfMonth,
  parisDateTime,
  type Cents,
  quoted,
} from "#kernel";

import { invoiceNumber, type InvoiceNumber } from "../../rules/invoice-number.ts";
import type { ChargeKind } from "../../rules/owed.ts";
import type { DocumentKind } from "../../run/review.ts";

/** « jeudi 3 décembre 2026 à 14 h » of a moment as it is kept. */
const announcedAt = (at: string): string => {
  const moment = Temporal.PlainDateTime.from(at);
  return formatMoment(moment.toPlainDate(), moment.toPlainTime());
};

/** Words of a document, the same for families and for agents. */
export const texts = {
  kinds: {
    invoice: "Facture",
    complement: "Complément de facture",
    credit_note: "Avoir",
  } satisfies Record<DocumentKind, string>,
  title: (kind: DocumentKind, number: InvoiceNumber) => `${texts.kinds[kind]} ${invoiceNumber(number)}`,
  download: "Télécharger en PDF",
  month: "Mois",
  monthOf: (month: Temporal.PlainYearMonth) => formatMonth(month),
  payer: "Payeur",
  issued: { invoice: "Émise le", complement: "Émis le", credit_note: "Émis le" },
  due: "À régler avant le",
  total: "Total",
  credit: (amount: Cents) => `${formatCents(amount)} en votre faveur`,
  day: formatDayAndYear,
  lines: (child: string) => (child === "" ? "Pour le foyer" : child),
  columns: { day: "Jour", what: "Prestation", why: "Explication", amount: "Montant" },
  activity: (activity: string, unit: string) => [activity, unit].filter((word) => word !== "").join(" – "),
  lineKinds: {
    unit: "",
    absence: "Absence",
    supplement: "Supplément",
    penalty: "Pénalité",
    contract: "Forfait du contrat",
    regularisation: "Régularisation du contrat",
    fee: "Dossier",
  } satisfies Record<ChargeKind, string>,
  why: "Pourquoi ce prix ?",
  settledBy: "Réglé par",
  settles: "A réglé",
  part: (day: Temporal.PlainDate, amount: Cents) => `, le ${formatDayAndYear(day)} : ${formatCents(amount)}`,
  open: "Reste à régler",
  /** Of a line that a later document corrects. */
  corrected: (kind: DocumentKind, number: string) =>
    kind === "credit_note" ? `Corrigé par l’avoir ${number}` : `Corrigé par le complément ${number}`,
  corrects: (number: string) => `Corrige la facture ${number}`,
  carried: (month: Temporal.PlainYearMonth) =>
    `Reporté ${formatOfMonth(month)} : c’était trop peu pour une facture seule.`,
  correction: (before: Cents, owed: Cents) =>
    `${formatCents(before)} étaient déjà facturés ; le prix juste est maintenant ${formatCents(owed)}.`,
  gone: "Cette prestation n’est plus à payer ici : elle a été annulée, ou quelqu’un d’autre la paie.",
  attended: {
    yes: "Présence notée.",
    unbooked: "Venu sans réservation : la présence a été notée par le lieu d’accueil.",
    stay: (hours: string) => `Présence notée ${hours}, comptée par tranches commencées.`,
    no: "Absence notée.",
    unpointed: "Facturé d’après la réservation : personne n’avait noté qui était là ce jour-là.",
    toCome: "Facturé d’après la réservation : ce jour était à venir.",
  },
  announced: {
    said: (at: string) => `Absence annoncée le ${announcedAt(at)}.`,
    due: (at: string) => `Absence annoncée le ${announcedAt(at)}, après la limite : la place reste due.`,
    unpointed: (at: string) =>
      `Absence annoncée le ${announcedAt(at)}, après la limite. Le prix suit la règle des absences, pour le motif annoncé. Le lieu d’accueil ne l’avait pas encore notée : s’il note autre chose, ou un justificatif, un avoir ou un complément corrigera cette ligne.`,
  },
  noFacts: "Cette ligne concerne un enfant dont vous ne recevez pas les informations.",
  evidence: "Ce qui est noté",
  careDays: "Les heures du mois, jour par jour",
  careDay: {
    planned: (span: string) => `prévu ${span}`,
    unplanned: "non prévu au contrat",
    counted: (span: string) => `compté ${span}`,
    closed: "accueil fermé, ou place rendue par le service",
    noPlace: "personne n’était attendu : jour rendu, ou sans place",
    absent: "absence notée",
    unnoted: "rien n’était noté",
  },
  history: "Historique de la réservation",
  noHistory: "Aucun historique de réservation n’est lié à cette ligne.",
  moment: (at: Temporal.Instant) => {
    const local = parisDateTime(at);
    return formatMoment(local.toPlainDate(), local.toPlainTime());
  },
  dispute: "Je conteste cette ligne",
  /** For those who hear the links of the page apart from their lines: two lines of one document never say the same. */
  disputeOf: (what: string, child: string, day: Temporal.PlainDate) =>
    ` : ${what}, ${child}, ${formatDay(day)}`,
  acknowledgement: "Voir l’accusé de réception",
  disputed: (reason: string) =>
    `Vous avez contesté cette ligne : ${quoted(reason)}. Une réponse vous sera donnée ici.`,
  disputedBy: (reason: string) => `Ligne contestée : ${quoted(reason)}. Elle attend une réponse.`,
  answered: {
    accepted: (answer: string) =>
      `Contestation acceptée : ${answer} Si le prix juste est un autre, la correction viendra par un avoir ou un complément.`,
    refused: (answer: string) => `Contestation refusée : ${answer}`,
  },
};
