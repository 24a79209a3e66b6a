import { formatMoment, joinList, parisDateTime } from "#kernel";

import { groupPhrase } from "./conditions/group-phrase.ts";
import type { BookingWindow } from "./window.ts";

/** « mercredi 26 mai à 8 h 30 » */
export function momentOf(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

/** What one cell says: « Ouvre le lundi 31 mai à 8 h 30 », « Fermé aux réservations depuis le … ». */
export function opensSentence(opensAt: Temporal.Instant | null): string {
  return opensAt === null ? "Ouvert à d'autres groupes seulement" : `Ouvre le ${momentOf(opensAt)}`;
}

/** « Réservations closes depuis le mercredi 30 juin à 23 h 59 » */
export function closedSinceSentence(closedAt: Temporal.Instant): string {
  return `Réservations closes depuis le ${momentOf(closedAt)}`;
}

/**
 * All that opens together, the first first: « Réservations ouvertes le mercredi 26 mai à 8 h 30 pour les habitants, le
 * lundi 31 mai à 8 h 30 pour tous ». What has opened is told with « depuis ». Empty without a window.
 */
export function openingsSentence(
  windows: readonly Pick<BookingWindow, "group" | "opensAt">[],
  groupNames: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): string {
  const byInstant = Map.groupBy(
    windows.toSorted((a, b) => Temporal.Instant.compare(a.opensAt, b.opensAt)),
    ({ opensAt }) => opensAt.toString(),
  );
  const parts = [...byInstant.values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const since = Temporal.Instant.compare(first.opensAt, now) <= 0 ? "depuis " : "";
    return `${since}le ${momentOf(first.opensAt)} ${forWhom(together, groupNames)}`;
  });
  return parts.length === 0 ? "" : `Réservations ouvertes ${parts.join(", ")}`;
}

function forWhom(
  windows: readonly Pick<BookingWindow, "group">[],
  groupNames: ReadonlyMap<string, string>,
): string {
  const groups = windows.map(({ group }) => group);
  if (groups.includes(null)) return "pour tous";
  const names = groups.flatMap((group) => (group === null ? [] : groupPhrase(group, groupNames)));
  return `pour ${joinList([...new Set(names)])}`;
}
