import type { Id } from "#kernel";

/**
 * What a line asks: a place; to give one back; other hours; a place or else a turn on the waiting list; to leave the
 * list; to take or to decline a place that was offered.
 */
export const ACTS = ["book", "cancel", "change", "wait", "leave", "accept", "decline"] as const;

/** See `ACTS`. */
export type Act = (typeof ACTS)[number];

/** Hours of a day, in local minutes since midnight; the end is not in it. 7 h 30 to 8 h 15 is 450 to 495. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** One line of a form: what a participant wants of a slot. */
export interface Line {
  readonly act: Act;
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
  /** Arrival and departure, where the unit's hours are chosen; without them, all its hours. */
  readonly hours?: Hours;
  /** How many come with the participant, where the unit lets them; without it, nobody, or as many as before. */
  readonly companions?: number;
}

/**
 * What became of a line. `held` is a place kept until it is paid. `already_booked`, `not_booked`, `already_waiting` and
 * `same_hours` ask for what is so already; `repeated` is a second line about the same place; `unknown` is a slot or a
 * participant that is not the family's. `excluded`, `needs_other`, `incomplete_package` and `below_minimum` say which
 * rule of the activity the line would break; `needed` is what another unit of the day needs, `excluded_elsewhere` what does
 * not go with a place that another household holds. `refused_with` breaks nothing: its week is refused for another line.
 */
export const OUTCOMES = [
  "booked",
  "held",
  "cancelled",
  "changed",
  "waiting",
  "left",
  "declined",
  "already_booked",
  "already_waiting",
  "not_booked",
  "same_hours",
  "repeated",
  "full",
  "wrong_age",
  "closed",
  "past",
  "not_open_yet",
  "window_closed",
  "class_away",
  "too_late_to_book",
  "too_late_to_cancel",
  "too_late_to_change",
  "offer_over",
  "bad_hours",
  "bad_companions",
  "excluded",
  "excluded_elsewhere",
  "needs_other",
  "needed",
  "incomplete_package",
  "below_minimum",
  "refused_with",
  "unknown",
] as const;

/** See `OUTCOMES`. */
export type Outcome = (typeof OUTCOMES)[number];

/** What a booking was before other hours, or other companions, are asked. */
export interface BeforeChange {
  readonly hours: Hours | null;
  readonly companions: number;
}

/** A line and what became of it. */
export interface DecidedLine extends Line {
  /** The household that holds, or held, the place; null for an unknown line. */
  readonly householdId: Id<"household"> | null;
  readonly outcome: Outcome;
  /** The hours that the form named; `hours` are those that count, all the unit's where it named none. */
  readonly asked?: Hours;
  /** How many the form said; `companions` are those that count. */
  readonly askedCompanions?: number;
  /** What a booking had before it changed; unknown on receipts of before 2026-12. */
  readonly was?: BeforeChange;
}

/** The most lines that one form may carry: a year of meals for nine children. */
export const MOST_LINES = 2000;

/** The line as the form asked it. */
export function askedLine({ act, participantId, slotId, asked, askedCompanions }: DecidedLine): Line {
  return {
    act,
    participantId,
    slotId,
    ...(asked === undefined ? {} : { hours: asked }),
    ...(askedCompanions === undefined ? {} : { companions: askedCompanions }),
  };
}

/** Whether both forms ask the same, hours included, in the same order. */
export function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        line.act === other.act &&
        line.participantId === other.participantId &&
        line.slotId === other.slotId &&
        line.hours?.from === other.hours?.from &&
        line.hours?.to === other.hours?.to &&
        line.companions === other.companions
      );
    })
  );
}
