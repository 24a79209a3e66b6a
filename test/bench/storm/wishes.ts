import { randomUUID } from "node:crypto";

import { benchId } from "../data/ids.ts";
import { slotNumber } from "../data/offer.ts";
import { CHILDREN, STORM_TOWN } from "../data/town.ts";
import type { LoadForm } from "../load/load-form.ts";

const SLOTS = 20;
/** From here on every deadline is open. */
const FIRST_DAY = 5;
const CANTEEN_DAYS = [1, 2, 4, 5];

/** A family's form, with the key that it keeps however often it is sent. */
export interface Wish extends LoadForm {
  pageKey: string;
}

/** One form for each of the 2,000 families: three of the 20 slots for their first child, all over the slots. */
export function stormWishes(today: Temporal.PlainDate): readonly Wish[] {
  const slots = stormSlots(today);
  return Array.from({ length: STORM_TOWN.households }, (_, index) => {
    const household = index + 1;
    const wanted = [0, 7, 13].map((step) => slots[(household + step) % SLOTS]);
    return {
      household,
      pageKey: randomUUID(),
      accountId: benchId("account", household),
      householdId: benchId("household", household),
      lines: wanted.flatMap((slotId) =>
        slotId === undefined
          ? []
          : [{ act: "book" as const, participantId: benchId("participant", household * CHILDREN), slotId }],
      ),
    };
  });
}

function stormSlots(today: Temporal.PlainDate) {
  return schoolDays(today, SLOTS).map((day) => benchId("slot", slotNumber(1, day)));
}

/** The first so many days on which a canteen opens and every deadline is open, in days from today. */
export function schoolDays(today: Temporal.PlainDate, count: number): readonly number[] {
  const days: number[] = [];
  for (let day = FIRST_DAY; days.length < count; day++) {
    if (CANTEEN_DAYS.includes(today.add({ days: day }).dayOfWeek)) days.push(day);
  }
  return days;
}
