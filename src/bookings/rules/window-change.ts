import type { Span } from "./conditions/span.ts";
import type { BookingWindow } from "./window.ts";

/** Why a window may not be so. */
export type WindowRefusal =
  /** What has opened was published, and families counted on it. */
  | { readonly code: "opened"; readonly opensAt: Temporal.Instant }
  | { readonly code: "opens-in-the-past" }
  | { readonly code: "closes-before-it-opens" }
  | { readonly code: "backwards" }
  | { readonly code: "outside-season"; readonly season: Span };

/**
 * @rule Ce qui ne change plus après l'ouverture
 *
 * Une ouverture publiée se change ou s'enlève tant qu'elle n'a pas eu lieu. Dès qu'elle a eu lieu, elle ne change
 * plus : les familles se sont organisées sur ce qui était écrit. Une nouvelle ouverture est toujours à venir.
 *
 * In: the window as it is (null: a new one), as it is to be (null: taken away), its season and the instant. Out: why
 * not, or nothing.
 */
export function windowChangeRefusal(
  before: BookingWindow | null,
  after: BookingWindow | null,
  season: Span,
  now: Temporal.Instant,
): WindowRefusal | undefined {
  if (before !== null && !isToCome(before, now)) return { code: "opened", opensAt: before.opensAt };
  if (after === null) return undefined;
  const { compare } = Temporal.PlainDate;
  if (compare(after.firstDay, after.lastDay) > 0) return { code: "backwards" };
  if (compare(after.firstDay, season.first) < 0 || compare(after.lastDay, season.last) > 0) {
    return { code: "outside-season", season };
  }
  if (!isToCome(after, now)) return { code: "opens-in-the-past" };
  const { opensAt, closesAt } = after;
  if (closesAt !== null && Temporal.Instant.compare(closesAt, opensAt) <= 0) {
    return { code: "closes-before-it-opens" };
  }
  return undefined;
}

/** Whether a window has not opened yet. */
export function isToCome({ opensAt }: Pick<BookingWindow, "opensAt">, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, opensAt) < 0;
}
