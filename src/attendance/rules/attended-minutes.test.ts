import fc from "fast-check";
import { expect, test } from "vitest";

import { attendedMinutes, type Rounding } from "./attended-minutes.ts";

const time = (text: string) => Temporal.PlainTime.from(text);
const stay = (from: string, to: string) => ({ arrivedAt: time(from), leftAt: time(to) });

test.each<[string, string, number, Rounding["counted"], number]>([
  ["08:40", "17:10", 30, "clock", 540],
  ["08:40", "17:10", 30, "duration", 510],
  ["08:30", "17:30", 30, "clock", 540],
  ["08:30", "17:00", 30, "duration", 510],
  ["08:31", "08:32", 60, "clock", 60],
  ["08:59", "09:01", 60, "clock", 120],
  ["08:59", "09:01", 60, "duration", 60],
  ["16:30", "17:46", 15, "clock", 90],
  ["16:35", "17:45", 10, "duration", 70],
  ["17:00", "17:00", 30, "clock", 0],
])("from %s to %s in slices of %i (%s): %i minutes", (from, to, slice, counted, minutes) => {
  expect(attendedMinutes(stay(from, to), { slice, counted })).toBe(minutes);
});

const anyStay = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to, stay: { arrivedAt: atMinute(from), leftAt: atMinute(to) } }));
const anyRounding = fc.record<Rounding>({
  slice: fc.constantFrom(10, 15, 30, 60),
  counted: fc.constantFrom("clock", "duration"),
});
const atMinute = (minute: number) => new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);

test("whole slices, never less than the time itself, never two slices more", () => {
  fc.assert(
    fc.property(anyStay, anyRounding, ({ from, to, stay: one }, rounding) => {
      const minutes = attendedMinutes(one, rounding);
      expect(minutes % rounding.slice).toBe(0);
      expect(minutes).toBeGreaterThanOrEqual(to - from);
      expect(minutes).toBeLessThan(to - from + 2 * rounding.slice);
    }),
  );
});

test("the clock never counts less than the whole time, and leaving later never counts less", () => {
  fc.assert(
    fc.property(anyStay, fc.constantFrom(10, 15, 30, 60), ({ to, stay: one }, slice) => {
      const clock = attendedMinutes(one, { slice, counted: "clock" });
      const duration = attendedMinutes(one, { slice, counted: "duration" });
      expect(clock).toBeGreaterThanOrEqual(duration);
      const later = { ...one, leftAt: atMinute(Math.min(1439, to + 7)) };
      expect(attendedMinutes(later, { slice, counted: "duration" })).toBeGreaterThanOrEqual(duration);
    }),
  );
});
