import { expect, test } from "vitest";

import { choosableTimes, hoursWords } from "./hours.ts";

test.each([
  [{ from: 450, to: 495 }, "7\u00a0h\u00a030 – 8\u00a0h\u00a015"],
  [{ from: 0, to: 1440 }, "0\u00a0h – 23\u00a0h\u00a059"],
])("%o: %s", (hours, words) => {
  expect(hoursWords(hours)).toBe(words);
});

test.each([
  [{ from: 990, to: 1125 }, 30, [990, 1020, 1050, 1080, 1110, 1125]],
  [{ from: 450, to: 510 }, 15, [450, 465, 480, 495, 510]],
  [{ from: 480, to: 540 }, 60, [480, 540]],
])("the times of %o by %i minutes", (hours, step, times) => {
  expect(choosableTimes(hours, step)).toEqual(times);
});
