import { expect, test } from "vitest";

import { inDayOrder } from "./in-day-order.ts";

test("by day, then morning before evening, chosen hours above those of the unit", () => {
  const line = (
    name: string,
    date: string,
    fromMinute: number,
    hours: { from: number; to: number } | null = null,
  ) => ({
    ...{ name, hours, unitRules: { fromMinute } },
    date: Temporal.PlainDate.from(date),
  });
  const lines = [
    line("next day", "2026-11-13", 450),
    line("evening", "2026-11-12", 990),
    line("morning", "2026-11-12", 450),
    line("late morning", "2026-11-12", 450, { from: 600, to: 660 }),
  ];
  expect(lines.toSorted(inDayOrder).map(({ name }) => name)).toEqual([
    "morning",
    "late morning",
    "evening",
    "next day",
  ]);
});
