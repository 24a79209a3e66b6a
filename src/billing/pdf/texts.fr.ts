import { formatCents, formatDayAndYear, formatOfMonth, type Cents } from "#kernel";

import type { DocumentKind } from "../run/review.ts";

const these: Readonly<Record<DocumentKind, string>> = {
  invoice: "cette facture",
  complement: "ce complément",
  credit_note: "cet avoir",
};

/** A complement is a masculine word, as a credit note is. */
const issued: Readonly<Record<DocumentKind, string>> = {
  invoice: "émise",
  complement: "émis",
  credit_note: "émis",
};

/** Words that a printed invoice has and its page has not. */
export const texts = {
  phone: (phone: string) => `Téléphone : ${phone}`,
  subtitle: (kind: DocumentKind, month: Temporal.PlainYearMonth, issuedOn: Temporal.PlainDate) =>
    `Services ${formatOfMonth(month)}, ${issued[kind]} le ${formatDayAndYear(issuedOn)}.`,
  corrects: (numbers: string) => `Corrige ${numbers}.`,
  ofInvoice: (number: string) => `la facture ${number}`,
  summary: {
    total: (kind: DocumentKind) => `Total de ${these[kind]}`,
    credited: "Déjà réglé par ce qui était en votre faveur",
    deducted: "Déduit de ce que vous devez",
    due: (day: Temporal.PlainDate) => `À régler avant le ${formatDayAndYear(day)}`,
    credit: "Reste en votre faveur",
    even: "Rien à régler",
  },
  earlier: {
    heading: (issuedOn: Temporal.PlainDate) => `Le ${formatDayAndYear(issuedOn)}, il restait aussi à régler`,
    debt: (title: string | null, open: Cents, until: Temporal.PlainDate) =>
      `${title ?? "Règlement rejeté"} : ${formatCents(open)}, à régler ${title === null ? "depuis" : "avant"} le ${formatDayAndYear(until)}.`,
    apart: (kind: DocumentKind) =>
      `Ces sommes gardent leur propre date ; le total de ${these[kind]} ne les compte pas.`,
  },
  part: (child: string, activity: string) => [child, activity].filter((word) => word !== "").join(" – "),
  partTotal: "Total",
  runTitle: (month: Temporal.PlainYearMonth) => `Factures ${formatOfMonth(month)}`,
  pay: {
    readHeading: "Pour relire ce document",
    reference: (number: string) => `Référence à rappeler avec votre règlement : ${number}.`,
    nothing: "Ce document ne demande aucun règlement.",
    credit: (amount: Cents) => `${formatCents(amount)} seront déduits de ce que vous devrez.`,
    read: "Chaque ligne, et pourquoi elle coûte ce prix, se lit à cette adresse :",
    qrLabel: (address: string) => `Code à viser avec un téléphone : il ouvre ${address}`,
  },
  notes: {
    dispute: (kind: DocumentKind, phone: string) =>
      `Une ligne vous semble fausse ? Sur la page de ${these[kind]}, « Je conteste cette ligne » la fait vérifier par un agent, qui vous répond par écrit.${phone === "" ? "" : ` Vous pouvez aussi appeler le ${phone}.`}`,
    correction:
      "Un document émis ne change plus : une erreur est rendue par un avoir, ou facturée par un complément.",
    appeal: (authority: string) =>
      `Voies de recours : dans les deux mois qui suivent la réception de ce document, vous pouvez demander par écrit à la collectivité (${authority}) de le revoir, ou saisir le tribunal compétent.`,
  },
};
