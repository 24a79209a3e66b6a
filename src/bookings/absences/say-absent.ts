import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { GuardianVisit } from "#identity";
import type { Writes } from "#platform";

import { ABSENCE_DAYS_AHEAD } from "../rules/absence.ts";
import type { Line } from "../rules/lines.ts";
import { submitBookings, type SubmitRefusal } from "../submit/submit-bookings.ts";
import { heldToday, type HeldToday } from "./absent-places.ts";

/** Who will not come, and why. */
export interface Absence {
  cause: "sick" | "other";
  places: readonly Pick<HeldToday, "participantId" | "slotId">[];
  /** The idempotency key of the form that cancels what still can be. */
  keyOf(lines: readonly Line[]): Id<"submission">;
}

/** What became of it: how many absences are noted, and the receipt of what was cancelled. */
export interface SaidAbsent {
  said: number;
  cancelled: Id<"submission"> | null;
}

/**
 * A guardian says that participants will not come. What is still in time is cancelled; for the rest the place is
 * kept, the site is told, and the history holds it. Saying the same twice changes nothing.
 * Refuses when none of the places is the family's and booked today or in the coming week.
 */
export async function sayAbsent(
  visit: Pick<GuardianVisit, "actor" | "authority" | "database" | "now">,
  { cause, places, keyOf }: Absence,
): Promise<Result<SaidAbsent, SubmitRefusal | { code: "nothing-booked" }>> {
  const held = await visit.database.read((reads) => heldToday(reads, visit.actor.guardian, visit.now));
  const asked = held.filter((own) =>
    places.some((place) => place.participantId === own.participantId && place.slotId === own.slotId),
  );
  if (asked.length === 0) return refuse({ code: "nothing-booked" });
  const lines = asked
    .filter(({ act }) => act === "cancel")
    .map(({ participantId, slotId }): Line => ({ act: "cancel", participantId, slotId }));
  let cancelled: Id<"submission"> | null = null;
  if (lines.length > 0) {
    const submitted = await submitBookings(visit, { key: keyOf(lines), lines });
    if (!submitted.ok) return submitted;
    cancelled = submitted.value.key;
  }
  const said = await visit.database.write((writes) => note(writes, visit, cause, asked));
  return ok({ said, cancelled });
}

/** Notes what is booked and too late to cancel, once; returns how many of the places have a notice now. */
async function note(
  writes: Writes,
  { actor, now }: Pick<GuardianVisit, "actor" | "now">,
  cause: Absence["cause"],
  asked: readonly HeldToday[],
): Promise<number> {
  const today = parisDate(now);
  const participants = asked.map(({ participantId }) => participantId);
  const slots = asked.map(({ slotId }) => slotId);
  await writes.run(
    "say_absent",
    `with noted as (
       insert into absence_notice (booking_id, cause, account_id, by_label, by_agent, at)
       select b.id, $4, $5, $6, false, $7
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
                                  by_agent)
     select $7, b.household_id, b.participant_id, b.slot_id, b.id, 'said_absent', $5, $6, false
     from noted join booking b on b.id = noted.booking_id
     order by b.slot_id, b.participant_id`,
    [
      participants,
      slots,
      actor.guardian.householdIds,
      cause,
      actor.accountId,
      actor.name,
      now.toString(),
      today.toString(),
      today.add({ days: ABSENCE_DAYS_AHEAD }).toString(),
      actor.guardian.withheldIds,
    ],
  );
  const row = await writes.row<{ said: number }>(
    "said_absent",
    `select count(*)::int as said
     from unnest($1::uuid[], $2::uuid[]) as asked (participant_id, slot_id)
     join booking b on b.participant_id = asked.participant_id and b.slot_id = asked.slot_id and b.state = 'booked'
     join absence_notice n on n.booking_id = b.id`,
    [participants, slots],
  );
  return row?.said ?? 0;
}
