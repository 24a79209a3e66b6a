import { deadlineOf, parseDeadlineRule, type DeadlineRule, type DeadlineSlot } from "#bookings";

import { calendarOf } from "../../deadline-readings.ts";
import type { Bench } from "../figure.ts";
import { median } from "../statistics.ts";

const ROUNDS = 60;
const WARM_UP = 20;
const DAYS = 600;
const NOT_COUNTED = ["saturdays", "sundays", "publicHolidays", "schoolHolidays", "closures"];
const RETURN = { slots: "firstDay", rule: { kind: "lastSchoolDay", at: "11:00" } };

/** One rule of each form, with what makes it slow: days that do not count, and an exception for the return. */
const RULES: Readonly<Record<DeadlineRule["kind"], unknown>> = {
  daysBefore: { kind: "daysBefore", days: 15, cutOff: "10:00", notCounted: NOT_COUNTED },
  weekday: {
    kind: "weekday",
    weekday: "thursday",
    weeksBefore: 1,
    at: "10:00",
    onDayOff: "back",
    notCounted: NOT_COUNTED,
  },
  weekdayGroups: {
    kind: "weekdayGroups",
    groups: [
      { slots: ["monday", "tuesday", "wednesday"], weekday: "friday", at: "09:00" },
      { slots: ["thursday", "friday", "saturday", "sunday"], weekday: "tuesday", at: "09:00" },
    ],
    onDayOff: "forward",
    notCounted: NOT_COUNTED,
  },
  clearDays: { kind: "clearDays", days: 15, before: "season", at: "endOfDay", notCounted: NOT_COUNTED },
  hoursBefore: { kind: "hoursBefore", hours: 72, notCounted: NOT_COUNTED },
  until: { kind: "until", at: "2026-08-23T23:59" },
  slotStart: { kind: "slotStart" },
  never: { kind: "never" },
};

const FIRST = Temporal.PlainDate.from("2025-09-02");

/** Every day of two school years at noon. */
const SLOTS: readonly DeadlineSlot[] = Array.from({ length: DAYS }, (_, days) => ({
  date: FIRST.add({ days }),
  startsAt: Temporal.PlainTime.from("12:00"),
  seasonFirstDay: FIRST,
}));

/** The time of one deadline, by the slowest of the forms, each with an exception for the return from holidays. */
export const deadlineRule: Bench = {
  names: ["deadline_rule_us"],
  measure: async () => {
    const calendar = calendarOf();
    const byForm = Object.entries(RULES).map(([form, written]) => {
      const rule = parseDeadlineRule({ ...Object(written), afterHolidays: RETURN });
      const times: number[] = [];
      let told = 0;
      for (let round = 0; round < WARM_UP + ROUNDS; round++) {
        const begun = performance.now();
        for (const slot of SLOTS) if (deadlineOf(rule, slot, calendar).kind !== "unknown") told++;
        if (round >= WARM_UP) times.push(((performance.now() - begun) * 1000) / SLOTS.length);
      }
      return { form, us: Number(median(times).toFixed(2)), told: told / (WARM_UP + ROUNDS) };
    });
    const untold = byForm.filter(({ told }) => told !== SLOTS.length);
    return {
      deadline_rule_us: {
        value: Math.max(...byForm.map(({ us }) => us)),
        facts: {
          slots: SLOTS.length,
          us_by_form: Object.fromEntries(byForm.map(({ form, us }) => [form, us])),
        },
        flaws: untold.map(({ form, told }) => `${form} told ${told} deadlines of ${SLOTS.length}`),
      },
    };
  },
};
