import { z } from "zod";

import type {
  AfterHolidays,
  DeadlineRule,
  LastSchoolDayRule,
  PlainRule,
} from "../rules/deadline/deadline-rule.ts";
import {
  cutOff,
  localDateTime,
  notCounted,
  weekday,
  writeCutOff,
  writeNotCounted,
  writeWeekday,
} from "./rule-words.ts";

const onDayOff = z.enum(["back", "forward", "stays"]);
const skipped = notCounted.default(() => notCounted.parse([]));

const daysBefore = z.strictObject({
  kind: z.literal("daysBefore"),
  days: z.int().min(0).max(90),
  cutOff,
  notCounted: skipped,
});

const fixedWeekday = z.strictObject({
  kind: z.literal("weekday"),
  weekday,
  weeksBefore: z.int().min(1).max(8),
  at: cutOff,
  onDayOff,
  notCounted: skipped,
});

const weekdayGroups = z.strictObject({
  kind: z.literal("weekdayGroups"),
  groups: z.array(z.strictObject({ slots: z.array(weekday).min(1), weekday, at: cutOff })).min(1),
  onDayOff,
  notCounted: skipped,
});

const clearDays = z.strictObject({
  kind: z.literal("clearDays"),
  days: z.int().min(0).max(365),
  before: z.enum(["season", "holidays"]),
  at: cutOff,
  notCounted: skipped,
});

const hoursBefore = z.strictObject({
  kind: z.literal("hoursBefore"),
  hours: z.int().min(0).max(2160),
  notCounted: skipped,
});

const until = z.strictObject({ kind: z.literal("until"), at: localDateTime });
const slotStart = z.strictObject({ kind: z.literal("slotStart") });
const never = z.strictObject({ kind: z.literal("never") });
const lastSchoolDay = z.strictObject({ kind: z.literal("lastSchoolDay"), at: cutOff });

const returnRule = z
  .discriminatedUnion("kind", [
    daysBefore,
    fixedWeekday,
    weekdayGroups,
    clearDays,
    hoursBefore,
    until,
    slotStart,
    never,
    lastSchoolDay,
  ])
  .superRefine(eachWeekdayOnce);

const exception = {
  afterHolidays: z
    .strictObject({ slots: z.enum(["firstDay", "firstWeek"]), rule: returnRule })
    .exactOptional(),
};

/** A deadline rule as the file of the rule set and `deadline_rule.rule` write it. */
export const deadlineRuleFormat = z
  .discriminatedUnion("kind", [
    daysBefore.extend(exception),
    fixedWeekday.extend(exception),
    weekdayGroups.extend(exception),
    clearDays.extend(exception),
    hoursBefore.extend(exception),
    until.extend(exception),
    slotStart.extend(exception),
    never.extend(exception),
  ])
  .superRefine(eachWeekdayOnce);

/** Reads a deadline rule: times « 10:00 », weekdays in English, the days that do not count as a list of words. */
export function parseDeadlineRule(written: unknown): DeadlineRule {
  return deadlineRuleFormat.parse(written);
}

/** The inverse of `parseDeadlineRule`: what the file says, ready for YAML or JSON. */
export function writeDeadlineRule({
  afterHolidays,
  ...rule
}: DeadlineRule): z.input<typeof deadlineRuleFormat> {
  const plain = writePlainRule(rule);
  return afterHolidays === undefined ? plain : { ...plain, afterHolidays: writeAfterHolidays(afterHolidays) };
}

function writeAfterHolidays({ slots, rule }: AfterHolidays) {
  return { slots, rule: rule.kind === "lastSchoolDay" ? writeLastSchoolDay(rule) : writePlainRule(rule) };
}

function writeLastSchoolDay({ kind, at }: LastSchoolDayRule) {
  return { kind, at: writeCutOff(at) };
}

function writePlainRule(rule: PlainRule) {
  switch (rule.kind) {
    case "daysBefore":
      return { ...rule, cutOff: writeCutOff(rule.cutOff), notCounted: writeNotCounted(rule.notCounted) };
    case "weekday":
      return {
        ...rule,
        weekday: writeWeekday(rule.weekday),
        at: writeCutOff(rule.at),
        notCounted: writeNotCounted(rule.notCounted),
      };
    case "weekdayGroups":
      return {
        ...rule,
        groups: rule.groups.map((group) => ({
          slots: group.slots.map(writeWeekday),
          weekday: writeWeekday(group.weekday),
          at: writeCutOff(group.at),
        })),
        notCounted: writeNotCounted(rule.notCounted),
      };
    case "clearDays":
      return { ...rule, at: writeCutOff(rule.at), notCounted: writeNotCounted(rule.notCounted) };
    case "hoursBefore":
      return { ...rule, notCounted: writeNotCounted(rule.notCounted) };
    case "until":
      return { ...rule, at: rule.at.toString({ smallestUnit: "minute" }) };
    case "slotStart":
    case "never":
      return rule;
  }
}

/** A weekday in two groups would have two deadlines. */
function eachWeekdayOnce(rule: PlainRule | LastSchoolDayRule, context: z.RefinementCtx): void {
  if (rule.kind !== "weekdayGroups") return;
  const weekdays = rule.groups.flatMap((group) => group.slots);
  const twice = weekdays.find((day, index) => weekdays.indexOf(day) !== index);
  if (twice === undefined) return;
  const message = `« ${writeWeekday(twice)} » est dans deux groupes : un jour n’a qu’un délai.`;
  context.addIssue({ code: "custom", path: ["groups"], message });
}
