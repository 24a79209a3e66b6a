import { describe, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { unusualPlaces, weekGaps, type FamilyPlace } from "./habits.ts";
import type { PlaceState } from "./place-state.ts";

const lina = newId<"participant">();
const canteen = newId<"activity">();
const evening = newId<"activity">();
const units = new Map([
  [canteen, newId<"unit">()],
  [evening, newId<"unit">()],
]);

const STATES = {
  booked: { kind: "booked", canCancel: true, hours: null, heldUntil: null },
  kept: { kind: "booked", canCancel: false, hours: null, heldUntil: null },
  elsewhere: { kind: "booked-elsewhere" },
  free: { kind: "free" },
  full: { kind: "full", canWait: false },
  missed: { kind: "missed" },
  closed: { kind: "closed", because: "Vacances" },
} satisfies Record<string, PlaceState>;

/** A place on a day; its deadlines are at noon of the eve. */
function on(day: string, state: keyof typeof STATES, activityId = canteen): FamilyPlace {
  const date = Temporal.PlainDate.from(day);
  const until = date.subtract({ days: 1 }).toZonedDateTime({ timeZone: "Europe/Paris", plainTime: "12:00" });
  return {
    participantId: lina,
    activityId,
    unitId: units.get(activityId) ?? newId<"unit">(),
    slotId: newId<"slot">(),
    date,
    state: STATES[state],
    bookUntil: until.toInstant(),
    cancelUntil: until.toInstant(),
    saidAbsent: false,
  };
}

const MONDAYS = ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"];
/** The four Mondays before 16 November, each in one of these states. */
const past = (states: readonly (keyof typeof STATES)[], activityId = canteen) =>
  states.flatMap((state, index) => on(MONDAYS[index] ?? "", state, activityId));
const monday = Temporal.PlainDate.from("2026-11-16");

describe("a week that lacks something", () => {
  const gap = (places: readonly FamilyPlace[]) =>
    weekGaps(places, monday).map(({ empty, activityIds, until }) => [
      empty ? "empty" : "something",
      ...activityIds.map((id) => (id === canteen ? "canteen" : "evening")),
      until.toString(),
    ]);
  const next = [on("2026-11-16", "free"), on("2026-11-17", "free")];

  test.each([
    [
      "who comes every week",
      past(["kept", "kept", "kept", "kept"]),
      next,
      ["empty", "canteen", "2026-11-15T11:00:00Z"],
    ],
    [
      "one week in two",
      past(["kept", "missed", "elsewhere", "missed"]),
      next,
      ["empty", "canteen", "2026-11-15T11:00:00Z"],
    ],
    [
      "the Monday is full, the Tuesday free",
      past(["kept"]),
      [on("2026-11-16", "full"), on("2026-11-17", "free")],
      ["empty", "canteen", "2026-11-16T11:00:00Z"],
    ],
    [
      "the return from holidays: no habit",
      past(["closed", "closed", "closed", "closed"]),
      next,
      ["empty", "canteen", "2026-11-15T11:00:00Z"],
    ],
  ] as const)("empty: %s", (_, before, week, expected) => {
    expect(gap([...before, ...week])).toEqual([expected]);
  });

  test.each([
    ["who never comes", past(["missed", "missed", "missed", "missed"]), next],
    ["who came once in four weeks", past(["kept", "missed", "missed", "missed"]), next],
    ["something is booked", past(["kept", "kept"]), [on("2026-11-16", "booked"), on("2026-11-17", "free")]],
    ["the other household booked", past(["kept"]), [on("2026-11-16", "elsewhere"), on("2026-11-17", "free")]],
    [
      "nothing can be booked any more",
      past(["kept"]),
      [on("2026-11-16", "missed"), on("2026-11-17", "full")],
    ],
    ["it is closed", past(["kept"]), [on("2026-11-16", "closed")]],
    ["another week", past(["kept"]), [on("2026-11-23", "free")]],
  ] as const)("nothing to say: %s", (_, before, week) => {
    expect(gap([...before, ...week])).toEqual([]);
  });

  test("one activity lacks where another is booked", () => {
    const before = [...past(["kept", "kept"]), ...past(["kept", "kept"], evening)];
    const week = [on("2026-11-16", "booked"), on("2026-11-16", "free", evening)];
    expect(gap([...before, ...week])).toEqual([["something", "evening", "2026-11-15T11:00:00Z"]]);
    expect(gap([...past(["kept"]), ...past(["missed"], evening), ...week])).toEqual([]);
  });
});

describe("what is not as usual", () => {
  const today = Temporal.PlainDate.from("2026-11-15");
  const unusual = (places: readonly FamilyPlace[]) => unusualPlaces(places, today).map(({ kind }) => kind);

  test.each([
    ["usually booked, free now", past(["kept", "missed", "kept", "kept"]), "free", ["missing"]],
    ["booked one time in two", past(["kept", "missed", "kept", "missed"]), "free", []],
    ["one day known only", past(["kept"]), "free", []],
    ["usually booked, too late", past(["kept", "kept"]), "missed", []],
    ["never booked, booked now", past(["missed", "missed"]), "booked", ["extra"]],
    ["never booked, cannot be cancelled", past(["missed", "missed"]), "kept", []],
    ["booked once before", past(["kept", "missed", "missed"]), "booked", []],
    ["booked as usual", past(["kept", "kept"]), "booked", []],
  ] as const)("%s", (_, before, state, expected) => {
    expect(unusual([...before, on("2026-11-16", state)])).toEqual(expected);
    // Another weekday knows nothing of it.
    expect(unusual([...before, on("2026-11-17", state)])).toEqual([]);
  });
});
