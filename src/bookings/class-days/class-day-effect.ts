import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { DecidedLine } from "../rules/lines.ts";
import { parseDecidedLines } from "../submit/decided-lines.ts";
import type { ClassDay } from "./class-day.ts";
import { classBookings } from "./class-queries.ts";

/** A place of a family's that a class day is about. */
export interface ClassLine {
  /** Of a place that was cancelled, or of a turn on a waiting list that was left. */
  outcome: "cancelled" | "left" | "booked";
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  householdId: Id<"household">;
}

/** What a class day did: the places that it cancelled, those that it could not; or those that families may cancel. */
export interface DoneClassDay {
  concerned: readonly ClassLine[];
  kept: readonly DecidedLine[];
}

/** Reads again what was done, from the submission of the same key; where the teacher is absent, the places there are. */
export async function doneClassDay(
  reads: Reads,
  said: ClassDay,
  now: Temporal.Instant,
): Promise<DoneClassDay> {
  if (said.kind === "teacher_absent")
    return { concerned: await concernedBookings(reads, said, now), kept: [] };
  const row = await reads.row<{ lines: unknown }>(
    "class_day_submission",
    `select lines from submission where key = $1`,
    [said.id],
  );
  const lines = row === undefined ? [] : parseDecidedLines(row.lines);
  return {
    concerned: lines.flatMap(({ participantId, slotId, householdId, outcome }) =>
      (outcome === "cancelled" || outcome === "left") && householdId !== null
        ? { participantId, slotId, householdId, outcome }
        : [],
    ),
    kept: lines.filter(
      ({ act, outcome }) => act === "cancel" && outcome !== "cancelled" && outcome !== "not_booked",
    ),
  };
}

/** The places there are in the activities that are spoken of. */
async function concernedBookings(
  reads: Reads,
  said: ClassDay,
  now: Temporal.Instant,
): Promise<readonly ClassLine[]> {
  const bookings = await classBookings(reads, said, now);
  return bookings.flatMap(({ participantId, slotId, householdId, activityId, waiting }) =>
    waiting || said.activityIds?.includes(activityId) === false
      ? []
      : { participantId, slotId, householdId, outcome: "booked" as const },
  );
}
