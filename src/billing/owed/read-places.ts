import { pricedReason, attendedMinutes, type AbsenceReason, type Rounding } from "#attendance";
import { announcedReason } from "#bookings";
import { parisDateTime, type Id } from "#kernel";
import type { Reads } from "#platform";
import type { ChargeFacts, NotedPlace } from "#pricing";

import type { Named, Payer } from "../rules/owed.ts";
import type { MonthSpan } from "./month-span.ts";
import type { KnownUnit, KnownUnits } from "./read-units.ts";

/** A place that somebody holds, or a presence without one, with all that was noted of it. */
export interface MonthPlace extends NotedPlace {
  /** Null: an unbooked presence. */
  readonly bookingId: Id<"booking"> | null;
  /** Null: a package, which has several. */
  readonly slotId: Id<"slot"> | null;
  readonly payer: Payer;
  readonly participant: Named<"participant">;
  readonly unit: KnownUnit;
  /** The minutes of the place, or of the unit where there was none. */
  readonly bookedMinutes: number;
  readonly hours: { readonly from: number; readonly to: number };
  /** When the participant came and left, in local minutes. */
  readonly real: { readonly from: number; readonly to: number } | null;
  /** The minutes attended, by the rounding of the unit. */
  readonly attendedMinutes: number | null;
  /** Booked after the deadline. */
  readonly late: boolean;
  /** Given back after the deadline: when, and until when it could be. */
  readonly cancelled?: NonNullable<ChargeFacts["cancelled"]>;
}

interface PlaceRow extends Payer {
  bookingId: Id<"booking"> | null;
  slotId: Id<"slot">;
  participantId: Id<"participant">;
  participantName: string;
  unitId: Id<"unit">;
  date: Temporal.PlainDate;
  fromMinute: number;
  toMinute: number;
  late: boolean;
  state: "present" | "absent" | null;
  reason: AbsenceReason | null;
  proofOn: Temporal.PlainDate | null;
  toldAt: Temporal.Instant | null;
  toldCause: "sick" | "other" | null;
  arrivedAt: Temporal.PlainTime | null;
  leftAt: Temporal.PlainTime | null;
}

/**
 * The places that these households hold around a month, and what was noted of them; by person, in order. Person by
 * person, whom the index of bookings knows (« offset 0 » keeps it so): joined, each batch read every booking of the town.
 */
export async function bookedPlaces(
  reads: Reads,
  { readFrom, readUntil }: MonthSpan,
  households: readonly Id<"household">[],
  units: KnownUnits,
): Promise<readonly MonthPlace[]> {
  const rows = await reads.rows<PlaceRow>(
    "billing_booked_places",
    `select b.booking_id as "bookingId", b.slot_id as "slotId", b.household_id as "householdId", b.guardian_id as "guardianId", b.participant_id as "participantId",
            coalesce(p.first_name, '') as "participantName", b.unit_id as "unitId", b.date,
            b.from_minute as "fromMinute", b.to_minute as "toMinute", b.late, a.state, a.reason,
            a.proof_on as "proofOn", b.told_at as "toldAt", b.told_cause as "toldCause", a.arrived_at as "arrivedAt", a.left_at as "leftAt"
     from unnest($3::uuid[]) as asked (household_id)
     cross join lateral (
       select participant_id from bookings_payer_span where household_id = asked.household_id
       union
       select participant_id from families_participant_card where household_id = asked.household_id
     ) person
     left join lateral (
       select first_name from families_participant_card
       where participant_id = person.participant_id and household_id = asked.household_id
       offset 0
     ) p on true
     cross join lateral (
       select * from bookings_paid_booking
       where participant_id = person.participant_id and household_id = asked.household_id
         and date between $1 and $2
       offset 0
     ) b
     left join attendance_noted a on a.slot_id = b.slot_id and a.participant_id = b.participant_id
     order by b.household_id, b.participant_id, b.date, b.from_minute, b.booking_id`,
    [readFrom.toString(), readUntil.toString(), households],
  );
  return rows.map((row) => placeOf(row, units));
}

/** Who came without a place, around a month, with these households; by person, in order. */
export async function unbookedPresences(
  reads: Reads,
  { readFrom, readUntil }: MonthSpan,
  households: readonly Id<"household">[],
  units: KnownUnits,
): Promise<readonly MonthPlace[]> {
  const rows = await reads.rows<PlaceRow>(
    "billing_unbooked_presences",
    `select null::uuid as "bookingId", a.slot_id as "slotId",
            a.household_id as "householdId",
            bookings_presence_payer(a.household_id, a.participant_id, a.activity_id, a.date) as "guardianId",
            a.participant_id as "participantId", coalesce(p.first_name, '') as "participantName", a.unit_id as "unitId",
            a.date, a.from_minute as "fromMinute", a.to_minute as "toMinute", false as late, 'present' as state,
            null as reason, null::date as "proofOn", null::timestamptz as "toldAt", null as "toldCause",
            a.arrived_at as "arrivedAt", a.left_at as "leftAt"
     from unnest($3::uuid[]) as asked (household_id)
     join attendance_unbooked a on a.household_id = asked.household_id
     left join families_participant_card p
       on p.participant_id = a.participant_id and p.household_id = a.household_id
     where a.date between $1 and $2
     order by a.household_id, a.participant_id, a.date, a.from_minute, a.slot_id`,
    [readFrom.toString(), readUntil.toString(), households],
  );
  return rows.map((row) => placeOf(row, units));
}

/**
 * The places that these households gave back too late, around a month; by person, in order. Where seasons are booked
 * whole, those of a year on either side too: the first day of an act says which month owes its penalty.
 */
export async function lateCancelledPlaces(
  reads: Reads,
  { readFrom, readUntil }: MonthSpan,
  households: readonly Id<"household">[],
  units: KnownUnits,
): Promise<readonly MonthPlace[]> {
  const around = { years: units.hasSeasons ? 1 : 0 };
  const rows = await reads.rows<
    PlaceRow & { cancelledAt: Temporal.Instant; cancelUntil: Temporal.Instant; waivedBecause: string | null }
  >(
    "billing_late_cancelled_places",
    `select b.booking_id as "bookingId", b.slot_id as "slotId", b.household_id as "householdId",
            b.guardian_id as "guardianId", b.participant_id as "participantId",
            coalesce(p.first_name, '') as "participantName", b.unit_id as "unitId", b.date,
            b.from_minute as "fromMinute", b.to_minute as "toMinute", false as late, null as state, null as reason,
            null::date as "proofOn", null::timestamptz as "toldAt", null as "toldCause",
            null::time as "arrivedAt", null::time as "leftAt",
            b.cancelled_at as "cancelledAt", b.cancel_until as "cancelUntil", b.waived_because as "waivedBecause"
     from bookings_late_cancelled b
     left join families_participant_card p
       on p.participant_id = b.participant_id and p.household_id = b.household_id
     where b.date between $1 and $2 and b.household_id = any (array(select unnest($3::uuid[])))
     order by b.household_id, b.participant_id, b.date, b.from_minute, b.booking_id`,
    [readFrom.subtract(around).toString(), readUntil.add(around).toString(), households],
  );
  return rows.map(({ cancelledAt, cancelUntil, waivedBecause, ...row }) => ({
    ...placeOf(row, units),
    cancelled: {
      at: parisDateTime(cancelledAt),
      until: parisDateTime(cancelUntil),
      ...(waivedBecause === null ? {} : { waived: waivedBecause }),
    },
  }));
}

function placeOf(row: PlaceRow, units: KnownUnits): MonthPlace {
  const { bookingId, slotId, date, fromMinute, toMinute, late, state, reason, proofOn } = row;
  const { arrivedAt, leftAt, toldAt, toldCause } = row;
  const isAnnounced = state === null && toldCause !== null;
  const unit = units.unit(row.unitId);
  const stay = arrivedAt === null || leftAt === null ? null : { arrivedAt, leftAt };
  const hours = hoursOf(unit, fromMinute, toMinute);
  return {
    bookingId,
    slotId,
    payer: { householdId: row.householdId, guardianId: row.guardianId },
    participant: { id: row.participantId, name: row.participantName },
    unit,
    date,
    startsAt: timeOf(hours.from),
    hours,
    bookedMinutes: hours.to - hours.from,
    late,
    state: isAnnounced ? "announced" : state,
    reason: isAnnounced ? announcedReason(toldCause) : reason === null ? null : pricedReason(reason),
    proofOn,
    toldAt: toldAt === null ? null : parisDateTime(toldAt),
    real: stay && { from: minuteOf(stay.arrivedAt), to: minuteOf(stay.leftAt) },
    attendedMinutes: stay && attendedMinutes(stay, roundingOf(units, unit, date)),
  };
}

function roundingOf(units: KnownUnits, unit: KnownUnit, date: Temporal.PlainDate): Rounding {
  return units.roundingOn(unit.id, date) ?? { slice: unit.hourStep ?? 30, counted: "clock" };
}

/** A slot of the whole day is one whose hours nobody gave: the unit's own. */
function hoursOf(unit: KnownUnit, from: number, to: number) {
  return from === 0 && to === 1440 ? unit.hours : { from, to };
}

const minuteOf = ({ hour, minute }: Temporal.PlainTime) => hour * 60 + minute;
const timeOf = (minute: number) => new Temporal.PlainTime(Math.min(23, Math.floor(minute / 60)), minute % 60);
