import { formatMoment, joinList, parisDateTime } from "#kernel";

import { groupPhrase } from "./conditions/group-phrase.ts";
import type { BookingWindow, ShutWindow } from "./window.ts";

/** « mercredi 26 mai à 8 h 30 » */
export function momentOf(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

/** The word of a day that cannot be booked because of its windows: on the planning, the receipt and in the e-mail. */
export function shutWord({ kind }: ShutWindow): string {
  return kind === "not-open-yet" ? "Pas encore ouvert" : "Réservations closes";
}

/**
 * What such a day says below its word: « Ouvre le lundi 31 mai à 8 h 30 »; « Ouvert pour les habitants, pour vous le
 * lundi 31 mai à 8 h 30 »; « Ouvert pour les habitants, sans date pour vous »; « Réservations closes depuis le … ».
 */
export function shutSentence(shut: ShutWindow): string {
  if (shut.kind === "window-closed") return `Réservations closes depuis le ${momentOf(shut.closedAt)}`;
  const { opensAt, openTo } = shut;
  if (openTo.length === 0)
    return opensAt === null ? "Pas encore de date d’ouverture pour vous" : `Ouvre le ${momentOf(opensAt)}`;
  const yours = opensAt === null ? "sans date pour vous" : `pour vous le ${momentOf(opensAt)}`;
  return `Ouvert pour ${joinList(openTo)}, ${yours}`;
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
