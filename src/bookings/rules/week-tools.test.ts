import { describe, expect, test } from "vitest";

import type { Id, SchoolPeriod } from "#kernel";

import { newId } from "../../../test/builders/canteen.ts";
import { clearRange } from "./clear-range.ts";
import { copyWeek } from "./copy-week.ts";
import { lastYearOf, likeLastYear } from "./like-last-year.ts";
import type { PlaceState } from "./place-state.ts";
import type { Place, Proposal } from "./proposal.ts";
import { repeatUntil } from "./repeat-until.ts";
import { repeatWeek } from "./repeat-week.ts";

const lina = newId<"participant">();
const hugo = newId<"participant">();
const rue = newId<"unit">();
const crecy = newId<"unit">();

const BOOKED: PlaceState = { kind: "booked", canCancel: true, hours: null, heldUntil: null };
const LOCKED: PlaceState = { kind: "booked", canCancel: false, hours: null, heldUntil: null };
const ELSEWHERE: PlaceState = { kind: "booked-elsewhere" };
const FREE: PlaceState = { kind: "free" };
const FULL: PlaceState = { kind: "full", canWait: false };
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
  bookedBy: "slot",
  package: null,
  choice: null,
});

/** « + 2026-11-12 » for a place to book, « - » to give back, « ? » for one that is left. */
function told(places: readonly Place[], { lines, left }: Proposal): string[] {
  const dateOf = (slot: string) => places.find((place) => place.slotId === slot)?.date.toString() ?? "";
  return [
    ...lines.map(({ act, slotId }) => `${act === "book" ? "+" : "-"} ${dateOf(slotId)}`),
    ...left.map(({ place }) => `? ${place.date.toString()}`),
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
    rhythm: "every",
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

  // The model week is the 45th: the 9th begins the 46th, the 16th the 47th, the 23rd the 48th. 2026 has a 53rd week.
  const turn = [
    on("2026-11-02", BOOKED),
    ...["2026-11-09", "2026-11-16", "2026-11-23", "2026-12-28", "2027-01-04", "2027-01-11"].map((date) =>
      on(date, FREE),
    ),
  ];
  test.each([
    ["every-other", ["+ 2026-11-16", "+ 2026-12-28", "+ 2027-01-11"]],
    ["even", ["+ 2026-11-09", "+ 2026-11-23", "+ 2027-01-11"]],
    ["odd", ["+ 2026-11-16", "+ 2026-12-28", "+ 2027-01-04"]],
  ] as const)("rhythm %s", (rhythm, expected) => {
    const until = Temporal.PlainDate.from("2027-01-15");
    expect(told(turn, repeatWeek(turn, { ...ask, rhythm, until }))).toEqual(expected);
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

describe("like last year", () => {
  const asked = {
    participants: [lina],
    firstDay: Temporal.PlainDate.from("2026-11-02"),
    lastDay: Temporal.PlainDate.from("2026-11-27"),
  };
  // 52 weeks before 2 November 2026 is Monday 3 November 2025, of the 45th week as well.
  const mondays = ["2025-11-03", "2025-11-10", "2025-11-17", "2025-11-24"];
  const week = (monday: string, states: readonly PlaceState[], who = lina, unit = rue) =>
    states.map((state, day) =>
      on(Temporal.PlainDate.from(monday).add({ days: day }).toString(), state, who, unit),
    );
  const all = (states: readonly PlaceState[], who = lina, unit = rue) =>
    ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"].flatMap((day) => week(day, states, who, unit));

  test("the days that were booked more often than not; nothing is cancelled; what is full is told", () => {
    const before = mondays.flatMap((day, index) =>
      week(day, [BOOKED, index < 2 ? LOCKED : FREE, index === 3 ? FREE : ELSEWHERE]),
    );
    const places = [...all([FREE, FREE, BOOKED]), on("2026-11-02", FREE, hugo)];
    places[0] = on("2026-11-02", FULL);
    places[4] = on("2026-11-10", CLOSED);
    expect(told(places, likeLastYear(before, places, asked))).toEqual([
      "+ 2026-11-09",
      "+ 2026-11-16",
      "+ 2026-11-23",
      "? 2026-11-02",
    ]);
  });

  test("a family that alternates finds its weeks again", () => {
    const before = mondays.flatMap((day, index) => week(day, [index % 2 === 0 ? BOOKED : FREE]));
    const places = all([FREE]);
    expect(told(places, likeLastYear(before, places, asked))).toEqual(["+ 2026-11-02", "+ 2026-11-16"]);
  });

  test("another school: the unit of the same name; a unit that is known by itself goes before it", () => {
    const before = mondays.flatMap((day) => week(day, [BOOKED], lina, crecy));
    const places = all([FREE]);
    expect(likeLastYear(before, places, asked).lines).toHaveLength(4);
    const known = [...before, ...mondays.flatMap((day) => week(day, [FREE]))];
    expect(likeLastYear(known, places, asked).lines).toEqual([]);
  });

  test("the span of last year keeps the weekdays", () => {
    const { first, last } = lastYearOf(asked);
    expect([first.toString(), last.toString()]).toEqual(["2025-11-03", "2025-11-28"]);
    expect([first.dayOfWeek, last.dayOfWeek]).toEqual([1, 5]);
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

  test("until a day that is said; never beyond what is offered", () => {
    const offered = Temporal.PlainDate.from("2026-12-04");
    const said = Temporal.PlainDate.from("2026-11-27");
    expect(repeatUntil(said, monday, periods, offered).equals(said)).toBe(true);
    expect(repeatUntil(said.add({ days: 60 }), monday, periods, offered).equals(offered)).toBe(true);
    expect(repeatUntil("holidays", monday, periods, offered).equals(offered)).toBe(true);
  });
});
