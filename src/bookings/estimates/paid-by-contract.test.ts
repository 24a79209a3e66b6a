import { randomUUID } from "node:crypto";

import { parseId } from "#kernel";
import { expect, test } from "vitest";

import { isPaidByContract } from "./paid-by-contract.ts";

const hours = { from: 510, to: 1020 };
const [activityId, other, seasonId] = [
  parseId<"activity">(randomUUID()),
  parseId<"activity">(randomUUID()),
  parseId<"season">(randomUUID()),
];

test.each([
  ["2026-12-10", "accueil", "a day of its week", true],
  ["2026-12-09", "accueil", "a Wednesday in plus", false],
  ["2026-09-01", "accueil", "a day of the weeks to get used to the place", true],
  ["2026-09-03", "accueil", "a day that these weeks do not have", false],
  ["2027-07-05", "accueil", "after the contract", false],
  ["2026-12-10", "repas", "another unit", false],
])("%s, %s, is %s: paid by the contract %s", (date, unitCode, _, expected) => {
  if (activityId === undefined || other === undefined || seasonId === undefined) throw new Error("No id");
  const contract = {
    unitCode: "accueil",
    firstDay: "2026-08-31",
    lastDay: "2027-07-02",
    week: [1, 2, 4].map((weekday) => ({ weekday, ...hours })),
    adaptingUntil: "2026-09-11",
    adaptingWeek: [1, 2].map((weekday) => ({ weekday, from: 540, to: 660 })),
  };
  const enrolled = {
    activityId,
    seasonId,
    firstDay: "2026-08-31",
    lastDay: "2027-07-02",
    regular: true,
    agreed: [],
  };
  const place = { unitCode, date: Temporal.PlainDate.from(date) };
  expect(isPaidByContract([{ ...enrolled, contracts: [contract] }], { ...place, activityId })).toBe(expected);
  expect(isPaidByContract([{ ...enrolled, contracts: [contract] }], { ...place, activityId: other })).toBe(
    false,
  );
  expect(isPaidByContract([enrolled], { ...place, activityId })).toBe(false);
});
