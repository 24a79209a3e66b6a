import { expect, test } from "vitest";

import type { AbsenceRule } from "../rules/tariff/grammar.ts";
import { readTariff } from "../rules/tariff/tariff.ts";
import { absenceCost } from "./absence-cost.ts";

const absences: readonly AbsenceRule[] = [
  { reasons: ["illness"], proof: { withinHours: 48 }, billedFirstDays: 1, billed: "none" },
  { billed: "full" },
];
const tariff = readTariff({ price: "3.20" }, { absences, penalties: [] });
const since = Temporal.PlainDateTime.from("2026-12-03T12:00");
const costOn = (day: string, reason: string) =>
  absenceCost({ tariff, absences }, { date: Temporal.PlainDate.from(day) }, { reason, since, toldAt: since });

test.each([
  ["the first day is due, with a proof or without", "2026-12-03", "illness", 320, 320, "2026-12-05"],
  ["the second one is free with a proof", "2026-12-04", "illness", 320, 0, "2026-12-05"],
  ["for another reason no proof helps", "2026-12-04", "other", 320, 320, null],
] as const)("what an announced absence costs: %s", (_, day, reason, unproven, proven, until) => {
  const cost = costOn(day, reason);
  expect([cost.unproven, cost.proven, cost.proofUntil?.toString() ?? null]).toEqual([
    unproven,
    proven,
    until,
  ]);
});

test("the rules that decide are told, and no others", () => {
  expect(costOn("2026-12-03", "other").rules).toEqual(["toute autre absence : facturée comme une présence"]);
  expect(costOn("2026-12-03", "illness").rules).toHaveLength(2);
});
