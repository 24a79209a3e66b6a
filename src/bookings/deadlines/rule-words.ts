import type { NotCounted } from "#kernel";
import { z } from "zod";

import type { CutOff } from "../rules/deadline/deadline-rule.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const KINDS_OF_DAYS = ["saturdays", "sundays", "publicHolidays", "schoolHolidays", "closures"] as const;

type WeekdayWord = (typeof WEEKDAYS)[number];
type NotCountedWord = WeekdayWord | (typeof KINDS_OF_DAYS)[number];

const CUT_OFF = /^(([01]\d|2[0-3]):[0-5]\d|slotStart|endOfDay)$/;

/** « monday » … « sunday », read as 1 to 7. */
export const weekday = z.enum(WEEKDAYS).transform((word) => WEEKDAYS.indexOf(word) + 1);

/** « 10:00 », « slotStart » or « endOfDay ». */
export const cutOff = z
  .string()
  .regex(
    CUT_OFF,
    "Écrivez une heure (« 10:00 »), « endOfDay » (fin du jour) ou « slotStart » (heure de la séance).",
  )
  .transform((written): CutOff => {
    if (written === "slotStart" || written === "endOfDay") return { kind: written };
    return { kind: "time", time: Temporal.PlainTime.from(written) };
  });

/** The days that do not count, as a list of words. */
export const notCounted = z.array(z.enum([...KINDS_OF_DAYS, ...WEEKDAYS])).transform((words): NotCounted => ({
  saturdays: words.includes("saturdays"),
  sundays: words.includes("sundays"),
  publicHolidays: words.includes("publicHolidays"),
  weekdays: WEEKDAYS.flatMap((word, index) => (words.includes(word) ? [index + 1] : [])),
  schoolHolidays: words.includes("schoolHolidays"),
  closures: words.includes("closures"),
}));

/** « 2026-08-23T23:59 », the time of Paris. */
export const localDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Écrivez un jour et une heure, par exemple 2026-08-23T23:59.")
  .transform((text, context) => {
    try {
      return Temporal.PlainDateTime.from(text, { overflow: "reject" });
    } catch {
      context.addIssue({
        code: "custom",
        message: `« ${text} » n’est pas un jour et une heure du calendrier.`,
      });
      return z.NEVER;
    }
  });

/** The inverse of `cutOff`. */
export function writeCutOff(cut: CutOff): string {
  return cut.kind === "time" ? cut.time.toString({ smallestUnit: "minute" }) : cut.kind;
}

/** The inverse of `weekday`; refuses another number. */
export function writeWeekday(number: number): WeekdayWord {
  const word = WEEKDAYS[number - 1];
  if (word === undefined) throw new RangeError(`No such weekday: ${number}`);
  return word;
}

/** The inverse of `notCounted`. */
export function writeNotCounted(days: NotCounted): NotCountedWord[] {
  return [...KINDS_OF_DAYS.filter((kind) => days[kind]), ...days.weekdays.map(writeWeekday)];
}
