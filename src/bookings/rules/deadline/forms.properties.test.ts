import fc from "fast-check";
import { expect, test } from "vitest";

import { parisInstant, whyNotCounted } from "#kernel";

import { anyDeadlineRule, anyTime, ruleOf } from "../../../../test/any-deadline-rule.ts";
import { calendarOf } from "../../../../test/deadline-readings.ts";
import { deadlineOf } from "../deadline.ts";
import type { Closes } from "./closing.ts";
import type { AfterHolidays, DeadlineRule, DeadlineSlot } from "./deadline-rule.ts";
import { slotDeadline } from "./slot-deadline.ts";

const calendar = calendarOf();
const FIRST = Temporal.PlainDate.from("2025-09-01");

/** Slots of two school years whose calendar is known, of a season that began up to four months before. */
const slots: fc.Arbitrary<DeadlineSlot> = fc
  .tuple(fc.integer({ min: 0, max: 660 }), fc.integer({ min: 0, max: 120 }), anyTime)
  .map(([days, since, startsAt]) => {
    const date = FIRST.add({ days });
    return { date, startsAt, seasonFirstDay: date.subtract({ days: since }) };
  });

const closesOf = (rule: DeadlineRule, slot: DeadlineSlot): Closes | null => {
  const deadline = deadlineOf(rule, slot, calendar);
  return deadline.kind === "closes" ? deadline : null;
};
const startOf = (slot: DeadlineSlot) => parisInstant(slot.date, slot.startsAt);
const isLater = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;

/** The forms that may close after the slot began: on its own day, at an hour that is not its start. */
const onItsOwnDay = (rule: DeadlineRule | AfterHolidays["rule"]) =>
  rule.kind === "daysBefore" && rule.days === 0;

test("no form closes after the slot has begun, but for an hour of its own day", () => {
  fc.assert(
    fc.property(anyDeadlineRule, slots, (rule, slot) => {
      const exception = rule.afterHolidays?.rule;
      fc.pre(!onItsOwnDay(rule) && (exception === undefined || !onItsOwnDay(exception)));
      const closes = closesOf(rule, slot);
      if (closes !== null) expect(isLater(closes.at, startOf(slot))).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test("the instant is the local date and time that is told", () => {
  fc.assert(
    fc.property(anyDeadlineRule, slots, (rule, slot) => {
      const closes = closesOf(rule, slot);
      if (closes !== null) expect(parisInstant(closes.localDate, closes.localTime)).toEqual(closes.at);
    }),
  );
});

test("every day that is told as skipped does not count, and only the kinds that may be unknown are", () => {
  fc.assert(
    fc.property(fc.oneof(...Object.values(ruleOf)), slots, (rule, slot) => {
      const deadline = deadlineOf(rule, slot, calendar);
      if (deadline.kind === "unknown") expect(deadline.because.code).not.toBe("noDeadlineRule");
      if (deadline.kind !== "closes" || !("notCounted" in rule)) return;
      for (const { first, last } of deadline.skipped) {
        expect(whyNotCounted(calendar, rule.notCounted, first).kind).toBe("notCounted");
        expect(whyNotCounted(calendar, rule.notCounted, last).kind).toBe("notCounted");
      }
    }),
  );
});

test("a fixed day that moved counts where it went, unless the slot's start stopped it", () => {
  fc.assert(
    fc.property(fc.oneof(ruleOf.weekday, ruleOf.weekdayGroups), slots, (rule, slot) => {
      const closes = closesOf(rule, slot);
      fc.pre(closes !== null && rule.onDayOff !== "stays" && !closes.at.equals(startOf(slot)));
      expect(whyNotCounted(calendar, rule.notCounted, closes.localDate).kind).toBe("counted");
    }),
  );
});

test("all the slots of a week close together by a weekday of an earlier week, when nothing moves it forward", () => {
  fc.assert(
    fc.property(ruleOf.weekday, slots, (rule, slot) => {
      fc.pre(rule.onDayOff !== "forward" && rule.at.kind !== "slotStart");
      const monday = slot.date.subtract({ days: slot.date.dayOfWeek - 1 });
      expect(closesOf(rule, { ...slot, date: monday })).toEqual(closesOf(rule, slot));
    }),
  );
});

test("one more of what a rule counts never closes later", () => {
  const more: fc.Arbitrary<readonly [DeadlineRule, DeadlineRule]> = fc.oneof(
    ruleOf.daysBefore.map((rule) => [rule, { ...rule, days: rule.days + 1 }] as const),
    ruleOf.hoursBefore.map((rule) => [rule, { ...rule, hours: rule.hours + 1 }] as const),
    ruleOf.clearDays.map((rule) => [rule, { ...rule, days: rule.days + 1 }] as const),
    ruleOf.weekday.map((rule) => [rule, { ...rule, weeksBefore: rule.weeksBefore + 1 }] as const),
  );
  fc.assert(
    fc.property(more, slots, ([rule, one], slot) => {
      const closes = closesOf(rule, slot);
      const earlier = closesOf(one, slot);
      if (closes !== null && earlier !== null) expect(isLater(earlier.at, closes.at)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test("what an agent moved wins over every rule, up to the start of the slot, and on no other day", () => {
  const moved = fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(anyDeadlineRule, slots, moved, (rule, slot, [minutes, days]) => {
      const closesAt = startOf(slot).add({ minutes });
      const move = { firstDay: slot.date, lastDay: slot.date.add({ days }), closesAt, because: "Fête" };
      const rules = [{ validFrom: FIRST.subtract({ years: 1 }), rule }];
      const deadlines = { rules, moves: [move] };
      const found = slotDeadline(deadlines, slot, calendar);
      const expected = isLater(closesAt, startOf(slot)) ? startOf(slot) : closesAt;
      expect(found.kind === "closes" && found.at.equals(expected) && found.moved).toBe("Fête");
      const before = { ...slot, date: slot.date.subtract({ days: 1 }) };
      expect(slotDeadline(deadlines, before, calendar)).toEqual(deadlineOf(rule, before, calendar));
    }),
  );
});
