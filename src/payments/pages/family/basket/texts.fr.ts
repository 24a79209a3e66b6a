import { agree, formatCents, formatMoment, parisDateTime, type Cents } from "#kernel";

const moment = (at: Temporal.Instant) =>
  formatMoment(parisDateTime(at).toPlainDate(), parisDateTime(at).toPlainTime());

/** Words of the page on which a family pays the places that are kept for it. */
export const texts = {
  title: "Panier",
  back: "Planning",
  lead: "Ces places sont gardées pour vous jusqu’à l’heure dite. Elles sont réservées dès que leur paiement est confirmé.",
  of: (payer: string) => `Compte de ${payer}`,
  places: "Places à payer",
  columns: { place: "Place", until: "Gardée jusqu’au", price: "Prix", total: "Total" },
  until: moment,
  free: "gratuit",
  why: "Pourquoi ce prix ?",
  owed: (owed: Cents) =>
    `Vous devez déjà ${formatCents(owed)} : ce paiement, comme toute avance, les règle d’abord. Vos places sont réservées de la même façon, et votre prochaine facture dira ce qui reste à régler.`,
  advance: "L’argent va sur votre compte : il règle la facture du mois de ces places.",
  email: "E-mail où recevoir le ticket de paiement",
  emailHint: "PayFiP et nous y écrivons dès que le paiement est reçu.",
  outside:
    "Vous allez sur PayFiP, le site de paiement de l’État, puis vous revenez ici. Pendant ce temps, vos places restent gardées.",
  pay: (amount: Cents) => `Payer ${formatCents(amount)}`,
  nothingToPay: "Il n’y a rien à payer pour ces places.",
  book: "Réserver sans rien payer",
  other: "Retirer une place : planning",
  closed: "Le paiement en ligne n’est pas ouvert",
  closedMore: "Appelez l’accueil avant l’heure dite.",
  tooLittle: (least: Cents) =>
    `PayFiP ne prend pas moins de ${formatCents(least)}. Appelez l’accueil avant l’heure dite.`,
  tooMuch: (most: Cents) =>
    `PayFiP ne prend pas plus de ${formatCents(most)}. Appelez l’accueil avant l’heure dite.`,
  unpriced: "Des places dont le prix n’est pas encore connu",
  unpricedMore: "Leur prix ne peut pas être dit avant la facture : appelez l’accueil avant l’heure dite.",
  awaiting: "Un paiement est en cours",
  awaitingMore: "Ces places restent gardées jusqu’à la réponse de PayFiP.",
  see: "Voir le paiement en cours",
  call: (phone: string) => `Accueil : ${phone}`,
  empty: "Votre panier est vide",
  emptyMore:
    "Aucune place n’est gardée pour vous. Une place gardée trop longtemps est rendue aux autres familles.",
  planning: "Voir le planning",
  changed: "Votre panier a changé depuis que cette page était ouverte",
  changedMore: "Rien n’a été payé. Voici les places qui sont encore gardées.",
  booked: (count: number) =>
    count === 1 ? "La place est réservée" : `${count} ${agree(count, "place")} sont réservées`,
  bookedMore: "Il n’y avait rien à payer.",
  underWay: "Un paiement de ces places est déjà en cours",
  underWayMore:
    "Pour que rien ne soit payé deux fois, attendez sa réponse ou revenez à celui qui est ouvert.",
};
