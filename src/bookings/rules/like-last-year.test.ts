import { describe, expect, test } from "vitest";

import { lina, day, booked, FREE, CLOSED, place, told } from "../../../test/builders/proposed-places.ts";
import { lastYearHeld, likeLastYear } from "./like-last-year.ts";
import type { Place } from "./proposal.ts";

describe("an autumn of last year, asked for a whole year", () => {
  const before = [
    ...["2025-11-03", "2025-11-10", "2025-11-17"].map((date) => place(date, booked())),
    ...["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"].map((date) => place(date, FREE)),
  ];
  const asked = { participants: [lina], firstDay: day("2026-11-02"), lastDay: day("2027-02-28") };
  const year = ["2026-11-02", "2026-11-16", "2026-11-23", "2027-01-04"];
  const alone = { bookedBy: "slot", package: null } as const;

  test("is proposed until the week that meets its last, and said", () => {
    const places = year.map((date) => place(date, FREE, alone));
    const then = before.map((known) => ({ ...known, ...alone }));
    expect(told(places, likeLastYear(then, places, asked))).toEqual(["book 2026-11-02", "book 2026-11-16"]);
    const held = { kind: "usual", first: day("2025-11-03"), last: day("2025-11-17") };
    expect(lastYearHeld(then, places, asked)).toEqual({ ...held, whole: false });
    const autumn = { ...asked, lastDay: day("2026-11-20") };
    expect(lastYearHeld(then, places, autumn)).toEqual({ ...held, whole: true });
  });

  test("what is booked already is still a habit", () => {
    const places = year.map((date) => place(date, booked(), alone));
    const then = before.map((known) => ({ ...known, ...alone }));
    expect(lastYearHeld(then, places, asked).kind).toBe("usual");
    expect(likeLastYear(then, places, asked).lines).toEqual([]);
  });

  test.each<[string, readonly Place[], readonly Place[]]>([
    ["closed", before, []],
    ["closed", before, year.map((date) => place(date, CLOSED, alone))],
    ["nothing", before.slice(3), year.map((date) => place(date, FREE, alone))],
    [
      "irregular",
      [place("2025-11-03", booked(), alone), place("2025-11-10", FREE, alone)].concat(
        ["2025-11-17", "2025-11-24", "2025-12-01"].map((date) => place(date, FREE, alone)),
        place("2025-12-08", booked(), alone),
      ),
      year.map((date) => place(date, FREE, alone)),
    ],
  ])("%s", (kind, then, places) => {
    expect(lastYearHeld(then, places, asked)).toEqual({ kind });
    expect(likeLastYear(then, places, asked).lines).toEqual([]);
  });
});
