import { randomUUID } from "node:crypto";

import { submitBookings } from "#bookings";
import type { Authority, SignedIn } from "#identity";
import { parisDate, parisInstant, parseId, type Id } from "#kernel";
import type { Reads, SchemaDatabase } from "#platform";

import type { EnrolledChild } from "./enrolled-families.ts";

/** A slot of the season. */
interface KnownSlot {
  slotId: Id<"slot">;
  activityId: Id<"activity">;
  date: Temporal.PlainDate;
}

/** What the bookings of the demonstration are made from. */
export interface Story {
  database: SchemaDatabase;
  authority: Authority;
  /** When the season's bookings opened: never after `now`. */
  opened: Temporal.Instant;
  now: Temporal.Instant;
  children: readonly EnrolledChild[];
  /** Typed the paper forms of families without an account. */
  reception: SignedIn;
  /** Families that book by themselves, with the weekdays that each wants. */
  parents: readonly { actor: SignedIn; weekdays: readonly number[] }[];
}

/** Which weekdays a household wants, in turn. */
const PATTERNS: readonly (readonly number[])[] = [
  [1, 2, 4, 5],
  [1, 2, 4, 5],
  [1, 4],
  [1, 2, 4, 5],
  [1, 2, 5],
  [2, 4],
  [1, 2, 4, 5],
  [],
  [1, 2, 4],
];

/** How far ahead families have booked. */
const DAYS_AHEAD = 45;

/**
 * Replays the season so far: parents with an account book first, reception types the forms of the others, and
 * some of these give a day back in time.
 */
export async function replayBookings(story: Story): Promise<void> {
  const slots = await story.database.read((reads) =>
    slotsBetween(reads, parisDate(story.opened), parisDate(story.now).add({ days: DAYS_AHEAD })),
  );
  const byActivity = Map.groupBy(slots, (slot) => slot.activityId);
  const households = Map.groupBy(story.children, (child) => child.householdId);
  const lines = (children: readonly EnrolledChild[], wanted: readonly number[]) =>
    children.flatMap((child) =>
      (byActivity.get(child.activityId) ?? [])
        .filter((slot) => wanted.includes(slot.date.dayOfWeek))
        .map((slot) => ({ act: "book" as const, participantId: child.participantId, slotId: slot.slotId })),
    );
  const own = new Set<string>();
  for (const { actor, weekdays } of story.parents) {
    for (const householdId of actor.guardian?.householdIds ?? []) {
      own.add(householdId);
      await sendForm(story, actor, lines(households.get(householdId) ?? [], weekdays), story.opened);
    }
  }
  let turn = 0;
  for (const [householdId, children] of households) {
    if (own.has(householdId)) continue;
    const wanted = PATTERNS[turn % PATTERNS.length] ?? [];
    const booked = lines(children, wanted);
    const at = earlier(story.opened.add({ minutes: 6 * turn }), story.now);
    await sendForm(story, story.reception, booked, at, { householdId, reason: null });
    if (turn % 4 === 0) await cancelOne(story, { householdId, booked, slots, turn });
    turn += 1;
  }
}

/** A family that calls five days before to give one day back. */
async function cancelOne(
  story: Story,
  family: {
    householdId: Id<"household">;
    booked: readonly { participantId: Id<"participant">; slotId: Id<"slot"> }[];
    slots: readonly KnownSlot[];
    turn: number;
  },
): Promise<void> {
  const line = family.booked[(family.turn * 7) % Math.max(1, family.booked.length)];
  const slot = family.slots.find((known) => known.slotId === line?.slotId);
  if (line === undefined || slot === undefined) return;
  const called = parisInstant(slot.date.subtract({ days: 5 }), new Temporal.PlainTime(16, 40));
  const at = earlier(called, story.now);
  if (Temporal.Instant.compare(at, story.opened) < 0) return;
  await sendForm(story, story.reception, [{ ...line, act: "cancel" as const }], at, {
    householdId: family.householdId,
    reason: null,
  });
}

/** Sends one form as the person would have sent it then; nothing for a form without lines. */
export async function sendForm(
  { database, authority }: Pick<Story, "database" | "authority">,
  actor: SignedIn,
  lines: Parameters<typeof submitBookings>[1]["lines"],
  now: Temporal.Instant,
  forFamily?: { householdId: Id<"household">; reason: string | null },
): Promise<void> {
  if (lines.length === 0) return;
  const key = parseId<"submission">(randomUUID());
  if (key === undefined) throw new Error("randomUUID gave something else");
  const sent = await submitBookings({ database, authority, actor, now }, { key, lines }, forFamily);
  if (!sent.ok) throw new Error(`A form of the demonstration was refused: ${sent.refusal.code}`);
}

/** The open slots of a span of days, both included, in their order. */
export function slotsBetween(
  reads: Reads,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<KnownSlot[]> {
  return reads.rows(
    "demonstration_slots",
    `select slot_id as "slotId", activity_id as "activityId", date
     from bookings_slot_card where date between $1 and $2 and state = 'open' order by date`,
    [first.toString(), last.toString()],
  );
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}
