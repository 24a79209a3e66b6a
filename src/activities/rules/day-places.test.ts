import { expect, test } from "vitest";

import { placesOfDay } from "./day-places.ts";

const unit = (from: number, to: number, places: number) => ({ from: from * 60, to: to * 60, places });
const share = (from: number, to: number, places: number, fromMonths = -1) => ({
  ...unit(from, to, places),
  fromMonths,
});
const [day, morning, afternoon] = [unit(8, 18, 20), unit(8, 12, 20), unit(14, 18, 20)];

test.each([
  ["units of their own add up", [unit(9, 11, 10), unit(14, 16, 8)], [], 18],
  ["places shared all day are counted once", [day, morning], [share(8, 18, 12)], 12],
  [
    "a morning and an afternoon are two bookings",
    [day, morning, afternoon],
    [share(8, 12, 12), share(14, 18, 12)],
    24,
  ],
  ["a unit has no more than its own", [unit(8, 18, 5)], [share(8, 18, 12)], 5],
  ["the tightest part decides", [day], [share(8, 12, 9), share(12, 18, 12)], 9],
  ["ages add up", [day], [share(8, 18, 6, 36), share(8, 18, 8, 72)], 14],
  ["what shares nothing is added", [morning, unit(18, 19, 4)], [share(8, 12, 12)], 16],
  ["over its places is none left", [unit(8, 18, -1)], [share(8, 18, -2)], 0],
])("%s", (_what, units, shared, places) => {
  expect(placesOfDay(units, shared)).toBe(places);
});
