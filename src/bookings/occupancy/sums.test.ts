import { expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { dayOccupancies, halfHoursOf } from "./day-occupancy.ts";
import type { Occupancy } from "./occupancy.ts";
import { byDay, byUnit } from "./sums.ts";

const activityId = newId<"activity">();
const [morning, day] = [newId<"unit">(), newId<"unit">()];
const monday = Temporal.PlainDate.from("2026-11-09");
const tuesday = Temporal.PlainDate.from("2026-11-10");
const groupId = newId<"ageGroup">();

const slot = (unitId: typeof day, from: number, to: number, taken: number, date = monday) => ({
  slotId: newId<"slot">(),
  activityId,
  unitId,
  date,
  from,
  to,
  places: 10,
  taken,
  offered: 0,
  closedBecause: null,
  waiting: 1,
});
const occupancy: Occupancy = {
  slots: [
    slot(morning, 480, 720, 2),
    slot(day, 480, 1020, 4),
    slot(day, 480, 1020, 9, tuesday),
    { ...slot(morning, 480, 720, 0, tuesday), closedBecause: "Grève" },
  ],
  presences: [
    { activityId, date: monday, from: 480, to: 720, count: 6, groupId },
    { activityId, date: monday, from: 720, to: 1020, count: 4, groupId },
  ],
  shared: [{ activityId, date: monday, from: 480, to: 720, fromMonths: 0, places: 8, taken: 6 }],
  groups: [{ groupId, activityId, name: "Petits", fromMonths: 0, childrenPerAdult: 5 }],
};
const days = dayOccupancies(occupancy);

test("a day's figures: shared places bound what is left, adults are those of the busiest moment", () => {
  expect(byDay(days)).toEqual([
    { date: monday, taken: 6, offered: 0, places: 8, left: 2, waiting: 2, staff: 2, closedBecause: null },
    { date: tuesday, taken: 9, offered: 0, places: 10, left: 1, waiting: 1, staff: 0, closedBecause: null },
  ]);
});

test("a unit's figures over the days, and its fullest one; what is closed counts for nothing", () => {
  expect(byUnit(days)).toMatchObject([
    { unitId: morning, taken: 2, places: 8, left: 2, fullest: { date: monday } },
    { unitId: day, taken: 13, places: 18, left: 3, fullest: { date: tuesday, left: 1 } },
  ]);
});

test("half-hours: who is there together, the places of the units that are open, the shared ones above all", () => {
  const [first] = days;
  if (first === undefined) throw new Error("No day");
  const hours = halfHoursOf(first, occupancy);
  expect(hours).toHaveLength(18);
  expect(hours[0]).toEqual({
    ...{ from: 480, to: 510, present: 6, staff: 2, places: 8, left: 2 },
    ...{ sharedOver: [{ from: 480, to: 720 }], sharedBy: [morning, day], groups: [] },
  });
  expect(hours.at(-1)).toMatchObject({
    from: 990,
    to: 1020,
    present: 4,
    places: 10,
    left: 6,
    sharedOver: [],
  });
});

test("half-hours by age group: each has its places and its adults; when nothing is open there is no half-hour", () => {
  const [babies, older] = [newId<"ageGroup">(), newId<"ageGroup">()];
  const evening = newId<"unit">();
  const count = (fromMonths: number, places: number, taken: number) => ({
    ...{ activityId, date: monday, from: 480, to: 510, fromMonths, places, taken },
  });
  const nursery: Occupancy = {
    slots: [slot(morning, 480, 510, 4), slot(evening, 990, 1020, 0)],
    presences: [
      { activityId, date: monday, from: 480, to: 510, count: 1, groupId: babies },
      { activityId, date: monday, from: 480, to: 510, count: 3, groupId: older },
    ],
    shared: [count(0, 2, 1), count(15, 6, 3)],
    groups: [
      { groupId: babies, activityId, name: "Bébés", fromMonths: 0, childrenPerAdult: 5 },
      { groupId: older, activityId, name: "Grands", fromMonths: 15, childrenPerAdult: null },
    ],
  };
  const [first] = dayOccupancies(nursery);
  if (first === undefined) throw new Error("No day");
  const hours = halfHoursOf(first, nursery);
  expect(hours.map(({ from }) => from)).toEqual([480, 990]);
  expect(hours[0]).toMatchObject({
    ...{ present: 4, places: 8, left: 4 },
    groups: [
      { name: "Bébés", present: 1, staff: 1, room: { places: 2, left: 1 } },
      { name: "Grands", present: 3, staff: null, room: { places: 6, left: 3 } },
    ],
  });
  expect(hours[1]?.groups.map(({ room }) => room)).toEqual([null, null]);
});
