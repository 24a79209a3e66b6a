import type { Id } from "#kernel";
import type { Reads } from "#platform";
import type { PenaltyEvent } from "#pricing";

/** Something out of the rules that penalties count: a presence without a place, a late booking, cancellation or departure. */
export interface YearEvent {
  readonly on: PenaltyEvent;
  readonly householdId: Id<"household">;
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
  readonly activityId: Id<"activity">;
  /** Of a late cancellation: the days of a package are given back together. */
  readonly unitId: Id<"unit"> | null;
  readonly date: Temporal.PlainDate;
  /** When the place was given back; null for what is no cancellation. */
  readonly cancelledAt: Temporal.Instant | null;
  /** How late. */
  readonly minutes: number;
}

/** What happened since the school year began, in order. */
export interface YearEvents {
  /** Undefined where nothing is counted: no penalty of the authority asks. */
  readonly all: readonly YearEvent[] | undefined;
}

interface Asked {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly households: readonly Id<"household">[];
  readonly wanted: boolean;
  /** Whether late cancellations are among what is counted. */
  readonly cancellations: boolean;
}

/** Reads them, where a penalty counts how many times it was. */
export async function readYearEvents(
  reads: Reads,
  { from, until, households, wanted, cancellations }: Asked,
): Promise<YearEvents> {
  if (!wanted) return { all: undefined };
  return {
    all: await reads.rows<YearEvent>(
      "billing_year_events",
      `select event.on, a.household_id as "householdId", a.participant_id as "participantId", a.slot_id as "slotId",
              s.activity_id as "activityId", null::uuid as "unitId", s.date,
              null::timestamptz as "cancelledAt", event.minutes
       from attendance_noted a
       join bookings_slot_card s on s.slot_id = a.slot_id
       join activities_unit_card u on u.unit_id = s.unit_id
       cross join lateral (
         select 'unbooked' as on, 0 as minutes
         where not exists (select from bookings_booked b
                           where b.slot_id = a.slot_id and b.participant_id = a.participant_id)
         union all
         select 'latePickUp', (extract(epoch from a.left_at - u.ends_at) / 60)::integer where a.left_at > u.ends_at
       ) event
       where a.household_id = any (array(select unnest($3::uuid[]))) and a.state = 'present'
         and s.date between $1 and $2
       union all
       select 'lateBooking', b.household_id, b.participant_id, b.slot_id, b.activity_id, null, b.date, null, 0
       from bookings_paid_booking b
       where b.household_id = any (array(select unnest($3::uuid[]))) and b.date between $1 and $2 and b.late
       union all
       select 'lateCancellation', b.household_id, b.participant_id, b.slot_id, b.activity_id, b.unit_id, b.date,
              b.cancelled_at, 0
       from bookings_late_cancelled b
       where $4 and b.household_id = any (array(select unnest($3::uuid[]))) and b.date between $1 and $2
       order by date, "slotId", "participantId"`,
      [from.toString(), until.toString(), households, cancellations],
    ),
  };
}
