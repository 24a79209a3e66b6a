import { durationPhrase } from "./duration-phrase.ts";

/** How an activity keeps places until they are paid and hands on those that come free, as the file says it. */
export interface PlaceRule {
  /** Minutes for which a place waits for its payment; without it, nothing is paid first. */
  readonly holdMinutes?: number | undefined;
  readonly waitingList: boolean;
  readonly waitingOrder: "date" | "points" | "siblings";
  /** Minutes to answer for a place that is offered; « atOnce »: it is given. */
  readonly answerMinutes: number | "atOnce";
  /** A family may give a place back after its deadline, until it starts; the penalty is told before. Else it is refused. */
  readonly lateCancellation?: boolean | undefined;
}

/** What holds for an activity of which nothing was said. */
export const USUAL_PLACES: PlaceRule = { waitingList: true, waitingOrder: "date", answerMinutes: 1440 };

const ORDERS = {
  date: "par ordre d’arrivée",
  points: "par points de priorité",
  siblings: "par ordre d’arrivée, les fratries ensemble",
} as const;

/** « Pas de paiement d’abord. », « La place est gardée 30 minutes, jusqu’au paiement. » */
export function paymentSentence({ holdMinutes }: PlaceRule): string {
  return holdMinutes === undefined
    ? "Pas de paiement d’abord."
    : `La place est gardée ${durationPhrase(holdMinutes)}, jusqu’au paiement.`;
}

/** « Liste d’attente par ordre d’arrivée ; une place libérée est proposée, 1 jour pour répondre. » */
export function waitingSentence({ waitingList, waitingOrder, answerMinutes }: PlaceRule): string {
  if (!waitingList) return "Pas de liste d’attente.";
  const handedOn =
    answerMinutes === "atOnce"
      ? "une place libérée est donnée d’office"
      : `une place libérée est proposée, ${durationPhrase(answerMinutes)} pour répondre`;
  return `Liste d’attente ${ORDERS[waitingOrder]} ; ${handedOn}.`;
}

/** « Après le délai, la famille ne peut plus annuler. » */
export function lateSentence({ lateCancellation = false }: PlaceRule): string {
  return lateCancellation
    ? "Après le délai, la famille annule encore jusqu’au début de la séance ; la pénalité lui est dite avant."
    : "Après le délai, la famille n’annule plus.";
}

/** Whether two rules say the same. */
export function samePlaces(a: PlaceRule, b: PlaceRule): boolean {
  return (
    a.holdMinutes === b.holdMinutes &&
    a.waitingList === b.waitingList &&
    a.waitingOrder === b.waitingOrder &&
    a.answerMinutes === b.answerMinutes &&
    (a.lateCancellation ?? false) === (b.lateCancellation ?? false)
  );
}
