import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** What was noted at the site of somebody of the family, in a place of the family or where he or she came with it. */
export interface AttendedDay {
  participantId: Id<"participant">;
  firstName: string;
  unitName: string;
  activityName: string;
  date: Temporal.PlainDate;
  state: "present" | "absent";
  booked: boolean;
  arrivedAt: Temporal.PlainTime | null;
  leftAt: Temporal.PlainTime | null;
}

/** What was noted within this reach on some days, both included; never of a place that another household holds. */
export function attendedDays(
  reads: Reads,
  { householdIds, withheldIds }: FamilyReach,
  { first, last }: { first: Temporal.PlainDate; last: Temporal.PlainDate },
): Promise<AttendedDay[]> {
  return reads.rows<AttendedDay>(
    "attended_days",
    `select f.participant_id as "participantId", p.first_name as "firstName", u.unit_name as "unitName",
            u.activity_name as "activityName", f.date, f.state, f.booked, f.arrived_at as "arrivedAt",
            f.left_at as "leftAt"
     from families_participant_card p
     join attendance own on own.participant_id = p.participant_id and own.household_id = p.household_id
     join attendance_fact f on f.slot_id = own.slot_id and f.participant_id = own.participant_id
       and f.household_id = p.household_id and f.state is not null
     join activities_unit_card u on u.unit_id = f.unit_id
     where p.household_id = any ($1::uuid[]) and p.participant_id <> all ($2::uuid[]) and f.date between $3 and $4
     order by f.date desc, p.birth_date, p.first_name, u.starts_at, u.position`,
    [householdIds, withheldIds, first.toString(), last.toString()],
  );
}
