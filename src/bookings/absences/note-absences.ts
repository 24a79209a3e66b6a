import { parisDate, type Id } from "#kernel";
import type { FamilyReach, SignedIn, Visit } from "#identity";
import { announce, writeJournal, type Writes } from "#platform";

import { absencesNoted } from "../events.ts";
import { ABSENCE_DAYS_AHEAD, type AnnouncedCause } from "../rules/absence.ts";
import type { HeldToday } from "./absent-places.ts";

/** Absences to note, within the reach of whoever says them. */
export interface ToNote {
  cause: AnnouncedCause;
  places: readonly Pick<HeldToday, "participantId" | "slotId">[];
  reach: FamilyReach;
  /** The file for which an agent acts; null for a family that says so itself. */
  forHousehold: Id<"household"> | null;
  /** The receipt of what the same call cancelled. */
  cancelled: Id<"submission"> | null;
}

/**
 * Notes what is booked and too late to cancel, once, and announces it as to be told; what an agent did is journalled. Returns how many of the places have a notice now.
 */
export async function noteAbsences(
  writes: Writes,
  visit: Pick<Visit<SignedIn>, "actor" | "authority" | "now" | "address">,
  toNote: ToNote,
): Promise<number> {
  const households = await writeNotices(writes, visit, toNote);
  const noted = households.length;
  const said = await noticesOf(writes, toNote.places);
  const { forHousehold, cancelled } = toNote;
  const { actor, authority, now, address } = visit;
  // What a family cancels in the same form has a letter of its own.
  const told = forHousehold === null ? null : cancelled;
  for (const household of new Set(households)) {
    await announce(writes, authority.id, absencesNoted(household, now, told));
  }
  if (forHousehold === null) return said;
  if (noted > 0 || cancelled !== null) {
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "bookings.absence",
      objectKind: "household",
      objectId: forHousehold,
      facts: { noted, cancelled },
      address,
    });
  }
  return said;
}

/** Writes the notices that are not there, with their line of the history; returns the household of each. */
async function writeNotices(
  writes: Writes,
  { actor, now }: Pick<Visit<SignedIn>, "actor" | "now">,
  { cause, places, reach, forHousehold, cancelled }: ToNote,
): Promise<readonly Id<"household">[]> {
  const today = parisDate(now);
  const rows = await writes.rows<{ householdId: Id<"household"> }>(
    "say_absent",
    `with noted as (
       insert into absence_notice (booking_id, cause, account_id, by_label, by_agent, at)
       select b.id, $4, $5, $6, $11, $7
       from unnest($1::uuid[], $2::uuid[]) as asked (participant_id, slot_id)
       join booking b on b.participant_id = asked.participant_id and b.slot_id = asked.slot_id
         and b.state = 'booked' and b.household_id = any ($3::uuid[])
         and b.participant_id <> all ($10::uuid[])
       join slot s on s.id = b.slot_id and s.state = 'open' and s.cancel_until < $7
         and s.date between $8::date and $9::date
       on conflict (booking_id) do nothing
       returning booking_id
     )
     insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label,
                                  by_agent, submission_key)
     select $7, b.household_id, b.participant_id, b.slot_id, b.id, 'said_absent', $5, $6, $11, $12
     from noted join booking b on b.id = noted.booking_id
     order by b.slot_id, b.participant_id
     returning household_id as "householdId"`,
    [
      places.map(({ participantId }) => participantId),
      places.map(({ slotId }) => slotId),
      reach.householdIds,
      cause,
      actor.accountId,
      actor.name,
      now.toString(),
      today.toString(),
      today.add({ days: ABSENCE_DAYS_AHEAD }).toString(),
      reach.withheldIds,
      forHousehold !== null,
      cancelled,
    ],
  );
  return rows.map(({ householdId }) => householdId);
}

async function noticesOf(writes: Writes, places: ToNote["places"]): Promise<number> {
  const row = await writes.row<{ said: number }>(
    "said_absent",
    `select count(*)::int as said
     from unnest($1::uuid[], $2::uuid[]) as asked (participant_id, slot_id)
     join booking b on b.participant_id = asked.participant_id and b.slot_id = asked.slot_id and b.state = 'booked'
     join absence_notice n on n.booking_id = b.id`,
    [places.map(({ participantId }) => participantId), places.map(({ slotId }) => slotId)],
  );
  return row?.said ?? 0;
}
