import { capitalise, countOf, formatMoment, parisDateTime } from "#kernel";

import { withCompanions } from "./companions.ts";
import { isInTime } from "./deadline.ts";
import {
  becauseOf,
  bothSentence,
  closedSentence,
  hoursSentence,
  slotUntilSentence,
  untilSentence,
} from "./deadline-sentence.ts";
import { hoursWords } from "./hours.ts";
import type { PlaceRule } from "./place-rule.ts";
import type { PlaceState } from "./place-state.ts";
import { shutSentence, shutWord } from "./window-sentence.ts";

/** The state of a place in a word or two: « Réservé », « Complet », « Fermé : lundi de Pâques ». */
export function placeWord(state: PlaceState): string {
  switch (state.kind) {
    case "booked":
      if (state.heldUntil !== null) return "Gardé, à payer";
      return withCompanions(
        state.hours === null ? "Réservé" : `Réservé, ${hoursWords(state.hours)}`,
        state.companions,
      );
    case "booked-elsewhere":
      return "Déjà réservé";
    case "free":
      return "Libre";
    case "full":
      return "Complet";
    case "waiting":
      return state.rank === null
        ? "Complet – sur la liste"
        : `Complet – vous êtes ${rankWord(state.rank)} sur la liste`;
    case "offered":
      return "Place proposée";
    case "missed":
      return "Non réservé";
    case "not-open-yet":
    case "window-closed":
      return shutWord(state);
    case "class-away":
      return CLASS_AWAY;
    case "closed":
      return closedWord(state.because);
  }
}

/** « 1ᵉʳ », « 3ᵉ » */
export function rankWord(rank: number): string {
  return rank === 1 ? "1ᵉʳ" : `${rank}ᵉ`;
}

function momentWords(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

/** The word of a day on which the participant's class is away. */
export const CLASS_AWAY = "Classe absente";

/** « Sa classe n'est pas là ce jour-là : Sortie au parc » */
export function classAwaySentence(because: string): string {
  return because === ""
    ? "Sa classe n’est pas là ce jour-là"
    : `Sa classe n’est pas là ce jour-là : ${because}`;
}

/** « Fermé : Grève du personnel »; a reason that says « Fermé » itself is left as it is. */
export function closedWord(because: string): string {
  if (because === "") return "Fermé";
  return because.startsWith("Fermé") ? because : `Fermé : ${because}`;
}

/** What a place says below its word: when bookings open or since when they are closed, else until when it can change. */
export function placeNote(state: PlaceState, slot: Deadlines, now: Temporal.Instant): string {
  if (state.kind === "not-open-yet" || state.kind === "window-closed") return shutSentence(state);
  if (state.kind === "class-away") return classAwaySentence(state.because);
  if (state.kind === "offered") return `À prendre ou à laisser jusqu’au ${momentWords(state.answerUntil)}`;
  if (state.kind === "booked" && state.heldUntil !== null)
    return `Gardé jusqu’au ${momentWords(state.heldUntil)} en attendant le paiement`;
  if (state.kind === "booked" && state.lateUntil !== undefined)
    return `Annulable hors délai jusqu’au ${momentWords(state.lateUntil)} : ce que cela coûte est dit avant d’enregistrer`;
  const { moved = null } = slot;
  return `${changeSentence(slot, now)}${becauseOf(moved === null ? [] : [moved])}`;
}

/** The deadlines of a slot, as a family reads them. */
interface Deadlines {
  readonly bookUntil: Temporal.Instant;
  readonly cancelUntil: Temporal.Instant;
  /** Where hours are chosen and close apart: null where they may change as long as the place may be cancelled. */
  readonly changeUntil?: Temporal.Instant | null;
  /** Why an agent moved it, fit to follow « parce que ». */
  readonly moved?: string | null;
}

/**
 * Until when a slot can change, from now: « Modifiable jusqu'au vendredi 6 novembre à 12 h », « N'est plus modifiable
 * depuis le vendredi 6 novembre à 12 h », or the acts apart where their deadlines differ: « Réservable et annulable
 * jusqu'au mardi 10 novembre à 12 h, heures modifiables jusqu'au mercredi 11 novembre à 10 h ».
 */
export function changeSentence(slot: Deadlines, now: Temporal.Instant): string {
  const { cancelUntil, changeUntil = null } = slot;
  if (changeUntil === null || changeUntil.equals(cancelUntil)) return placeSentence(slot, now);
  return `${placeSentence(slot, now, "apart")}, ${hoursSentence(changeUntil, isInTime(changeUntil, now))}`;
}

/** @param hours whether they close with the place, which is then « modifiable », or apart */
function placeSentence(
  { bookUntil, cancelUntil }: Deadlines,
  now: Temporal.Instant,
  hours: "with" | "apart" = "with",
): string {
  if (hours === "apart" && bookUntil.equals(cancelUntil))
    return capitalise(bothSentence(cancelUntil, isInTime(cancelUntil, now)));
  const canBook = isInTime(bookUntil, now);
  const canCancel = isInTime(cancelUntil, now);
  if (canBook && canCancel) return capitalise(slotUntilSentence(bookUntil, cancelUntil));
  if (bookUntil.equals(cancelUntil)) return capitalise(closedSentence(bookUntil, "change"));
  const book = canBook ? untilSentence(bookUntil, "book") : closedSentence(bookUntil, "book");
  const cancel = canCancel ? untilSentence(cancelUntil, "cancel") : closedSentence(cancelUntil, "cancel");
  return capitalise(`${book}, ${cancel}`);
}

/**
 * Why one stands at one's rank: « L’ordre est celui des points de priorité, puis des demandes. Cette demande a 10 points. »
 * Somebody who asked later and has more points passes first: without this sentence the rank looks unjust.
 */
export function orderSentence({
  waitingOrder,
  points,
}: {
  waitingOrder: PlaceRule["waitingOrder"];
  points: number;
}): string {
  if (waitingOrder === "date") return "L’ordre est celui des demandes.";
  if (waitingOrder === "siblings")
    return "L’ordre est celui des demandes\u00a0; les frères et sœurs passent ensemble, au rang du premier demandé.";
  const own = points === 0 ? "n’en a pas" : `a ${countOf(points, "point", "points")}`;
  return `L’ordre est celui des points de priorité, puis des demandes. Cette demande ${own}.`;
}
