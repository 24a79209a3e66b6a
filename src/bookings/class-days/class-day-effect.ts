import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { DecidedLine } from "../rules/lines.ts";
import { parseDecidedLines } from "../submit/decided-lines.ts";
import type { ClassDay } from "./class-day.ts";
import { classBookings } from "./class-queries.ts";

/** A place of a family's that a class day is about. */
export interface ClassLine {
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
  if (said.kind === "teacher_absent") return { concerned: await classBookings(reads, said, now), kept: [] };
  const row = await reads.row<{ lines: unknown }>(
    "class_day_submission",
    `select lines from submission where key = $1`,
    [said.id],
  );
  const lines = row === undefined ? [] : parseDecidedLines(row.lines);
  return {
    concerned: lines.flatMap(({ participantId, slotId, householdId, outcome }) =>
      outcome === "cancelled" && householdId !== null ? { participantId, slotId, householdId } : [],
    ),
    kept: lines.filter(({ outcome }) => outcome !== "cancelled" && outcome !== "not_booked"),
  };
}
