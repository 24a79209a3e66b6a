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
  groups: [{ groupId, activityId, childrenPerAdult: 5 }],
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
    ...{ sharedOver: [{ from: 480, to: 720 }], sharedBy: [morning, day] },
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
