import { invoiceNumber, type InvoiceNumber } from "#billing";
import {
  formatCents,
  formatDay,
  formatMonth,
  formatTime,
  parisDateTime,
  quoted,
  typedEuros,
  type Cents,
} from "#kernel";

const time = (at: Temporal.Instant) => formatTime(parisDateTime(at).toPlainTime());

/** Words of the pages on which a family pays and follows what it paid. */
export const texts = {
  confirm: {
    title: "Régler",
    back: "Factures",
    of: (payer: string) => `Compte de ${payer}`,
    whatPaid: "Ce que vous réglez",
    invoice: (number: InvoiceNumber, month: Temporal.PlainYearMonth) =>
      `Facture ${invoiceNumber(number)}, ${formatMonth(month)}`,
    due: (day: Temporal.PlainDate) => `à régler avant le ${formatDay(day)}`,
    columns: { invoice: "Facture", due: "Date limite", open: "Reste à régler", total: "Total" },
    amount: "Vous payez",
    email: "E-mail où recevoir le ticket de paiement",
    emailHint: "PayFiP et nous y écrivons dès que le paiement est reçu.",
    badEmail: "Écrivez une adresse e-mail comme nom@exemple.fr, de 80 caractères au plus.",
    pay: (amount: Cents) => `Payer ${formatCents(amount)}`,
    outside:
      "Vous allez sur PayFiP, le site de paiement de l’État : carte bancaire, ou prélèvement si votre collectivité l’a ouvert. Vous revenez ici ensuite.",
    choose: "Payer autre chose",
    which: "Les factures à payer",
    part: "Une partie seulement, en euros",
    partHint:
      "Laissez vide pour payer tout ce que vous avez choisi. Les plus anciennes sont réglées d’abord.",
    badPart: (least: Cents, most: Cents) =>
      most < least
        ? "Cette somme ne se paie pas en partie : laissez ce champ vide pour la payer en entier."
        : `Écrivez un montant entre ${formatCents(least)} et ${formatCents(most)}, par exemple ${typedEuros(most)} : moins de ${formatCents(least)} ne se paie pas en ligne ensuite. Pour tout payer, laissez vide.`,
    update: "Changer ce que je paie",
    none: "Rien à régler",
    noneMore: "Ce compte ne doit rien : il n’y a rien à payer.",
    closed: "Le paiement en ligne n’est pas ouvert",
    closedMore: "Votre collectivité ne l’a pas encore ouvert. Réglez au guichet ou par courrier.",
    tooLittle: (least: Cents) =>
      `PayFiP ne prend pas moins de ${formatCents(least)}. Réglez au guichet, ou avec votre prochaine facture.`,
    changed: "Ce que vous devez a changé depuis que cette page était ouverte",
    changedMore: "Rien n’a été payé. Voici ce qui reste à régler maintenant.",
    underWay: "Un paiement est déjà en cours",
    underWayMore: (until: Temporal.Instant) =>
      `Pour que rien ne soit payé deux fois, un autre paiement de ces factures ne peut pas commencer avant ${time(until)}. Revenez à celui qui est ouvert, ou vérifiez s’il est reçu.`,
    see: "Voir le paiement en cours",
    othersUnderWay: "Un paiement d’autres factures est en cours : celles-ci peuvent être payées à part.",
    failed: "PayFiP n’a pas ouvert la page de paiement",
    failedMore: "Rien n’a été payé. Essayez de nouveau dans quelques minutes, ou appelez l’accueil.",
    refusedMore: (why: string) => `PayFiP répond : ${quoted(why)}.`,
    again: "Essayer de nouveau",
  },
  attempt: {
    back: "Factures",
    reference: "Référence",
    amount: "Montant",
    pays: "À payer",
    paid: "Ce que ce paiement a réglé",
    advance: "Une avance sur le compte",
    onAccount: "Sur votre compte",
    by: "Demandé par",
    open: {
      title: "Paiement en cours de confirmation",
      waiting: "Nous attendons la réponse de PayFiP. Cette page se met à jour toute seule.",
      resting:
        "PayFiP ne répond pas en ce moment : nous lui redemandons de nous-mêmes, dès qu’il répond de nouveau. Il n’y a rien à faire.",
      silent: (at: Temporal.Instant, next: Temporal.Instant | null) =>
        next === null
          ? `PayFiP n’a pas répondu à ${time(at)} : nous lui redemandons de nous-mêmes.`
          : `PayFiP n’a pas répondu à ${time(at)} : nous lui redemandons à ${time(next)}.`,
      failed:
        "Nous n’avons pas pu interroger PayFiP à l’instant. Nous recommençons de nous-mêmes : si vous avez payé, la confirmation arrivera ici et par e-mail.",
      closed: (until: Temporal.Instant) =>
        `Vous avez payé ? La confirmation arrive ici et par e-mail, il n’y a rien d’autre à faire. Vous avez fermé la page de PayFiP sans payer ? Recommencez ici à partir de ${time(until)} : la même page ne s’ouvre pas deux fois.`,
      late: "PayFiP n’a encore rien dit, et les vingt minutes sont passées. Dès qu’il répond, ou dit qu’il ne sait pas, cette page vous propose de payer de nouveau.",
      closedBasket: (until: Temporal.Instant) =>
        `Vous avez payé ? La confirmation arrive ici et par e-mail, il n’y a rien d’autre à faire. Vos places restent gardées jusqu’à la réponse de PayFiP. Vous avez fermé sa page sans payer ? Recommencez depuis votre panier à partir de ${time(until)}.`,
      closedAdvance:
        "Vous avez payé ? La confirmation arrive ici et par e-mail, il n’y a rien d’autre à faire. Une autre avance ne peut pas commencer avant la réponse de PayFiP.",
      neverSeen: "La page de PayFiP ne s’est jamais affichée",
      goBack: "Ouvrir la page de paiement",
      goBackUntil: (until: Temporal.Instant, again: Temporal.Instant) =>
        `PayFiP la montre une seule fois, jusqu’à ${time(until)}. Si elle répond « déjà utilisée » (P3), revenez ici : vous pourrez recommencer à partir de ${time(again)}.`,
    },
    expired: {
      title: "PayFiP n’a pas confirmé ce paiement",
      sentence:
        "Si vous avez payé, le règlement sera inscrit dès que PayFiP le dira : nous continuons de lui demander. Regardez votre banque avant de payer de nouveau.",
    },
    refused: {
      title: "Paiement refusé",
      sentence:
        "La banque ou PayFiP a refusé : rien n’est réglé. Vous pouvez payer de nouveau, par un autre moyen au besoin.",
    },
    ended: {
      title: "Paiement abandonné",
      sentence: "Rien n’a été payé. Vous pouvez recommencer quand vous voulez.",
    },
    differing: {
      title: "Un agent vérifie ce paiement",
      sentence:
        "La réponse de PayFiP ne correspond pas à ce qui était demandé. Ne payez pas de nouveau : un agent regarde et vous répond.",
    },
    check: "Vérifier maintenant",
    again: "Payer de nouveau",
  },
  receipt: {
    title: "Paiement reçu",
    rejected: "Paiement rejeté",
    reference: (refdet: string) => `Référence ${refdet}`,
    acknowledges: "Ce reçu est l’accusé de réception de votre paiement. Il se retrouve dans vos factures.",
    received: "Reçu",
    means: { card: "Carte bancaire", debit: "Prélèvement" },
    meansTerm: "Moyen de paiement",
    authorisation: "Autorisation",
    debit: "Un prélèvement peut revenir impayé : nous vous l’écririons.",
    reversed: (day: Temporal.PlainDate) =>
      `Ce paiement a été rejeté le ${formatDay(day)} : ce qu’il réglait est de nouveau à régler.`,
    refunded: (cents: Cents) => `${formatCents(cents)} vous ont été rendus.`,
    print: "Télécharger le reçu en PDF",
    file: (refdet: string) => `recu-${refdet}.pdf`,
    payer: "Payé par",
    to: "Payé à",
    printed: "Accusé de réception d’un paiement en ligne",
  },
};
