import { ok, refuse, type Id, type Result } from "#kernel";
import type { Writes } from "#platform";

/** An enrolment as it is to be: who, where, from when to when, who pays, with which priority. */
export interface EnrolmentToSave {
  participantId: Id<"participant">;
  householdId: Id<"household">;
  activityId: Id<"activity">;
  seasonId: Id<"season">;
  payerId: Id<"guardian">;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  regular: boolean;
  groups: readonly string[];
  points: number;
}

/** Who saves it, when and why. */
export interface SavedBy {
  accountId: Id<"account">;
  name: string;
  byAgent: boolean;
  reason: string | null;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
}

/** A day that is booked, or waited for, outside the days that would be left. */
export interface DayInTheWay {
  date: Temporal.PlainDate;
  unitName: string;
}

/** Why an enrolment was not saved. */
export type SaveRefusal = { code: "booked-days"; days: readonly DayInTheWay[] } | { code: "other-payer" };

/**
 * Writes an enrolment, new or changed, with its line of history. Days that it gives up must hold no booking and no
 * turn on a waiting list: the slots that it leaves are locked first, as a form of bookings does, so that none is
 * booked meanwhile. Days that are past do not count.
 */
export async function saveEnrolment(
  writes: Writes,
  wanted: EnrolmentToSave,
  act: "enrolled" | "changed" | "ended",
  by: SavedBy,
): Promise<Result<Id<"enrolment">, SaveRefusal>> {
  const days = await daysInTheWay(writes, wanted, by.today);
  if (days.length > 0) return refuse({ code: "booked-days", days });
  const row = await writes.row<{ id: Id<"enrolment"> }>(
    "save_enrolment",
    `with saved as (
       insert into enrolment as known
         (participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day, last_day, regular,
          priority_groups, priority_points, created_at, ended_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $12 = 'ended' then $11::timestamptz end
       where exists (select from families_guardian_card where household_id = $2 and guardian_id = $5)
          -- Who paid before leaving the household stays the payer of what came before.
          or exists (select from enrolment kept where kept.participant_id = $1 and kept.season_id = $4
                       and kept.household_id = $2 and kept.payer_guardian_id = $5)
       on conflict (participant_id, season_id, household_id) do update
       set payer_guardian_id = excluded.payer_guardian_id, first_day = excluded.first_day,
           last_day = excluded.last_day, regular = excluded.regular, priority_groups = excluded.priority_groups,
           priority_points = excluded.priority_points, ended_at = excluded.ended_at, by_move = false
       returning id, participant_id, household_id
     ), remembered as (
       insert into enrolment_history (at, enrolment_id, household_id, participant_id, act, account_id, by_label,
                                      by_agent, reason, facts)
       select $11, id, household_id, participant_id, $12, $13, $14, $15, $16, $17 from saved
     )
     select id from saved`,
    [
      wanted.participantId,
      wanted.householdId,
      wanted.activityId,
      wanted.seasonId,
      wanted.payerId,
      wanted.firstDay.toString(),
      wanted.lastDay.toString(),
      wanted.regular,
      wanted.groups,
      wanted.points,
      by.now.toString(),
      act,
      by.accountId,
      by.name,
      by.byAgent,
      by.reason,
      JSON.stringify(factsOf(wanted)),
    ],
  );
  return row === undefined ? refuse({ code: "other-payer" }) : ok(row.id);
}

function factsOf({ firstDay, lastDay, payerId, regular, groups, points }: EnrolmentToSave) {
  return { firstDay: firstDay.toString(), lastDay: lastDay.toString(), payerId, regular, groups, points };
}

async function daysInTheWay(
  writes: Writes,
  { participantId, householdId, seasonId, firstDay, lastDay }: EnrolmentToSave,
  today: Temporal.PlainDate,
): Promise<readonly DayInTheWay[]> {
  const left = [seasonId, today.toString(), firstDay.toString(), lastDay.toString()] as const;
  await writes.rows(
    "lock_slots_left",
    `select from slot
     where season_id = $1 and date >= $2::date and (date < $3::date or date > $4::date)
     order by id for no key update`,
    left,
  );
  return writes.rows<DayInTheWay>(
    "days_in_the_way",
    `select slot.date, unit.unit_name as "unitName"
     from slot
     join activities_unit_card unit using (unit_id)
     where slot.season_id = $1 and slot.date >= $2::date and (slot.date < $3::date or slot.date > $4::date)
       and (exists (select from booking
                    where booking.slot_id = slot.id and booking.participant_id = $5
                      and booking.household_id = $6 and booking.state <> 'cancelled')
            or exists (select from waiting_turn turn
                       where turn.slot_id = slot.id and turn.participant_id = $5 and turn.household_id = $6
                         and turn.ended_at is null))
     order by slot.date, unit.position`,
    [...left, participantId, householdId],
  );
}
