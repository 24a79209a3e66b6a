import { expect, test } from "vitest";

import { joinedSpans } from "./joined-spans.ts";

test("what touches or overlaps is one span, whatever the order", () => {
  expect(joinedSpans([])).toEqual([]);
  expect(
    joinedSpans([
      { from: 510, to: 540 },
      { from: 480, to: 510 },
      { from: 500, to: 530 },
      { from: 600, to: 660 },
    ]),
  ).toEqual([
    { from: 480, to: 540 },
    { from: 600, to: 660 },
  ]);
});
