import fc from "fast-check";
import { expect, test } from "vitest";

import {
  decides,
  tableChanges,
  withoutRepeats,
  type DeadlineTable,
  type ScopedDeadline,
} from "./deadline-table.ts";

const eve = (days: number) => ({ kind: "hoursBefore" as const, hours: days });
const deadline = (
  act: "book" | "cancel" | "change",
  days: number,
  unit: string | null = null,
  season: string | null = null,
) => ({
  act,
  unit,
  season,
  rule: eve(days),
});

test("a rule that is no longer wanted is written over with what decides instead", () => {
  const current = [deadline("book", 1), deadline("book", 3, "repas")];
  expect(tableChanges(current, [deadline("book", 1)])).toEqual([deadline("book", 1, "repas")]);
  expect(withoutRepeats([deadline("book", 1), deadline("book", 1, "repas")])).toEqual([deadline("book", 1)]);
});

test("a rule of a season is hidden by a unit's and must stay where it still decides", () => {
  const table = [deadline("book", 1), deadline("book", 2, null, "été"), deadline("book", 1, "repas")];
  expect(withoutRepeats(table)).toEqual(table);
});

test("changing hours follows cancelling", () => {
  const table = [deadline("cancel", 1), deadline("change", 1)];
  expect(withoutRepeats(table)).toEqual([deadline("cancel", 1)]);
  expect(tableChanges([deadline("cancel", 1), deadline("change", 5)], [deadline("cancel", 1)])).toEqual([
    deadline("change", 1),
  ]);
});

const anyTable: fc.Arbitrary<DeadlineTable> = fc
  .uniqueArray(
    fc.record({
      act: fc.constantFrom("book" as const, "cancel" as const, "change" as const),
      unit: fc.constantFrom(null, "a", "b"),
      season: fc.constantFrom(null, "s", "t"),
      rule: fc.integer({ min: 1, max: 2 }).map(eve),
    }),
    { selector: ({ act, unit, season }) => `${act} ${unit} ${season}` },
  )
  .map((table) => [...table, ...base.filter((one) => !table.some((other) => isSame(one, other)))]);

const base = [deadline("book", 1), deadline("cancel", 2)];
const isSame = (a: ScopedDeadline, b: ScopedDeadline) =>
  a.act === b.act && a.unit === b.unit && a.season === b.season;

/** What decides for every unit in every season, one of each that no table names included. */
function decisions(table: DeadlineTable) {
  return ["a", "b", "other"].flatMap((unit) =>
    ["s", "t", "other"].flatMap((season) =>
      (["book", "cancel", "change"] as const).map((act) => decides(table, act, { unit, season })),
    ),
  );
}

const after = (table: DeadlineTable, changes: DeadlineTable) => [
  ...table.filter((one) => !changes.some((change) => isSame(one, change))),
  ...changes,
];

test("after the changes, what is wanted decides; twice changes nothing; what is left out changes nothing", () => {
  fc.assert(
    fc.property(anyTable, anyTable, (current, wanted) => {
      const written = after(current, tableChanges(current, wanted));
      expect(decisions(written)).toEqual(decisions(wanted));
      expect(tableChanges(written, wanted)).toEqual([]);
      const short = withoutRepeats(written);
      expect(decisions(short)).toEqual(decisions(wanted));
      expect(tableChanges(written, short)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
