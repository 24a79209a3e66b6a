import fc from "fast-check";
import { expect, test } from "vitest";

import type { DeadlineRule } from "../rules/deadline.ts";
import { parseDeadlineRule, writeDeadlineRule } from "./rule-format.ts";

const cutOff = fc.oneof(
  fc.constant({ kind: "slotStart" as const }),
  fc.constant({ kind: "endOfDay" as const }),
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => ({ kind: "time" as const, time: new Temporal.PlainTime(hour, minute) })),
);

const anyRule: fc.Arbitrary<DeadlineRule> = fc.record({
  kind: fc.constant("workingDays" as const),
  workingDaysBefore: fc.integer({ min: 0, max: 90 }),
  cutOff,
  notCounted: fc.record({
    saturdays: fc.boolean(),
    sundays: fc.boolean(),
    publicHolidays: fc.boolean(),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    schoolHolidays: fc.boolean(),
    closures: fc.boolean(),
  }),
});

test("a rule is read as it was written", () => {
  fc.assert(
    fc.property(anyRule, (rule) => {
      const written = writeDeadlineRule(rule);
      expect(writeDeadlineRule(parseDeadlineRule(JSON.parse(written)))).toBe(written);
      const read = parseDeadlineRule(JSON.parse(written));
      expect(read.cutOff.kind === "time" ? read.cutOff.time.toString() : read.cutOff).toEqual(
        rule.cutOff.kind === "time" ? rule.cutOff.time.toString() : rule.cutOff,
      );
    }),
  );
});

const sound = {
  kind: "workingDays",
  workingDaysBefore: 1,
  cutOff: { kind: "time", time: "10:00" },
  notCounted: {
    saturdays: true,
    sundays: true,
    publicHolidays: true,
    weekdays: [3],
    schoolHolidays: false,
    closures: false,
  },
};

test.each([
  ["half a day", { workingDaysBefore: 0.5 }],
  ["a negative number of days", { workingDaysBefore: -1 }],
  ["an hour that no clock shows", { cutOff: { kind: "time", time: "24:00" } }],
  ["an unknown cut-off", { cutOff: { kind: "noon" } }],
  ["an eighth weekday", { notCounted: { ...sound.notCounted, weekdays: [8] } }],
  ["a kind of another day", { kind: "hours" }],
])("refuses %s", (_, change) => {
  expect(() => parseDeadlineRule(sound)).not.toThrow();
  expect(() => parseDeadlineRule({ ...sound, ...change })).toThrow();
});
