import { formId } from "#platform";
import { z } from "zod";

import { OUTCOMES, type DecidedLine } from "../rules/lines.ts";

const storedLines = z.array(
  z
    .object({
      act: z.enum(["book", "cancel"]),
      participant: formId<"participant">(),
      slot: formId<"slot">(),
      household: formId<"household">().nullable(),
      outcome: z.enum(OUTCOMES),
    })
    .transform(({ act, participant, slot, household, outcome }) => ({
      act,
      participantId: participant,
      slotId: slot,
      householdId: household,
      outcome,
    })),
);

/** Reads the lines of a receipt as the database keeps them. */
export function parseDecidedLines(stored: unknown): readonly DecidedLine[] {
  return storedLines.parse(stored);
}
