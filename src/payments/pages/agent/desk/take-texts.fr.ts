import {
  countOf,
  formatCents,
  formatDay,
  formatMoment,
  formatMonth,
  formatTime,
  parisDateTime,
  type Cents,
  quoted,
} from "#kernel";
import { invoiceNumber, type OpenInvoice } from "#billing";

import type { DeskMeans } from "../../../desk/regie.ts";
import type { SameCheque } from "../../../desk/same-cheque.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import type { RefundMeans } from "../../../received/refund.ts";

const time = (at: Temporal.Instant) => formatTime(parisDateTime(at).toPlainTime());

const ofCheque = ({ regie, payer, day, ...receipt }: SameCheque) =>
  `n°\u00a0${shared.number(receipt)} du ${formatDay(day)} (${regie}, ${payer})`;

/** Words of the pages on which money is taken, and of receipts. */
export const texts = {
  payer: {
    owes: (balance: Cents) => `Doit ${formatCents(balance)}`,
    even: "Ne doit rien",
    credit: (credit: Cents) => `${formatCents(credit)} en sa faveur`,
    household: (household: string) => `Foyer ${household}`,
    means: "Moyen de paiement",
    which: "Ce qui est réglé",
    whichHint: "Sans choix, les plus anciennes d’abord.",
    none: "Aucune facture à régler : ce qui est encaissé sera un crédit, et réglera les prochaines.",
    invoice: (invoice: OpenInvoice) => `${invoiceNumber(invoice)}, ${formatMonth(invoice.month)}`,
    open: (invoice: OpenInvoice) =>
      `reste ${formatCents(invoice.open)}, à régler avant le ${formatDay(invoice.dueOn)}`,
    eligible: (most: Cents) => `dont ${formatCents(most)} que ce moyen peut payer ici`,
    places: "Places gardées à payer",
    placesHint:
      "Celles que vous cochez sont réservées avec la quittance. L’argent est une avance : il règle d’abord ce qui est dû.",
    place: (label: string, price: Cents) => `${label} : ${price === 0 ? "rien à payer" : formatCents(price)}`,
    heldUntil: (until: Temporal.Instant) =>
      `gardée jusqu’au ${formatMoment(parisDateTime(until).toPlainDate(), parisDateTime(until).toPlainTime())}`,
    unpriced: (count: number) =>
      `${countOf(count, "place gardée", "places gardées")} dont le prix n’est connu qu’avec la facture :`,
    unpricedLink: "réserver sans paiement",
    amount: "Montant encaissé, en euros",
    handed: "Somme donnée, en euros",
    handedHint: "Pour calculer la monnaie. Laissez vide si le compte est juste.",
    drawer: "Tireur du chèque",
    drawerHint: "Le nom imprimé sur le chèque.",
    bank: "Banque",
    chequeNumber: "Numéro du chèque",
    references: {
      desk_card: "Numéro du ticket du terminal",
      transfer: "Référence du virement",
      cesu: "Numéros des CESU",
      ancv: "Numéros des chèques-vacances",
    },
    title: "On ne rend pas la monnaie sur un titre, et il ne devient pas un crédit.",
    titleNothing:
      "Rien de ce qui est à régler ne se paie avec ce titre, et il ne devient pas un crédit. Choisissez un autre moyen.",
    verify: "Vérifier",
    underWay: (until: Temporal.Instant) =>
      `La famille est en train de payer en ligne une de ces factures : elle ne se règle pas ici avant ${time(until)}, ou avant la réponse de PayFiP.`,
    back: "Régie",
    account: "Voir le compte",
    missing: "Écrivez quelque chose ici.",
    unread: "Ce formulaire n’a pas pu être lu : rien n’est encaissé. Vérifiez-le et envoyez-le de nouveau.",
    amountMissing: "Écrivez un montant en euros, par exemple 62,40.",
  },
  confirm: {
    title: "Vérifier avant d’encaisser",
    back: "Changer",
    change: (change: Cents) => `À rendre : ${formatCents(change)}`,
    over: (by: Cents) =>
      `Avec ces espèces, la caisse dépassera de ${formatCents(by)} son plafond. Prévoyez un versement aujourd’hui.`,
    near: (left: Cents) => `Avec ces espèces, il restera ${formatCents(left)} avant le plafond de la caisse.`,
    submit: (amount: Cents) => `Encaisser ${formatCents(amount)}`,
    sameCheque: "Ce chèque est déjà encaissé ?",
    sameChequeMore: (earlier: SameCheque) =>
      `La quittance ${ofCheque(earlier)} porte un chèque de même banque, de même numéro et de même montant. Si c’est le même, n’encaissez rien.`,
    submitOther: (amount: Cents) => `C’est un autre chèque : encaisser ${formatCents(amount)}`,
    columns: { invoice: "Facture", amount: "Réglé", total: "Total", place: "Place", price: "Prix" },
    books: "Places réservées avec ce paiement",
    settles: "Ce que ce paiement règle",
    credit: (credit: Cents) =>
      `${formatCents(credit)} resteront en faveur du payeur et régleront les prochaines factures.`,
    facts: { payer: "Payeur", means: "Moyen", amount: "Montant", handed: "Somme donnée" },
  },
  refused: {
    "not-opened": (on: Temporal.PlainDate) =>
      `Cette régie ouvre le ${formatDay(on)} : elle n’encaisse rien avant ce jour.`,
    closed: (until: Temporal.PlainDate) =>
      `La journée est close (jusqu’au ${formatDay(until)} compris) : rien ne s’y ajoute. Encaissez demain.`,
    taken: (number: string) =>
      `Ce formulaire a déjà encaissé un autre règlement, quittance n°\u00a0${number}. Rien d’autre n’est encaissé : vérifiez ce que vous avez en main, puis validez de nouveau.`,
    sameCheque: (earlier: SameCheque) =>
      `La quittance ${ofCheque(earlier)} porte déjà ce chèque (même banque, même numéro, même montant). Rien n’est encaissé : vérifiez-le.`,
    means: "Cette régie n’accepte pas ce moyen : son acte ne le nomme pas. Choisissez-en un autre.",
    settled: "Une des factures choisies est réglée depuis. Voici ce qui reste à régler.",
    amount: "Écrivez un montant entre 0,01 € et 99 999,99 €.",
    handed: "La somme donnée est plus petite que le montant : écrivez ce que vous avez reçu.",
    placesMeans:
      "Une place gardée se paie en espèces, par chèque, carte ou virement, à une régie de tous les lieux. Rien n’est encaissé.",
    placesGone:
      "Une des places n’est plus gardée, ou se paie en ligne. Rien n’est encaissé : voici celles qui restent.",
    placesCost: (least: Cents) =>
      `Les places cochées coûtent ${formatCents(least)} : encaissez au moins cette somme, ou décochez-en.`,
    title: (means: string, most: Cents) =>
      most > 0
        ? `${means} : ${formatCents(most)} au plus. Le reste (cantine, suppléments, pénalités…) ne se paie pas avec ce titre, on n’en rend pas la monnaie : prenez le reste par un autre moyen.`
        : `${means} : aucune des lignes choisies ne se paie avec ce titre. Choisissez une autre facture, ou un autre moyen.`,
    sites: (most: Cents) =>
      `Cette régie n’encaisse que pour ses lieux : ${formatCents(most)} au plus pour ces factures. Le reste se paie en ligne ou à une autre régie.`,
  },
  undo: {
    cancelTitle: (number: string) => `Annuler la quittance ${number}`,
    cancels: (amount: Cents) =>
      `Une écriture contraire de ${formatCents(amount)}, datée d’aujourd’hui, annulera cette quittance. Cela ne se défait pas.`,
    refundTitle: (number: string) => `Rembourser sur la quittance ${number}`,
    refunds: (amount: Cents, payer: string) =>
      `${formatCents(amount)} seront enregistrés comme rendus à ${payer}. Cela ne se défait pas.`,
    refundSubmit: (amount: string) => `Rembourser ${amount}`,
    till: "De la régie",
    leaves: (means: DeskMeans, amount: Cents) =>
      means === "cash"
        ? `${formatCents(amount)} sortent de la caisse : rendez-les.`
        : `${shared.means[means]} de ${formatCents(amount)} : à rendre au payeur.`,
    placesStay: "Les places réservées avec cette quittance le restent : la prochaine facture les demandera.",
    nothingLeaves: "Rien ne sort de la caisse.",
  },
  receipt: {
    title: (number: string) => `Quittance ${number}`,
    file: (number: string) => `quittance-${number}.pdf`,
    taken: "Encaissé",
    takenMore: (change: Cents) => (change > 0 ? `Rendez ${formatCents(change)}.` : "Le compte est juste."),
    reference: (regie: string, number: string) => `${regie}, quittance n° ${number}`,
    acknowledges:
      "Cette quittance est la preuve du paiement. Elle se retrouve dans les factures de la famille.",
    facts: {
      day: "Reçu",
      payer: "De",
      means: "Moyen",
      amount: "Montant",
      handed: "Somme donnée",
      change: "Monnaie rendue",
      cheque: "Chèque",
      reference: "Référence",
      by: "Encaissé par",
      deposit: "Versé",
      pays: "Règle",
      places: "Réserve",
      credit: "Mis en faveur du payeur ce jour-là",
    },
    cheque: (drawer: string, bank: string, number: string) => `n° ${number}, ${bank}, tiré par ${drawer}`,
    deposit: (number: string) => `bordereau ${number}`,
    cancelled: (on: Temporal.PlainDate) => `Annulée le ${formatDay(on)}`,
    cancelledMore: (why: string) =>
      `Raison : ${quoted(why)}. La quittance garde son numéro ; ce qu’elle réglait est de nouveau dû.`,
    books: (place: string) => `Place réservée : ${place}.`,
    cancelledFamily: "Elle garde son numéro ; ce qu’elle réglait est de nouveau à régler.",
    refunded: (cents: Cents, on: Temporal.PlainDate, means: string) =>
      `${formatCents(cents)} rendus le ${formatDay(on)} : ${means.toLowerCase()}.`,
    refundMeans: {
      cash: "Espèces, de la caisse",
      transfer: "Virement, fait par le comptable",
      cheque: "Chèque du Trésor",
      card: "Sur la carte, au terminal",
    } satisfies Record<RefundMeans, string>,
    print: "Télécharger la quittance en PDF",
    next: "Encaisser un autre paiement",
    samePayer: "Compte du même payeur",
    correct: "Annuler cette quittance",
    correctMore:
      "Une écriture contraire d’aujourd’hui l’annule. Le journal du jour où elle a été faite ne change pas.",
    reason: "Raison",
    correctHint: "Par exemple : « Encaissé sur le mauvais compte ».",
    correctLook: "Voir ce que cela change",
    correctSubmit: "Annuler la quittance",
    refund: "Rembourser",
    refundMore: "Ce qui est en faveur du payeur peut être rendu, jusqu’au montant de cette quittance.",
    refundAmount: "Montant rendu, en euros",
    refundMeansLabel: "Comment",
    refundLook: "Voir ce que cela change",
    corrected: "La quittance est annulée.",
    given: "Le remboursement est enregistré.",
    reasonMissing: "Écrivez pourquoi : la raison reste au registre.",
    meansMissing: "Choisissez comment.",
    refusedCorrection: {
      closed: (until: Temporal.PlainDate) =>
        `La journée est close (jusqu’au ${formatDay(until)} compris) : corrigez demain.`,
      cash: (cash: Cents) =>
        `La caisse contient ${formatCents(cash)} : il n’y a pas assez d’espèces. Remboursez par virement, ou attendez d’autres encaissements.`,
      refunded: "Une partie a déjà été rendue : remboursez le reste plutôt que d’annuler.",
      bounced: "Cette quittance est annulée : il n’y a plus rien à rendre.",
      title: "Un titre (CESU, ANCV) ne se rembourse pas.",
      used: "Ce formulaire a déjà enregistré un autre remboursement : celui-ci ne l’est pas. Vérifiez-le, puis validez de nouveau.",
      "too-much": (most: Cents) =>
        most > 0
          ? `${formatCents(most)} au plus : le reste règle des factures.`
          : "Rien n’est en faveur du payeur : tout règle des factures.",
    },
  },
};
