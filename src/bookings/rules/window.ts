import { unnamedGroup } from "./conditions/group-phrase.ts";

/** When the slots of some days open for booking, for one priority group or, without one, for everybody. */
export interface BookingWindow {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly group: string | null;
  /** How the rule set calls the group, « les habitants »; null where it does not. */
  readonly groupName?: string | null;
  readonly opensAt: Temporal.Instant;
  /** The last instant, included; null: it stays open. */
  readonly closesAt: Temporal.Instant | null;
}

/** Whether a day is open for booking to somebody. */
export type WindowState =
  | { readonly kind: "open" }
  | {
      readonly kind: "not-open-yet";
      /** Null where the day opens for groups that the person is not in, and no date is set for the others. */
      readonly opensAt: Temporal.Instant | null;
      /** The groups that may book meanwhile: « les habitants ». */
      readonly openTo: readonly string[];
    }
  | { readonly kind: "window-closed"; readonly closedAt: Temporal.Instant };

/** Why somebody cannot book: not open yet, or no more. */
export type ShutWindow = Exclude<WindowState, { kind: "open" }>;

/**
 * @rule L'ouverture des réservations
 *
 * Les jours d'une saison s'ouvrent à la réservation à un instant, pour un groupe prioritaire d'abord ou pour tous ; ils
 * peuvent se refermer à un autre. De toutes les ouvertures d'un jour, chacun a celles de tous et celles de ses groupes,
 * et la première qui s'ouvre compte. Un jour sans ouverture est ouvert. Une place réservée peut toujours être rendue
 * jusqu'au délai. Un agent, avec un motif, réserve en dehors des ouvertures. Un jour qui n'est ouvert qu'à d'autres
 * groupes n'est « pas encore ouvert » : il dit à qui il l'est, et quand il ouvre pour la famille, si une date est dite.
 *
 * Exemple : l'été 2027 ouvre le mercredi 26 mai à 8 h 30 pour les habitants, le lundi 31 mai à 8 h 30 pour tous. Le
 * 26 mai à 8 h 30 précises, un habitant réserve ; les autres lisent « Pas encore ouvert : ouvert pour les habitants,
 * pour vous le lundi 31 mai à 8 h 30 ».
 *
 * In: the windows of the season, the day of the slot, the groups of the enrolment and the instant of the visit.
 * `submit_bookings` judges the same in SQL.
 */
export function windowState(
  windows: readonly BookingWindow[],
  date: Temporal.PlainDate,
  groups: readonly string[],
  now: Temporal.Instant,
): WindowState {
  const covering = windows.filter((window) => covers(window, date));
  if (covering.length === 0) return { kind: "open" };
  const own = covering.filter(({ group }) => group === null || groups.includes(group));
  const { compare } = Temporal.Instant;
  const begun = own.filter(({ opensAt }) => compare(opensAt, now) <= 0);
  if (begun.some((window) => isOpenAt(window, now))) return { kind: "open" };
  const openTo = covering
    .filter((window) => isOpenAt(window, now))
    .flatMap(({ group, groupName }) => (group === null ? [] : (groupName ?? unnamedGroup(group))));
  const [next] = own
    .map(({ opensAt }) => opensAt)
    .filter((opensAt) => compare(now, opensAt) < 0)
    .toSorted(compare);
  if (next !== undefined) return { kind: "not-open-yet", opensAt: next, openTo: [...new Set(openTo)] };
  const closedAt = begun
    .flatMap(({ closesAt }) => closesAt ?? [])
    .toSorted(compare)
    .at(-1);
  return closedAt === undefined
    ? { kind: "not-open-yet", opensAt: null, openTo: [...new Set(openTo)] }
    : { kind: "window-closed", closedAt };
}

function isOpenAt({ opensAt, closesAt }: BookingWindow, now: Temporal.Instant): boolean {
  const { compare } = Temporal.Instant;
  return compare(opensAt, now) <= 0 && (closesAt === null || compare(now, closesAt) <= 0);
}

function covers({ firstDay, lastDay }: BookingWindow, date: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(firstDay, date) <= 0 && compare(date, lastDay) <= 0;
}
