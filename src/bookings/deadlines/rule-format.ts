import { z } from "zod";

import type { CutOff, DeadlineRule } from "../rules/deadline.ts";

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Écrivez une heure, par exemple 10:00.")
  .transform((text) => Temporal.PlainTime.from(text));

const cutOff = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("slotStart") }),
  z.object({ kind: z.literal("time"), time }),
  z.object({ kind: z.literal("endOfDay") }),
]);

const notCounted = z.object({
  saturdays: z.boolean(),
  sundays: z.boolean(),
  publicHolidays: z.boolean(),
  weekdays: z.array(z.int().min(1).max(7)),
  schoolHolidays: z.boolean(),
  closures: z.boolean(),
});

const format = z.object({
  kind: z.literal("workingDays"),
  workingDaysBefore: z.int().min(0).max(90),
  cutOff,
  notCounted,
});

/** Reads a deadline rule as the rule set writes it (JSON): times « 10:00 », weekdays 1 (Monday) to 7. */
export function parseDeadlineRule(stored: unknown): DeadlineRule {
  return format.parse(stored);
}

/** The inverse of `parseDeadlineRule`. */
export function writeDeadlineRule(rule: DeadlineRule): string {
  return JSON.stringify({ ...rule, cutOff: writeCutOff(rule.cutOff) });
}

function writeCutOff(cut: CutOff) {
  return cut.kind === "time" ? { ...cut, time: cut.time.toString({ smallestUnit: "minute" }) } : cut;
}
