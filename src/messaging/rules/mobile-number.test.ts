import { expect, test } from "vitest";

import { mobileNumber } from "./mobile-number.ts";

test.each([
  ["0612345678", "+33612345678"],
  ["0712345678", "+33712345678"],
  ["0692123456", "+262692123456"],
  ["0639123456", "+262639123456"],
  ["0690123456", "+590690123456"],
  ["+32470123456", "+32470123456"],
  ["0322250000", undefined],
  ["0912345678", undefined],
  ["06123", undefined],
  ["+33612345678", undefined],
  ["", undefined],
])("%j is %j", (number, international) => {
  expect(mobileNumber(number)).toBe(international);
});
