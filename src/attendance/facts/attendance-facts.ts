import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { pricedReason, type AbsenceReason } from "../rules/absence-reason.ts";
import { attendedMinutes, type Rounding } from "../rules/attended-minutes.ts";

/** What is known of a participant in a unit on a day. */
export interface AttendanceFact {
  slotId: Id<"slot">;
  participantId: Id<"participant">;
  /** The household that holds the place; with which he or she came, where there was none. */
  householdId: Id<"household">;
  activityId: Id<"activity">;
  unitId: Id<"unit">;
  date: Temporal.PlainDate;
  /** False: an unbooked presence. */
  booked: boolean;
  /** Null: nobody noted it. */
  state: "present" | "absent" | null;
  reason: AbsenceReason | null;
  /** The word of the price rules for the reason: « authority » for a strike; null where no reason is known. */
  pricedReason: string | null;
  /** The day on which the proof was received. */
  proofOn: Temporal.PlainDate | null;
  /** When the family said that the participant would not come. */
  toldAt: Temporal.Instant | null;
  /** The minutes of the place: of the contract, chosen, or the unit's own; null without a place. */
  bookedMinutes: number | null;
  arrivedAt: Temporal.PlainTime | null;
  leftAt: Temporal.PlainTime | null;
  /** The minutes attended, in the slices of the unit that have started; null where an hour is missing. */
  minutes: number | null;
}

/** Days, both included; of every activity, or of these. */
export interface FactsAsked {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  activityIds: readonly Id<"activity">[] | null;
}

/** What is known of everybody expected on some days, and of who came without a place: what a month is billed from. */
export async function attendanceFacts(
  reads: Reads,
  { first, last, activityIds }: FactsAsked,
): Promise<AttendanceFact[]> {
  type Row = Omit<AttendanceFact, "pricedReason" | "minutes"> & {
    slice: number;
    counted: Rounding["counted"];
  };
  const rows = await reads.rows<Row>(
    "attendance_facts",
    `select f.slot_id as "slotId", f.participant_id as "participantId", f.household_id as "householdId",
            f.activity_id as "activityId", f.unit_id as "unitId", f.date, f.booked, f.state, f.reason,
            f.proof_on as "proofOn", f.told_at as "toldAt", f.to_minute - f.from_minute as "bookedMinutes",
            f.arrived_at as "arrivedAt", f.left_at as "leftAt", coalesce(own.slice, u.hour_step, 30) as slice,
            coalesce(own.counted, 'clock') as counted
     from attendance_fact f
     join activities_unit_card u on u.unit_id = f.unit_id
     left join lateral (
       select slice, counted from attendance_unit_rounding r
       where r.unit_id = f.unit_id and r.valid_from <= f.date
       order by r.valid_from desc limit 1
     ) own on true
     where f.date between $1 and $2 and ($3::uuid[] is null or f.activity_id = any ($3))
     order by f.date, f.unit_id, f.participant_id`,
    [first.toString(), last.toString(), activityIds],
  );
  return rows.map(({ slice, counted, ...fact }) => ({
    ...fact,
    pricedReason: fact.reason === null ? null : pricedReason(fact.reason),
    minutes:
      fact.arrivedAt === null || fact.leftAt === null
        ? null
        : attendedMinutes({ arrivedAt: fact.arrivedAt, leftAt: fact.leftAt }, { slice, counted }),
  }));
}
