import { cents, formatCents, formatDay, formatDayAndYear, formatMonth, type Cents } from "#kernel";

import type { OpenInvoice } from "../../../account/standing.ts";
import { invoiceNumber } from "../../../rules/invoice-number.ts";
import type { WriteOffRefusal } from "../../../write-offs/write-off.ts";

/** Words of the page on which an agent reads an account entry by entry, and gives up a debt. */
export const texts = {
  title: (payer: string) => `Compte de ${payer}`,
  back: "Factures de la famille",
  link: (payer: string) => `Compte de ${payer}, jour par jour`,
  none: "Aucune écriture sur ce compte",
  balance: (amount: Cents) =>
    amount < 0
      ? `En faveur du payeur : ${formatCents(cents(0 - amount))}`
      : `À régler : ${formatCents(amount)}`,
  sum: (count: number, amount: Cents) =>
    count === 1
      ? `Une seule écriture : ${formatCents(amount)}.`
      : `Somme des ${count.toLocaleString("fr-FR")} écritures : ${formatCents(amount)}.`,
  on: (day: Temporal.PlainDate, amount: Cents) =>
    `Solde au soir du ${formatDayAndYear(day)} : ${formatCents(amount)}`,
  day: "Solde au",
  show: "Voir le solde",
  entries: "Écritures, par jour",
  columns: { day: "Jour", what: "Écriture", state: "État", amount: "Montant", balance: "Solde du jour" },
  byKind: "Par nature",
  kinds: {
    billed: "Factures et compléments",
    credited: "Avoirs",
    received: "Règlements",
    bounced: "Règlements annulés ou rejetés",
    refunded: "Remboursements",
    writtenOff: "Remises de dette",
    transferred: "Transmis au Trésor public",
  },
  total: "Solde",
  writeOff: {
    title: "Remettre une dette",
    link: "Remettre une dette",
    lead: "Une remise décidée par la collectivité : elle ne s’efface pas, et la famille la lit sur son compte.",
    owes: (payer: string, amount: Cents) => `${payer} doit ${formatCents(amount)}.`,
    amount: "Montant remis, en euros",
    toward: "Facture à régler d’abord",
    oldest: "Les plus anciennes",
    option: (invoice: OpenInvoice) =>
      `${invoiceNumber(invoice)}, ${formatMonth(invoice.month)} : ${formatCents(invoice.open)}`,
    decision: "Décision",
    decisionHint: "L’acte qui l’accorde, par exemple « Délibération 2026-41 du CCAS ».",
    decidedOn: "Date de la décision",
    reason: "Raison, telle que la famille la lira",
    check: "Voir ce que cela change",
    missingDecision: "Écrivez l’acte qui accorde la remise.",
    missingReason: "Écrivez la raison.",
    future: "Choisissez aujourd’hui ou un jour passé.",
    badAmount: "Écrivez un montant en euros, par exemple 30,00.",
    preview: "Ce que la remise change",
    columns: { invoice: "Facture", before: "Reste à régler", after: "Après la remise" },
    before: "Solde avant",
    after: "Solde après",
    byAct: (decision: string, day: Temporal.PlainDate) => `${decision}, ${formatDayAndYear(day)}`,
    confirm: (amount: Cents) => `Remettre ${formatCents(amount)}`,
    change: "Modifier",
    leave: "Ne rien remettre",
    saved: "La remise est inscrite.",
    underWay: "La famille paie en ce moment",
    underWayMore:
      "Un paiement en ligne de ce compte attend sa confirmation. S’il est reçu, ce qui dépasse la dette deviendra un crédit : attendez sa réponse si vous le pouvez.",
    refused: (why: WriteOffRefusal) =>
      why.code === "nothing-owed"
        ? "Ce compte ne doit rien : il n’y a rien à remettre."
        : why.code === "used"
          ? "Ce formulaire a déjà inscrit une autre remise : celle-ci ne l’est pas. Vérifiez-la, puis validez de nouveau."
          : why.code === "settled"
            ? "Cette facture est déjà réglée : choisissez-en une autre."
            : `Ce compte doit ${formatCents(why.most)} : écrivez un montant entre 0,01 € et ${formatCents(why.most)}.`,
    due: (day: Temporal.PlainDate) => formatDay(day),
  },
};
