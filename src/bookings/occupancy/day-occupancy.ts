import { placesOfDay } from "#activities";
import type { Id } from "#kernel";

import { attendanceOf, busiest, presenceCurve, type Attendance } from "../rules/presence-curve.ts";
import { meets, type Span } from "../rules/presence-curve.ts";
import { roomLeft, type Places, type Room, type SharedPlaces } from "../rules/room-left.ts";
import type { Occupancy, OccupiedSlot, OnDay } from "./occupancy.ts";

/** A slot with what is left of it. */
export interface SlotRoom extends OccupiedSlot, Room {
  /** The units with which it shares the places that decide. */
  sharedWith: readonly Id<"unit">[];
}

/** An activity on a day: its slots, and what the day has together (see placesOfDay). */
export interface DayRooms extends OnDay {
  slots: readonly SlotRoom[];
  places: number;
  left: number;
}

/** The same with who is there at the busiest moment, and how many adults that asks for. */
export interface DayOccupancy extends DayRooms {
  /** From the first arrival to the last departure. */
  attendance: readonly Attendance[];
  /** Adults at the busiest moment; null where no age group of the activity has a ratio. */
  staff: number | null;
}

/** An age group during a half-hour: who is there, the adults that asks for, and its own places where it has some. */
export interface GroupHalfHour {
  groupId: Id<"ageGroup">;
  name: string;
  present: number;
  /** Null where the group has no ratio. */
  staff: number | null;
  /** Null where its places are those of everybody. */
  room: Pick<Room, "places" | "left"> | null;
}

/** A half-hour: the most who are there at one time, the adults needed, and the places. */
export interface HalfHour extends Attendance, Room {
  /** The units that share the places that decide. */
  sharedBy: readonly Id<"unit">[];
  /** The age groups one by one, where there are several; none otherwise. */
  groups: readonly GroupHalfHour[];
}

/** The days of the activities with their places, in the order of the slots. */
export function dayRooms({ slots, shared }: Pick<Occupancy, "slots" | "shared">): readonly DayRooms[] {
  const sharedOf = Map.groupBy(shared, dayKey);
  return [...Map.groupBy(slots, dayKey)].flatMap(([key, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { activityId, date } = first;
    const open = own.filter(({ closedBecause }) => closedBecause === null);
    const together = sharedOf.get(key) ?? [];
    const free = <Counted extends { places: number; taken: number }>(one: Counted) => ({
      ...one,
      places: one.places - one.taken,
    });
    return {
      activityId,
      date,
      slots: own.map((slot) => ({ ...slot, ...roomOf(slot, open, together) })),
      places: placesOfDay(open, together),
      left: placesOfDay(open.map(free), together.map(free)),
    };
  });
}

/** The days of the activities, in the order of the slots. */
export function dayOccupancies(occupancy: Occupancy): readonly DayOccupancy[] {
  const ratios = new Map(
    occupancy.groups.map(({ groupId, childrenPerAdult }) => [groupId, childrenPerAdult]),
  );
  const withRatio = new Set(
    occupancy.groups.filter((group) => group.childrenPerAdult !== null).map(({ activityId }) => activityId),
  );
  const presences = Map.groupBy(occupancy.presences, dayKey);
  return dayRooms(occupancy).map((day) => {
    const attendance = attendanceOf(presences.get(dayKey(day)) ?? [], ratios);
    const staff = withRatio.has(day.activityId) ? busiest(attendance).staff : null;
    return { ...day, attendance, staff };
  });
}

/**
 * A day by half-hours, from the first opening to the last: where a unit opens and nobody is there, nobody is
 * counted. Between morning and evening care, where nothing opens and nobody is there, there is no half-hour.
 */
export function halfHoursOf(day: DayOccupancy, occupancy: Occupancy): readonly HalfHour[] {
  const open = occupancy.slots.filter((slot) => dayKey(slot) === dayKey(day) && slot.closedBecause === null);
  const opened = open.map(({ from, to }) => ({ from, to, present: 0, staff: 0 }));
  const shared = occupancy.shared.filter((one) => dayKey(one) === dayKey(day));
  const groupsDuring = groupsOfDay(day, occupancy);
  return presenceCurve([...opened, ...day.attendance]).flatMap((part) => {
    const here = open.filter((slot) => meets(slot, part));
    if (here.length === 0 && part.present === 0) return [];
    const own = { places: total(here, "places"), taken: total(here, "taken") };
    const room = roomLeft(part, own, shared);
    return {
      ...part,
      ...room,
      sharedBy: unitsDuring(open, room.sharedOver),
      groups: groupsDuring(part, own),
    };
  });
}

/** What each age group of an activity has during a part of the day, whose slots have these places of their own. */
function groupsOfDay(day: DayOccupancy, { groups, presences, shared }: Occupancy) {
  const known = groups.filter(({ activityId }) => activityId === day.activityId);
  const counted = shared.filter((one) => dayKey(one) === dayKey(day));
  const ofGroups = known.map(({ groupId, name, fromMonths, childrenPerAdult }) => {
    const there = presences.filter((one) => one.groupId === groupId && dayKey(one) === dayKey(day));
    return {
      ...{ groupId, name, fromMonths, childrenPerAdult },
      attendance: attendanceOf(there, new Map([[groupId, childrenPerAdult]])),
    };
  });
  return (part: Span, own: Places): readonly GroupHalfHour[] => {
    if (ofGroups.length < 2) return [];
    const during = counted.filter((one) => meets(one, part));
    return ofGroups.map(({ groupId, name, fromMonths, childrenPerAdult, attendance }) => {
      const { present, staff } = busiest(attendance.filter((one) => meets(one, part)));
      const ofAge = during.filter((one) => one.fromMonths === fromMonths);
      const ofAll = during.filter((one) => one.fromMonths < 0);
      const { places, left } = roomLeft(part, roomWithin(part, own, ofAll), ofAge);
      const room = ofAge.length === 0 ? null : { places, left };
      return { groupId, name, present, staff: childrenPerAdult === null ? null : staff, room };
    });
  };
}

/** The own places, and no more than those that every age shares. */
function roomWithin(part: Span, own: Places, ofAll: readonly SharedPlaces[]): Places {
  const { places, left } = roomLeft(part, own, ofAll);
  return { places, taken: places - left };
}

function roomOf(
  slot: OccupiedSlot,
  open: readonly OccupiedSlot[],
  shared: Occupancy["shared"],
): Room & Pick<SlotRoom, "sharedWith"> {
  if (slot.closedBecause !== null) return { places: 0, left: 0, sharedOver: [], sharedWith: [] };
  const room = roomLeft(slot, slot, shared);
  const others = open.filter(({ unitId }) => unitId !== slot.unitId);
  return { ...room, sharedWith: unitsDuring(others, room.sharedOver) };
}

/** The units that take place during some of these parts of the day. */
function unitsDuring(open: readonly OccupiedSlot[], parts: readonly Span[]): readonly Id<"unit">[] {
  return open.filter((slot) => parts.some((part) => meets(part, slot))).map(({ unitId }) => unitId);
}

function dayKey({ activityId, date }: { activityId: Id<"activity">; date: Temporal.PlainDate }): string {
  return `${activityId} ${date.toString()}`;
}

function total(slots: readonly OccupiedSlot[], what: "places" | "taken"): number {
  return slots.reduce((sum, slot) => sum + slot[what], 0);
}
