import type { Id } from "#kernel";

/** What a line asks: a place, or to give one back. */
export type Act = "book" | "cancel";

/** One line of a form: what a participant wants of a slot. */
export interface Line {
  readonly act: Act;
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
}

/**
 * What became of a line. `already_booked` and `not_booked` ask for what is so already; `repeated` is a second line
 * about the same place; `unknown` is a slot or a participant that is not the family's.
 */
export const OUTCOMES = [
  "booked",
  "cancelled",
  "already_booked",
  "not_booked",
  "full",
  "closed",
  "past",
  "too_late_to_book",
  "too_late_to_cancel",
  "repeated",
  "unknown",
] as const;

/** See `OUTCOMES`. */
export type Outcome = (typeof OUTCOMES)[number];

/** A line and what became of it. */
export interface DecidedLine extends Line {
  /** The household that holds, or held, the place; null for an unknown line. */
  readonly householdId: Id<"household"> | null;
  readonly outcome: Outcome;
}

/** The most lines that one form may carry: a year of meals for nine children. */
export const MOST_LINES = 2000;

/** Whether both forms ask the same, in the same order. */
export function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        line.act === other.act &&
        line.participantId === other.participantId &&
        line.slotId === other.slotId
      );
    })
  );
}
