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
    })
    .transform(({ booking, participant, household, outcome }) => ({
      bookingId: booking,
      participantId: participant,
      householdId: household,
      outcome,
    })),
);

/** A booking that was to move, and what became of it. */
export type MovedLine = z.output<typeof storedLines>[number];

/** Reads the lines of a move as the database keeps them. */
export function parseMovedLines(stored: unknown): readonly MovedLine[] {
  return storedLines.parse(stored);
}
