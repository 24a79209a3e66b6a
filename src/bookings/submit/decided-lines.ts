import { formId } from "#platform";
import { z } from "zod";

import { ACTS, OUTCOMES, type DecidedLine } from "../rules/lines.ts";

const storedLines = z.array(
  z
    .object({
      act: z.enum(ACTS),
      participant: formId<"participant">(),
      slot: formId<"slot">(),
      household: formId<"household">().nullable(),
      outcome: z.enum(OUTCOMES),
      from: z.int().optional(),
      to: z.int().optional(),
      asked: z.tuple([z.int(), z.int()]).optional(),
      companions: z.int().optional(),
      asked_companions: z.int().optional(),
      was: z.tuple([z.int(), z.int()]).optional(),
      was_companions: z.int().optional(),
    })
    .transform(({ act, participant, slot, household, outcome, from, to, asked, ...line }) => ({
      act,
      participantId: participant,
      slotId: slot,
      householdId: household,
      outcome,
      ...(from === undefined || to === undefined ? {} : { hours: { from, to } }),
      ...(asked === undefined ? {} : { asked: { from: asked[0], to: asked[1] } }),
      ...(line.companions === undefined ? {} : { companions: line.companions }),
      ...(line.asked_companions === undefined ? {} : { askedCompanions: line.asked_companions }),
      ...(line.was_companions === undefined
        ? {}
        : {
            was: {
              hours: line.was === undefined ? null : { from: line.was[0], to: line.was[1] },
              companions: line.was_companions,
            },
          }),
    })),
);

/** Reads the lines of a receipt as the database keeps them. */
export function parseDecidedLines(stored: unknown): readonly DecidedLine[] {
  return storedLines.parse(stored);
}
