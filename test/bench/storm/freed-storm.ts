import { randomUUID } from "node:crypto";

import { submitBookings } from "#bookings";
import { parseId } from "#kernel";
import type { SchemaDatabase } from "#platform";

import { benchId } from "../data/ids.ts";
import { CHILDREN, type Town } from "../data/town.ts";
import { authorityOf, guardianOf } from "./family-actor.ts";

type Line = Parameters<typeof submitBookings>[1]["lines"][number];

/** What families do, the frequent ones more often. */
const ACTS = [
  "wait",
  "wait",
  "wait",
  "book",
  "cancel",
  "cancel",
  "accept",
  "accept",
  "decline",
  "leave",
] as const;

/** One family asks one thing of one slot, through the use case; returns what became of it. */
export async function actOnce(
  database: SchemaDatabase,
  town: Town,
  /** By canteen: the first one's first. */
  slots: readonly (readonly Line["slotId"][])[],
  random: () => number,
): Promise<string> {
  const pick = <T>(all: readonly T[]): T => {
    const found = all[Math.floor(random() * all.length)];
    if (found === undefined) throw new RangeError("Nothing to pick from");
    return found;
  };
  const household = 1 + Math.floor(random() * town.households);
  const line: Line = {
    act: pick(ACTS),
    participantId: benchId("participant", household * CHILDREN),
    // The canteen in which the household is enrolled.
    slotId: pick(slots[household % town.canteens] ?? []),
  };
  const key = parseId<"submission">(randomUUID());
  if (key === undefined) throw new Error("No key");
  const result = await submitBookings(
    {
      actor: guardianOf(household),
      authority: authorityOf(town),
      database,
      now: Temporal.Now.instant(),
    },
    { key, lines: [line] },
  );
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`);
  return result.value.lines[0]?.outcome ?? "none";
}
