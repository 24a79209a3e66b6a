import { describe, expect, test } from "vitest";

import type { Id, SchoolPeriod } from "#kernel";

import { newId } from "../../../test/builders/canteen.ts";
import { clearRange } from "./clear-range.ts";
import { copyWeek } from "./copy-week.ts";
import type { PlaceState } from "./place-state.ts";
import type { Place, Proposal } from "./proposal.ts";
import { repeatUntil } from "./repeat-until.ts";
import { repeatWeek } from "./repeat-week.ts";

const lina = newId<"participant">();
const hugo = newId<"participant">();
const rue = newId<"unit">();
const crecy = newId<"unit">();

const BOOKED: PlaceState = { kind: "booked", canCancel: true };
const LOCKED: PlaceState = { kind: "booked", canCancel: false };
const ELSEWHERE: PlaceState = { kind: "booked-elsewhere" };
const FREE: PlaceState = { kind: "free" };
const FULL: PlaceState = { kind: "full" };
const CLOSED: PlaceState = { kind: "closed", because: "Grève" };

const on = (
  date: string,
  state: PlaceState,
  participantId: Id<"participant"> = lina,
  unitId = rue,
): Place => ({
  participantId,
  slotId: newId<"slot">(),
  unitId,
  unitName: unitId === rue ? "Repas" : "repas",
  date: Temporal.PlainDate.from(date),
  state,
});

/** « + 2026-11-12 » for a place to book, « - » to give back, « ? » for one that is left. */
function told(places: readonly Place[], { lines, left }: Proposal): string[] {
  const dateOf = (slot: string) => places.find((place) => place.slotId === slot)?.date.toString() ?? "";
  return [
    ...lines.map(({ act, slotId }) => `${act === "book" ? "+" : "-"} ${dateOf(slotId)}`),
    ...left.map((place) => `? ${place.date.toString()}`),
  ];
}

// Monday 2 November 2026: Lina eats on Monday and Thursday; Wednesday 11 is a public holiday.
const monday = Temporal.PlainDate.from("2026-11-02");

describe("repeat a week", () => {
  const model = [
    on("2026-11-02", BOOKED),
    on("2026-11-03", FREE),
    on("2026-11-05", LOCKED),
    on("2026-11-06", CLOSED),
  ];
  const later = [
    on("2026-11-09", FREE),
    on("2026-11-10", BOOKED),
    on("2026-11-12", FULL),
    on("2026-11-13", BOOKED),
    on("2026-11-16", FREE),
    on("2026-11-17", ELSEWHERE),
    on("2026-11-19", BOOKED),
    on("2026-11-23", FREE),
  ];
  const places = [...model, ...later];
  const ask = {
    participants: [lina],
    monday,
    until: Temporal.PlainDate.from("2026-11-20"),
    everyWeeks: 1,
    alsoCancel: false,
  } as const;

  test("books the days of the model, leaves the others, and tells what is full", () => {
    expect(told(places, repeatWeek(places, ask))).toEqual(["+ 2026-11-09", "+ 2026-11-16", "? 2026-11-12"]);
  });

  test("cancels the other days when asked, never what the other household booked, nor a day that the model leaves open", () => {
    expect(told(places, repeatWeek(places, { ...ask, alsoCancel: true }))).toEqual([
      "+ 2026-11-09",
      "- 2026-11-10",
      "+ 2026-11-16",
      "? 2026-11-12",
    ]);
  });

  test("every other week skips the next one", () => {
    expect(told(places, repeatWeek(places, { ...ask, everyWeeks: 2 }))).toEqual(["+ 2026-11-16"]);
  });

  test("goes to the last day, included, and touches nobody else", () => {
    const until = Temporal.PlainDate.from("2026-11-23");
    const others = [...places, on("2026-11-09", FREE, hugo)];
    expect(told(others, repeatWeek(others, { ...ask, until }))).toContain("+ 2026-11-23");
    expect(repeatWeek(others, { ...ask, until }).lines.every((line) => line.participantId === lina)).toBe(
      true,
    );
  });
});

describe("copy a child's week", () => {
  test("the other child's week becomes the same, across schools, by the name of the unit", () => {
    const places = [
      on("2026-11-02", BOOKED),
      on("2026-11-03", FREE),
      on("2026-11-05", ELSEWHERE),
      on("2026-11-06", CLOSED),
      on("2026-11-02", FREE, hugo, crecy),
      on("2026-11-03", BOOKED, hugo, crecy),
      on("2026-11-05", FULL, hugo, crecy),
      on("2026-11-06", BOOKED, hugo, crecy),
      on("2026-11-09", FREE, hugo, crecy),
    ];
    const proposal = copyWeek(places, { from: lina, to: [hugo, lina], monday });
    expect(told(places, proposal)).toEqual(["+ 2026-11-02", "- 2026-11-03", "? 2026-11-05"]);
    expect(proposal.lines.every((line) => line.participantId === hugo)).toBe(true);
  });
});

describe("cancel a span of days", () => {
  test("both ends included, for the chosen ones; what can no longer be cancelled is told", () => {
    const places = [
      on("2026-11-02", BOOKED),
      on("2026-11-03", LOCKED),
      on("2026-11-05", BOOKED),
      on("2026-11-06", BOOKED),
      on("2026-11-05", BOOKED, hugo),
      on("2026-11-05", ELSEWHERE),
    ];
    const range = { participants: [lina], firstDay: monday, lastDay: Temporal.PlainDate.from("2026-11-05") };
    expect(told(places, clearRange(places, range))).toEqual(["- 2026-11-02", "- 2026-11-05", "? 2026-11-03"]);
  });
});

describe("until when a week is repeated", () => {
  const holiday = (firstDayOff: string, kind: SchoolPeriod["kind"] = "holiday"): SchoolPeriod => ({
    schoolYear: "2026-2027",
    kind,
    firstDayOff: Temporal.PlainDate.from(firstDayOff),
    lastDayOff: null,
    label: "Noël",
    evidence: "C",
  });
  const periods = [
    holiday("2027-02-20"),
    holiday("2026-12-19"),
    holiday("2026-10-17"),
    holiday("2026-11-20", "bridge"),
  ];
  const end = Temporal.PlainDate.from("2027-07-02");

  test.each([
    ["holidays", "2026-11-02", "2026-12-18"],
    ["holidays", "2027-01-04", "2027-02-19"],
    ["holidays", "2027-03-08", "2027-07-02"],
    ["end", "2026-11-02", "2027-07-02"],
  ] as const)("%s, from the week of %s: %s", (until, from, last) => {
    expect(repeatUntil(until, Temporal.PlainDate.from(from), periods, end).toString()).toBe(last);
  });

  test("never beyond what is offered", () => {
    const offered = Temporal.PlainDate.from("2026-12-04");
    expect(repeatUntil("holidays", monday, periods, offered).equals(offered)).toBe(true);
  });
});
