import type { DayRooms, SlotRoom } from "./day-occupancy.ts";

/** Figures of several slots together. */
export interface Sums {
  taken: number;
  /** Of those taken, the ones offered to a waiting family. */
  offered: number;
  places: number;
  left: number;
  waiting: number;
}

/** A day over all activities shown. */
export interface DaySums extends Sums {
  date: Temporal.PlainDate;
  /** Null where no activity of the day asks for adults. */
  staff: number | null;
  /** Why, where everything is closed. */
  closedBecause: string | null;
}

/** Days together: each has the places that placesOfDay counts, once where they are shared. */
export function sumsOfDays(days: readonly DayRooms[]): Sums {
  const { taken, offered, waiting } = sumsOf(days.flatMap(({ slots }) => slots));
  const sum = (what: "places" | "left") => days.reduce((total, day) => total + day[what], 0);
  return { taken, offered, places: sum("places"), left: sum("left"), waiting };
}

/** Slots of one unit; what is closed has no places and nobody. */
function sumsOf(slots: readonly SlotRoom[]): Sums {
  const sums = { taken: 0, offered: 0, places: 0, left: 0, waiting: 0 };
  for (const slot of slots) {
    if (slot.closedBecause !== null) continue;
    sums.taken += slot.taken;
    sums.offered += slot.offered;
    sums.places += slot.places;
    sums.left += slot.left;
    sums.waiting += slot.waiting;
  }
  return sums;
}

/** Each day once, its activities together. Adults of two activities are not the same ones: they add up. */
export function byDay(days: readonly (DayRooms & { staff?: number | null })[]): readonly DaySums[] {
  return [...Map.groupBy(days, ({ date }) => date.toString()).values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const slots = together.flatMap((day) => day.slots);
    const asked = together.flatMap(({ staff }) => staff ?? []);
    const open = slots.some(({ closedBecause }) => closedBecause === null);
    return {
      date: first.date,
      ...sumsOfDays(together),
      staff: asked.length === 0 ? null : asked.reduce((sum, staff) => sum + staff, 0),
      closedBecause: open ? null : (slots[0]?.closedBecause ?? null),
    };
  });
}

/** A unit over the days shown, with the slot of it that is the most taken. */
export interface UnitSums extends Sums {
  unitId: SlotRoom["unitId"];
  fullest: SlotRoom | undefined;
}

/** Each unit once, in the order of the slots. */
export function byUnit(days: readonly DayRooms[]): readonly UnitSums[] {
  const slots = days.flatMap((day) => day.slots);
  return [...Map.groupBy(slots, ({ unitId }) => unitId)].map(([unitId, own]) => ({
    unitId,
    ...sumsOf(own),
    fullest: own
      .filter(({ closedBecause }) => closedBecause === null)
      .toSorted((a, b) => a.left - b.left || b.taken - a.taken)[0],
  }));
}
