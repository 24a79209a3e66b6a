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

type Opening = Pick<BookingWindow, "group" | "opensAt" | "closesAt">;

/**
 * All that opens and closes together, the first first: « Réservations ouvertes le mercredi 26 mai à 8 h 30 pour les
 * habitants, le lundi 31 mai à 8 h 30 pour tous, jusqu'au mercredi 30 juin à 12 h ». What has opened is told with
 * « depuis », and what is closed since when. Empty without a window.
 */
export function openingsSentence(
  windows: readonly Opening[],
  groupNames: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): string {
  const { compare } = Temporal.Instant;
  const sorted = windows.toSorted((a, b) => compare(a.opensAt, b.opensAt));
  const isClosed = ({ closesAt }: Opening) => closesAt !== null && compare(closesAt, now) < 0;
  const open = together(sorted.filter((window) => !isClosed(window))).map(([first, all]) => {
    const since = compare(first.opensAt, now) <= 0 ? "depuis " : "";
    const until = first.closesAt === null ? "" : `, jusqu’au ${momentOf(first.closesAt)}`;
    return `${since}le ${momentOf(first.opensAt)} ${forWhom(all, groupNames)}${until}`;
  });
  const closed = together(sorted.filter(isClosed)).map(
    ([first, all]) => `depuis le ${momentOf(first.closesAt ?? now)} ${forWhom(all, groupNames)}`,
  );
  const said = [
    ...(open.length === 0 ? [] : [`ouvertes ${open.join(", ")}`]),
    ...(closed.length === 0 ? [] : [`closes ${closed.join(", ")}`]),
  ];
  return said.length === 0 ? "" : `Réservations ${said.join(" ; ")}`;
}

/** Windows that open and close at the same instants, with the first of them. */
function together(windows: readonly Opening[]): readonly (readonly [Opening, readonly Opening[]])[] {
  const alike = Map.groupBy(windows, ({ opensAt, closesAt }) => `${opensAt} ${closesAt}`);
  return [...alike.values()].flatMap((all) => (all[0] === undefined ? [] : [[all[0], all] as const]));
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
