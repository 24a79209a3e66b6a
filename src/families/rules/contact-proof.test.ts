import { expect, test } from "vitest";

import { MOST_TRIES, PROOFS, proofState } from "./contact-proof.ts";

const TEN = Temporal.Instant.from("2026-12-01T09:00:00Z");
const code = { expiresAt: TEN.add({ minutes: PROOFS.phone.minutes }), provedAt: null, tries: 0 };

test.each([
  ["just sent", code, 0, "open"],
  ["in its last minute", code, 9, "open"],
  ["after ten minutes", code, 10, "expired"],
  ["once wrong", { ...code, tries: 1 }, 1, "open"],
  ["five times wrong", { ...code, tries: MOST_TRIES }, 1, "worn"],
  ["used", { ...code, provedAt: TEN }, 1, "used"],
])("a code that is %s", (_how, sent, minutes, state) => {
  expect(proofState(sent, TEN.add({ minutes }))).toBe(state);
});

test("a link works for 24 hours", () => {
  const link = { ...code, expiresAt: TEN.add({ minutes: PROOFS.email.minutes }) };
  expect(proofState(link, TEN.add({ hours: 23, minutes: 59 }))).toBe("open");
  expect(proofState(link, TEN.add({ hours: 24 }))).toBe("expired");
});
