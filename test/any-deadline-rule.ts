import fc from "fast-check";

import type { DeadlineRule } from "#bookings";
import type { NotCounted } from "#kernel";

type Kind = DeadlineRule["kind"];
type Rule<K extends Kind> = Extract<DeadlineRule, { kind: K }>;

/** Any time of the clock, to the minute. */
export const anyTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => new Temporal.PlainTime().add({ minutes }));

/** Any hour at which an act closes. */
export const anyCutOff = fc.oneof(
  fc.constant({ kind: "slotStart" } as const),
  fc.constant({ kind: "endOfDay" } as const),
  anyTime.map((time) => ({ kind: "time", time }) as const),
);

/** Any choice of days that leaves some: at most four weekdays do not count. */
export const anyNotCounted: fc.Arbitrary<NotCounted> = fc.record({
  saturdays: fc.boolean(),
  sundays: fc.boolean(),
  publicHolidays: fc.boolean(),
  weekdays: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 })
    .map((days) => days.toSorted((a, b) => a - b)),
  schoolHolidays: fc.boolean(),
  closures: fc.boolean(),
});

const weekday = fc.integer({ min: 1, max: 7 });
const notCounted = anyNotCounted;
const onDayOff = fc.constantFrom("back", "forward", "stays");

/** Every weekday in one group. */
const groups = fc
  .tuple(fc.uniqueArray(weekday, { minLength: 1, maxLength: 6 }), weekday, weekday, anyCutOff, anyCutOff)
  .map(([some, first, second, at, otherAt]) => [
    { slots: some, weekday: first, at },
    { slots: [1, 2, 3, 4, 5, 6, 7].filter((day) => !some.includes(day)), weekday: second, at: otherAt },
  ]);

/** Any rule of one form. */
export const ruleOf: { readonly [K in Kind]: fc.Arbitrary<Rule<K>> } = {
  daysBefore: fc.record({
    kind: fc.constant("daysBefore"),
    days: fc.integer({ min: 0, max: 20 }),
    cutOff: anyCutOff,
    notCounted,
  }),
  weekday: fc.record({
    kind: fc.constant("weekday"),
    weekday,
    weeksBefore: fc.integer({ min: 1, max: 4 }),
    at: anyCutOff,
    onDayOff,
    notCounted,
  }),
  weekdayGroups: fc.record({ kind: fc.constant("weekdayGroups"), groups, onDayOff, notCounted }),
  clearDays: fc.record({
    kind: fc.constant("clearDays"),
    days: fc.integer({ min: 0, max: 20 }),
    before: fc.constantFrom("season", "holidays"),
    at: anyCutOff,
    notCounted,
  }),
  hoursBefore: fc.record({
    kind: fc.constant("hoursBefore"),
    hours: fc.integer({ min: 0, max: 480 }),
    notCounted,
  }),
  until: fc.record({
    kind: fc.constant("until"),
    at: fc
      .tuple(fc.integer({ min: 0, max: 660 }), anyTime)
      .map(([days, time]) => Temporal.PlainDate.from("2025-09-01").add({ days }).toPlainDateTime(time)),
  }),
  slotStart: fc.constant({ kind: "slotStart" }),
  never: fc.constant({ kind: "never" }),
};

const plainRule = fc.oneof(...Object.values(ruleOf));
const lastSchoolDay = fc.record({ kind: fc.constant("lastSchoolDay" as const), at: anyCutOff });
const afterHolidays = fc.record({
  slots: fc.constantFrom("firstDay" as const, "firstWeek" as const),
  rule: fc.oneof(plainRule, lastSchoolDay),
});

/** Any rule of any form, with or without an exception for the return from holidays. */
export const anyDeadlineRule: fc.Arbitrary<DeadlineRule> = fc.oneof(
  plainRule,
  fc.tuple(plainRule, afterHolidays).map(([rule, exception]) => ({ ...rule, afterHolidays: exception })),
);
