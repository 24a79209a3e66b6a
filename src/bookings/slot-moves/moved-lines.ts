import { formId } from "#platform";
import { z } from "zod";

import { MOVE_OUTCOMES } from "../rules/move-outcome.ts";

const storedLines = z.array(
  z
    .object({
      booking: formId<"booking">(),
      participant: formId<"participant">(),
      household: formId<"household">(),
      outcome: z.enum(MOVE_OUTCOMES),
      // Moves of before these were kept hold none of them.
      enrolled: z.boolean().default(false),
      unenrolled: z.boolean().default(false),
      why: z.array(z.string()).default([]),
    })
    .transform(({ booking, participant, household, ...rest }) => ({
      bookingId: booking,
      participantId: participant,
      householdId: household,
      ...rest,
    })),
);

/**
 * A booking that was to move, and what became of it: whether the move enrolled the participant for it, or took back the
 * enrolment that an earlier move had made, and the conditions that are not met.
 */
export type MovedLine = z.output<typeof storedLines>[number];

/** Reads the lines of a move as the database keeps them. */
export function parseMovedLines(stored: unknown): readonly MovedLine[] {
  return storedLines.parse(stored);
}
