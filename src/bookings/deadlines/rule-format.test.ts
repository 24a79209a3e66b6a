import fc from "fast-check";
import { expect, test } from "vitest";

import { anyDeadlineRule } from "../../../test/any-deadline-rule.ts";
import { deadlineRuleFormat, parseDeadlineRule, writeDeadlineRule } from "./rule-format.ts";

test("a rule is read as it was written, through JSON too", () => {
  fc.assert(
    fc.property(anyDeadlineRule, (rule) => {
      const written = JSON.parse(JSON.stringify(writeDeadlineRule(rule)));
      const read = parseDeadlineRule(written);
      expect(JSON.stringify(read)).toBe(JSON.stringify(rule));
      expect(writeDeadlineRule(read)).toEqual(written);
    }),
  );
});

const notCounted = ["saturdays", "sundays", "publicHolidays"];
const days = { kind: "daysBefore", days: 1, cutOff: "10:00", notCounted };
const thursday = {
  kind: "weekday",
  weekday: "thursday",
  weeksBefore: 1,
  at: "10:00",
  onDayOff: "back",
  notCounted,
};
const groups = {
  kind: "weekdayGroups",
  groups: [
    { slots: ["monday", "tuesday"], weekday: "friday", at: "09:00" },
    { slots: ["thursday", "friday"], weekday: "tuesday", at: "09:00" },
  ],
  onDayOff: "back",
  notCounted,
};
const onReturn = (rule: unknown) => ({ ...days, afterHolidays: { slots: "firstDay", rule } });

test.each<[unknown]>([
  [{ kind: "daysBefore", days: 0, cutOff: "07:00" }],
  [{ ...days, cutOff: "slotStart", notCounted: ["schoolHolidays", "closures", "wednesday"] }],
  [thursday],
  [groups],
  [{ kind: "clearDays", days: 15, before: "holidays", at: "endOfDay" }],
  [{ kind: "hoursBefore", hours: 48 }],
  [{ kind: "until", at: "2026-08-23T23:59" }],
  [{ kind: "slotStart" }],
  [{ kind: "never" }],
  [onReturn({ kind: "lastSchoolDay", at: "11:00" })],
  [{ kind: "never", afterHolidays: { slots: "firstWeek", rule: thursday } }],
])("reads %j", (written) => {
  expect(deadlineRuleFormat.safeParse(written).error).toBeUndefined();
});

test.each<[string, unknown]>([
  ["half a day", { ...days, days: 0.5 }],
  ["a negative number of days", { ...days, days: -1 }],
  ["an hour that no clock shows", { ...days, cutOff: "24:00" }],
  ["an unknown cut-off", { ...days, cutOff: "noon" }],
  ["an unknown weekday", { ...thursday, weekday: "jeudi" }],
  ["the same week, whose Friday comes after Monday's slot", { ...thursday, weeksBefore: 0 }],
  ["a fixed day of which nothing says where it goes", { ...thursday, onDayOff: undefined }],
  ["a kind of another day", { kind: "hours" }],
  ["the form of the previous release", { ...days, kind: "workingDays", workingDaysBefore: 1 }],
  ["a word that is none of this form", { ...days, hours: 24 }],
  ["a weekday in two groups", { ...groups, groups: [...groups.groups, groups.groups[0]] }],
  ["a day that no calendar has", { kind: "until", at: "2026-02-30T23:59" }],
  ["the last school day outside a return", { kind: "lastSchoolDay", at: "11:00" }],
  ["a return within a return", onReturn(onReturn({ kind: "slotStart" }))],
  [
    "two groups for a weekday on a return",
    onReturn({ ...groups, groups: [groups.groups[0], groups.groups[0]] }),
  ],
])("refuses %s", (_, written) => {
  expect(deadlineRuleFormat.safeParse(written).success).toBe(false);
});
