import fc from "fast-check";
import { expect, test } from "vitest";

import { afterChanges, changesOf } from "./changes.ts";

const FIELDS = ["rue", "telephone"];

test.each([
  ["nothing asked", { known: { rue: "A" }, now: { rue: "A" }, wanted: { rue: "A" } }, []],
  ["a street", { known: { rue: "A" }, now: { rue: "A" }, wanted: { rue: "B" } }, ["rue"]],
  // The family left the telephone as it was: what an agent corrected meanwhile stays.
  [
    "left alone, corrected meanwhile",
    {
      known: { rue: "A", telephone: "1" },
      now: { rue: "A", telephone: "2" },
      wanted: { rue: "B", telephone: "1" },
    },
    ["rue"],
  ],
  ["done meanwhile", { known: { rue: "A" }, now: { rue: "B" }, wanted: { rue: "B" } }, []],
  ["not asked by the form", { known: { rue: "A" }, now: { rue: "A" }, wanted: {} }, []],
])("%s", (_, facts, fields) => {
  const changes = changesOf(FIELDS, facts);
  expect(changes.map(({ field }) => field)).toEqual(fields);
  expect(changes.some(({ conflict }) => conflict)).toBe(false);
});

test("a line that both changed is a conflict, with the three of them", () => {
  const changes = changesOf(FIELDS, { known: { rue: "A" }, now: { rue: "C" }, wanted: { rue: "B" } });
  expect(changes).toEqual([{ field: "rue", before: "A", now: "C", wanted: "B", conflict: true }]);
});

const cell = fc.constantFrom("", "A", "B", "C");
const cells = fc.record({ rue: cell, telephone: cell });

test("what the family left alone stays as the file says; what it changed is written; nothing is overwritten silently", () => {
  fc.assert(
    fc.property(cells, cells, cells, (known, now, wanted) => {
      const changes = changesOf(FIELDS, { known, now, wanted });
      const after = afterChanges(now, changes);
      for (const field of ["rue", "telephone"] as const) {
        expect(after[field]).toBe(wanted[field] === known[field] ? now[field] : wanted[field]);
        const overwritten = after[field] !== now[field] && now[field] !== known[field];
        expect(changes.some((one) => one.field === field && one.conflict)).toBe(overwritten);
      }
      expect(changesOf(FIELDS, { known, now: after, wanted })).toEqual([]);
    }),
  );
});
