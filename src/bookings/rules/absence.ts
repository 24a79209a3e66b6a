import { isInTime } from "./deadline.ts";

/** How far ahead a family may say that a participant will not come. */
export const ABSENCE_DAYS_AHEAD = 7;

/** Why a participant will not come, as a family says it. */
export type AnnouncedCause = "sick" | "other";

/** The reason by which the price rules know an absence that was announced; what an agent points says more. */
export const announcedReason = (cause: AnnouncedCause): string => (cause === "sick" ? "illness" : "other");

/** A place that the family holds. */
export interface HeldPlace {
  readonly date: Temporal.PlainDate;
  readonly cancelUntil: Temporal.Instant;
}

/**
 * @rule Prévenir d'une absence (« malade aujourd'hui »)
 *
 * Le jour même et les sept jours qui suivent, une famille dit qu'un enfant ne viendra pas. Tant que le délai
 * d'annulation court, la place est annulée comme d'habitude. Après, elle reste réservée et le lieu d'accueil voit
 * l'absence sur sa liste du jour, avec l'heure à laquelle elle a été dite ; ce qu'elle coûte suit la règle du prix pour le
 * motif annoncé, ou pour celui que le lieu note ensuite, avec le justificatif. Dire deux fois la même absence ne change rien.
 * Un agent qu'une famille appelle note l'absence pour elle, sous les mêmes règles, sur les lieux dont il s'occupe : la
 * famille est prévenue par e-mail.
 *
 * Exemple : le repas du jeudi 12 novembre 2026 est annulable jusqu'au mardi 10 à 12 h. Le mardi à 9 h, il est annulé ;
 * le jeudi à 7 h 40, l'absence est annoncée et la place reste réservée.
 *
 * Jusqu'au début de l'accueil, la famille peut retirer cette annonce, tant que le lieu n'a pas noté l'absence. Un
 * courriel et l'historique disent l'annonce, puis son retrait.
 *
 * Out: what saying so does to the place; null where it is too early or too late to say anything.
 */
export function absenceAct(
  { date, cancelUntil }: HeldPlace,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): "cancel" | "say-absent" | null {
  const { compare } = Temporal.PlainDate;
  if (compare(date, today) < 0 || compare(date, today.add({ days: ABSENCE_DAYS_AHEAD })) > 0) return null;
  return isInTime(cancelUntil, now) ? "cancel" : "say-absent";
}
