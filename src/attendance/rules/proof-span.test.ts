import { expect, test } from "vitest";

import { proofFault } from "./proof-span.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  ["from the 3rd to the 7th, received on the 9th", "2026-11-03", "2026-11-07", "2026-11-09", null],
  ["of one day", "2026-11-03", "2026-11-03", "2026-11-10", null],
  ["that ends before it starts", "2026-11-07", "2026-11-03", "2026-11-09", "ends-before-it-starts"],
  ["received tomorrow", "2026-11-03", "2026-11-07", "2026-11-11", "received-later"],
  ["of 92 days", "2026-08-01", "2026-10-31", "2026-11-09", null],
  ["of 93 days", "2026-08-01", "2026-11-01", "2026-11-09", "too-long"],
])("a proof %s", (_what, first, last, receivedOn, fault) => {
  const span = { first: day(first), last: day(last), receivedOn: day(receivedOn) };
  expect(proofFault(span, day("2026-11-10"))).toBe(fault);
});
