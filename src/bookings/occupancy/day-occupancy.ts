import type { Id } from "#kernel";

import { attendanceOf, busiest, presenceCurve, type Attendance } from "../rules/presence-curve.ts";
import { roomLeft, type Room } from "../rules/room-left.ts";
import type { Occupancy, OccupiedSlot, OnDay } from "./occupancy.ts";

/** A slot with what is left of it. */
export interface SlotRoom extends OccupiedSlot, Room {}

/** An activity on a day: its slots, who is there at the busiest moment and how many adults that asks for. */
export interface DayOccupancy extends OnDay {
  slots: readonly SlotRoom[];
  /** From the first arrival to the last departure. */
  attendance: readonly Attendance[];
  /** Adults at the busiest moment; null where no age group of the activity has a ratio. */
  staff: number | null;
}

/** A half-hour: the most who are there at one time, the adults needed, and the places. */
export interface HalfHour extends Attendance, Room {}

/** The days of the activities, in the order of the slots. */
export function dayOccupancies(occupancy: Occupancy): readonly DayOccupancy[] {
  const ratios = new Map(
    occupancy.groups.map(({ groupId, childrenPerAdult }) => [groupId, childrenPerAdult]),
  );
  const withRatio = new Set(
    occupancy.groups.filter((group) => group.childrenPerAdult !== null).map(({ activityId }) => activityId),
  );
  const presences = Map.groupBy(occupancy.presences, dayKey);
  const shared = Map.groupBy(occupancy.shared, dayKey);
  return [...Map.groupBy(occupancy.slots, dayKey)].flatMap(([key, slots]) => {
    const [first] = slots;
    if (first === undefined) return [];
    const { activityId, date } = first;
    const attendance = attendanceOf(presences.get(key) ?? [], ratios);
    return {
      activityId,
      date,
      slots: slots.map((slot) => ({ ...slot, ...roomOf(slot, shared.get(key) ?? []) })),
      attendance,
      staff: withRatio.has(activityId) ? busiest(attendance).staff : null,
    };
  });
}

/**
 * A day by half-hours, from the first opening to the last: where a unit opens and nobody is there, nobody is
 * counted.
 */
export function halfHoursOf(day: DayOccupancy, occupancy: Occupancy): readonly HalfHour[] {
  const open = occupancy.slots.filter((slot) => dayKey(slot) === dayKey(day) && slot.closedBecause === null);
  const opened = open.map(({ from, to }) => ({ from, to, present: 0, staff: 0 }));
  const shared = occupancy.shared.filter((one) => dayKey(one) === dayKey(day));
  return presenceCurve([...opened, ...day.attendance]).map((part) => {
    const here = open.filter(({ from, to }) => from < part.to && part.from < to);
    const own = { places: total(here, "places"), taken: total(here, "taken") };
    return { ...part, ...roomLeft(part, own, shared) };
  });
}

function roomOf(slot: OccupiedSlot, shared: Occupancy["shared"]): Room {
  if (slot.closedBecause !== null) return { places: 0, left: 0 };
  return roomLeft(slot, slot, shared);
}

function dayKey({ activityId, date }: { activityId: Id<"activity">; date: Temporal.PlainDate }): string {
  return `${activityId} ${date.toString()}`;
}

function total(slots: readonly OccupiedSlot[], what: "places" | "taken"): number {
  return slots.reduce((sum, slot) => sum + slot[what], 0);
}
