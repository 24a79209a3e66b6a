import { expect, test } from "vitest";

import type { SchoolPeriod } from "#kernel";

import { calendarChange } from "./calendar-change.ts";

const period = (changes: Partial<SchoolPeriod> & { from: string; to?: string | null }): SchoolPeriod => ({
  schoolYear: "2026-2027",
  kind: "holiday",
  label: "Toussaint",
  evidence: "C",
  firstDayOff: Temporal.PlainDate.from(changes.from),
  lastDayOff: typeof changes.to === "string" ? Temporal.PlainDate.from(changes.to) : null,
  ...changes,
});

const known = period({ from: "2026-10-17", to: "2026-11-01", evidence: "G" });
const winter = period({ from: "2027-02-20", to: "2027-03-07", label: "Hiver" });

/** How each period of a file was judged. */
function judged(before: readonly SchoolPeriod[], file: readonly SchoolPeriod[]) {
  const { added, changed, unchanged, kept } = calendarChange(before, file);
  return [added.length, changed.length, unchanged.length, kept.length];
}

test.each([
  ["the same dates, now confirmed", { from: "2026-10-17", to: "2026-11-01" }, [0, 1, 0, 0]],
  [
    "the same dates, still to be confirmed",
    { from: "2026-10-17", to: "2026-11-01", evidence: "G" },
    [0, 0, 1, 0],
  ],
  ["the same holidays a week later", { from: "2026-10-24", to: "2026-11-08" }, [0, 1, 0, 0]],
  ["the same holidays, far away", { from: "2026-12-01", to: "2026-12-05" }, [0, 1, 0, 0]],
  [
    "the same days under another name",
    { from: "2026-10-17", to: "2026-11-01", label: "Automne" },
    [0, 1, 0, 0],
  ],
  ["other holidays", { from: "2026-12-19", to: "2027-01-03", label: "Noël" }, [1, 0, 0, 0]],
  [
    "the same holidays of another year",
    { from: "2027-10-23", to: "2027-11-07", schoolYear: "2027-2028" },
    [1, 0, 0, 0],
  ],
] as const)("%s", (_, file, expected) => {
  expect(judged([known, winter], [period(file)])).toEqual(expected);
});

test("dates to be confirmed never replace confirmed ones", () => {
  const moved = period({ from: "2027-02-13", to: "2027-02-28", label: "Hiver", evidence: "G" });
  expect(judged([known, winter], [moved])).toEqual([0, 0, 0, 1]);
});

test("a summer that was open takes its end, and what it replaces is named", () => {
  const open = period({ from: "2027-07-03", to: null, label: "Été", schoolYear: "2027-2028" });
  const closed = { ...open, lastDayOff: Temporal.PlainDate.from("2027-08-31") };
  expect(calendarChange([open], [closed]).changed).toEqual([{ before: [open], after: closed }]);
});

test("a file that is already known changes nothing", () => {
  expect(judged([known, winter], [known, winter])).toEqual([0, 0, 2, 0]);
});
