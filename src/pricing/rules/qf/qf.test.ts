import fc from "fast-check";
import { expect, test } from "vitest";

import { effectiveFrom } from "./effective-from.ts";
import { lastDayOf, qfStanding } from "./expiry.ts";
import type { QfSetting } from "./qf-setting.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const setting: QfSetting = {
  validFrom: day("2000-01-01"),
  effect: "month",
  yearStartMonth: 1,
  retroactive: false,
  firstAtOnce: true,
  expires: { month: 1, day: 31 },
  expiresLeastDays: 31,
  warnDays: 45,
  verify: true,
};

test.each([
  // effect, year begins, retroactive, has one, received, situation, counts from, because
  ["day", 1, false, true, "2026-11-10", "2026-10-01", "2026-11-10", "day"],
  ["day", 1, true, true, "2026-11-10", "2026-10-04", "2026-10-04", "situation"],
  ["month", 1, false, true, "2026-11-10", "2026-10-01", "2026-12-01", "month"],
  ["month", 1, false, true, "2026-11-01", "2026-10-01", "2026-12-01", "month"],
  ["month", 1, false, true, "2026-12-31", "2026-12-31", "2027-01-01", "month"],
  ["month", 1, true, true, "2026-11-10", "2026-10-17", "2026-10-01", "situation"],
  ["month", 1, false, false, "2026-11-10", "2026-10-01", "2026-11-10", "first"],
  ["year", 1, false, true, "2026-11-10", "2026-10-01", "2027-01-01", "year"],
  ["year", 9, false, true, "2026-08-31", "2026-08-01", "2026-09-01", "year"],
  ["year", 9, false, true, "2026-09-01", "2026-08-01", "2027-09-01", "year"],
  ["year", 9, true, true, "2027-02-10", "2027-01-15", "2026-09-01", "situation"],
  ["year", 1, false, false, "2026-11-10", "2026-10-01", "2026-11-10", "first"],
  // A birth told before it comes: not before its day.
  ["day", 1, false, true, "2026-11-10", "2026-12-20", "2026-12-20", "situation"],
  ["month", 1, false, true, "2026-11-10", "2026-11-20", "2026-12-01", "month"],
] as const)(
  "%s (year from month %i), retroactive %s, has one %s: received %s for %s counts from %s (%s)",
  (effect, yearStartMonth, retroactive, hasOne, receivedOn, situationOn, firstDay, because) => {
    const chosen = { ...setting, effect, yearStartMonth, retroactive };
    const found = effectiveFrom(chosen, {
      receivedOn: day(receivedOn),
      situationOn: day(situationOn),
      hasOne,
    });
    expect({ ...found, firstDay: found.firstDay.toString() }).toEqual({ firstDay, because });
  },
);

test("a first one waits as the others where the authority wants it", () => {
  const found = effectiveFrom(
    { ...setting, firstAtOnce: false },
    { receivedOn: day("2026-11-10"), situationOn: day("2026-10-01"), hasOne: false },
  );
  expect(found.firstDay.toString()).toBe("2026-12-01");
});

test.each([
  ["2026-12-20", "2027-01-01", "2027-01-31"],
  ["2027-01-05", "2027-02-01", "2028-01-31"],
  ["2026-02-01", "2026-03-01", "2027-01-31"],
  // It counts from after the day on which it would have expired.
  ["2026-12-20", "2027-02-01", "2028-01-31"],
])("a situation of %s that counts from %s expires on %s", (situationOn, firstDay, lastDay) => {
  const found = lastDayOf(setting, { situationOn: day(situationOn), firstDay: day(firstDay) });
  expect(found?.toString()).toBe(lastDay);
});

test("29 February, and an authority without expiry", () => {
  const of = { situationOn: day("2026-10-01"), firstDay: day("2026-10-01") };
  expect(lastDayOf({ ...setting, expires: { month: 2, day: 29 } }, of)?.toString()).toBe("2027-02-28");
  expect(lastDayOf({ ...setting, expires: null }, of)).toBeNull();
});

test.each([
  [null, "2026-11-25", "missing"],
  [{ lastDay: "2027-01-31", followed: false }, "2026-12-16", "holds"],
  [{ lastDay: "2027-01-31", followed: false }, "2026-12-17", "expiring"],
  [{ lastDay: "2027-01-31", followed: true }, "2026-12-17", "holds"],
  [{ lastDay: "2027-01-31", followed: false }, "2027-01-31", "expiring"],
  [{ lastDay: "2027-01-31", followed: false }, "2027-02-01", "outdated"],
] as const)("%o on %s is %s", (known, on, kind) => {
  const read = known === null ? null : { ...known, lastDay: day(known.lastDay) };
  expect(qfStanding(read, day(on), 45).kind).toBe(kind);
});

test("without retroactivity no day that has passed changes its price, and none is expired from the start", () => {
  const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => day("2025-01-01").add({ days }));
  fc.assert(
    fc.property(
      anyDay,
      anyDay,
      fc.constantFrom("day", "month", "year"),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      (receivedOn, situationOn, effect, yearStartMonth, hasOne) => {
        const chosen: QfSetting = { ...setting, effect, yearStartMonth };
        const { firstDay } = effectiveFrom(chosen, { receivedOn, situationOn, hasOne });
        expect(Temporal.PlainDate.compare(firstDay, receivedOn)).toBeGreaterThanOrEqual(0);
        const last = lastDayOf(chosen, { situationOn, firstDay });
        expect(last !== null && Temporal.PlainDate.compare(last, firstDay) >= 0).toBe(true);
      },
    ),
  );
});
