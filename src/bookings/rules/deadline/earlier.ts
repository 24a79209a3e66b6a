import type { DeadlineAct } from "../deadline-sentence.ts";
import { isInTime } from "../deadline.ts";

/** Until when the acts on a slot are open; changing the hours ends with cancelling where nothing else is said. */
export interface SlotUntil {
  readonly bookUntil: Temporal.Instant;
  readonly cancelUntil: Temporal.Instant;
  readonly changeUntil: Temporal.Instant | null;
}

/**
 * @rule Délai avancé : les familles sont prévenues
 *
 * Quand un agent déplace un délai, ou rétablit celui d'avant, et que ce qu'une famille peut encore faire pour une séance
 * se ferme plus tôt qu'elle ne le lisait, les familles des enfants inscrits ce jour-là reçoivent un e-mail : les jours,
 * le nouveau délai et le motif. Un délai qui recule, ou qui était déjà passé, n'est pas annoncé.
 *
 * Exemple : le repas du jeudi 19 novembre 2026 était réservable jusqu'au mercredi 18 à 12 h ; le délai avance au mercredi
 * 11 à 10 h. Les familles inscrites à la cantine le lisent par e-mail.
 *
 * Out: the acts that families can still do now and that close earlier than before.
 */
export function earlierActs(
  before: SlotUntil,
  after: SlotUntil,
  now: Temporal.Instant,
): readonly DeadlineAct[] {
  const earlier = (was: Temporal.Instant, is: Temporal.Instant) =>
    isInTime(was, now) && Temporal.Instant.compare(is, was) < 0;
  const acts: readonly [DeadlineAct, boolean][] = [
    ["book", earlier(before.bookUntil, after.bookUntil)],
    ["cancel", earlier(before.cancelUntil, after.cancelUntil)],
    ["change", earlier(before.changeUntil ?? before.cancelUntil, after.changeUntil ?? after.cancelUntil)],
  ];
  return acts.flatMap(([act, closesEarlier]) => (closesEarlier ? [act] : []));
}
