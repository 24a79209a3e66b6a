import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";

import { anyCharacter } from "../../../test/any-character.ts";
import { payfipLabel } from "./label.ts";

test.each([
  ["Cantine d’été – n° 12", "Cantine d ete n 12"],
  ["Cœur d'école / 2026-001", "Coeur d ecole 2026 001"],
  ["  ", ""],
  ["a".repeat(120), "a".repeat(100)],
  [`${"a".repeat(99)} b`, "a".repeat(99)],
])("%j becomes %j", (label, kept) => {
  expect(payfipLabel(label)).toBe(kept);
});

test("whatever is written, the service accepts what is kept, and keeping twice changes nothing", () => {
  assert(
    property(string({ unit: anyCharacter, maxLength: 130 }), (label) => {
      const kept = payfipLabel(label);
      expect(kept).toMatch(/^([A-Za-z0-9]+( [A-Za-z0-9]+)*)?$/);
      expect(kept.length).toBeLessThanOrEqual(100);
      expect(payfipLabel(kept)).toBe(kept);
    }),
  );
});
