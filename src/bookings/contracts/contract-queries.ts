import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";
import { z } from "zod";

import type { CareSlot } from "../rules/contract/contract-days.ts";
import type { ContractTerms, UnitHours, WeekPattern } from "../rules/contract/week-pattern.ts";
import type { Hours } from "../rules/lines.ts";

/** A participant's enrolment and a unit whose hours are chosen: what a contract can be about. */
export interface CarePlace {
  enrolmentId: Id<"enrolment">;
  participantId: Id<"participant">;
  householdId: Id<"household">;
  seasonId: Id<"season">;
  activityId: Id<"activity">;
  siteId: Id<"site">;
  unitId: Id<"unit">;
  firstName: string;
  lastName: string;
  /** The one that the household sees, 1 to 8. */
  colour: number;
  unitName: string;
  activityName: string;
  siteName: string;
  /** Empty where the site has none of its own. */
  sitePhone: string;
  /** The days of the enrolment. */
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  /** Those of the first day that can be chosen, or of the contract's. */
  hours: UnitHours;
}

/** A contract that was signed, and whose it is. */
export interface CareContract {
  contractId: Id<"contract">;
  place: CarePlace;
  terms: ContractTerms;
  /** The last day that was signed: later than the last one where it ended early or was changed. */
  agreedLast: Temporal.PlainDate;
  by: string;
  at: Temporal.Instant;
  endedBy: string | null;
  /** Days and minutes booked in the unit from its first day to its last one, occasional care too. */
  bookedDays: number;
  bookedMinutes: number;
}

const PLACE = `e.id as "enrolmentId", e.participant_id as "participantId", e.household_id as "householdId",
  e.season_id as "seasonId", e.activity_id as "activityId", u.site_id as "siteId", u.unit_id as "unitId",
  p.first_name as "firstName", p.last_name as "lastName", p.colour, u.unit_name as "unitName",
  u.activity_name as "activityName", u.site_name as "siteName", u.site_phone as "sitePhone", e.first_day as "firstDay", e.last_day as "lastDay",
  jsonb_build_object('from', extract(epoch from hours.starts_at)::integer / 60,
                     'to', extract(epoch from hours.ends_at)::integer / 60, 'step', hours.hour_step) as hours`;

/** Where the people within this reach may have a contract, on `from` or later. */
export function carePlaces(
  reads: Reads,
  { householdIds, withheldIds, siteIds }: FamilyReach,
  from: Temporal.PlainDate,
): Promise<CarePlace[]> {
  return reads.rows(
    "care_places",
    `select ${PLACE}
     from enrolment e
     join activities_unit_card u on u.activity_id = e.activity_id
     join activities_unit_hours hours on hours.unit_id = u.unit_id and hours.hour_step is not null
       and greatest(e.first_day, $2::date) >= hours.valid_from and greatest(e.first_day, $2::date) < hours.valid_until
     join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
     where e.household_id = any ($1::uuid[]) and e.last_day >= $2 and e.participant_id <> all ($3::uuid[])
       and ($4::uuid[] is null or u.site_id = any ($4::uuid[]))
     order by p.first_name, u.activity_name, u.position, e.first_day`,
    [householdIds, from.toString(), withheldIds, siteIds ?? null],
  );
}

type Stored = CarePlace & {
  contractId: Id<"contract">;
  contractFirst: Temporal.PlainDate;
  contractLast: Temporal.PlainDate;
  agreedLast: Temporal.PlainDate;
  week: unknown;
  adaptingUntil: Temporal.PlainDate | null;
  adaptingWeek: unknown;
  by: string;
  at: Temporal.Instant;
  endedBy: string | null;
  bookedDays: number;
  bookedMinutes: number;
};

const minute = z.int().min(0).max(1440);
/** The week of a contract as the database keeps it. */
export const storedWeek = z.array(z.object({ weekday: z.int().min(1).max(7), from: minute, to: minute }));

/** The contracts that households within this reach have, the newest first. */
export async function contractsOf(
  reads: Reads,
  { householdIds, withheldIds, siteIds }: FamilyReach,
): Promise<CareContract[]> {
  const rows = await reads.rows<Stored>(
    "care_contracts",
    `select ${PLACE}, c.id as "contractId", c.first_day as "contractFirst", c.last_day as "contractLast", c.week,
            coalesce(c.agreed_last_day, c.last_day) as "agreedLast",
            c.adapting_until as "adaptingUntil", c.adapting_week as "adaptingWeek", c.by_label as by, c.at,
            c.ended_by as "endedBy", booked.days as "bookedDays", booked.minutes as "bookedMinutes"
     from care_contract c
     join enrolment e on e.id = c.enrolment_id
     join activities_unit_card u on u.unit_id = c.unit_id
     join activities_unit_hours hours on hours.unit_id = c.unit_id
       and c.first_day >= hours.valid_from and c.first_day < hours.valid_until
     join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
     cross join lateral (
       select count(*)::integer as days, coalesce(sum(b.to_minute - b.from_minute), 0)::integer as minutes
       from booking b join slot s on s.id = b.slot_id
       where b.enrolment_id = e.id and b.state in ('held', 'booked') and s.unit_id = c.unit_id
         and s.date between c.first_day and c.last_day
     ) booked
     where e.household_id = any ($1::uuid[]) and e.participant_id <> all ($2::uuid[])
       and ($3::uuid[] is null or u.site_id = any ($3::uuid[]))
     order by c.first_day desc, c.at desc`,
    [householdIds, withheldIds, siteIds ?? null],
  );
  return rows.map(readContract);
}

function readContract(row: Stored): CareContract {
  const { contractId, contractFirst, contractLast, adaptingUntil, by, at, endedBy } = row;
  const { week, adaptingWeek, agreedLast, bookedDays, bookedMinutes, ...place } = row;
  const weeks = weeksOf({ week, adaptingUntil, adaptingWeek });
  const terms = { firstDay: contractFirst, lastDay: contractLast, ...weeks };
  return { contractId, place, terms, agreedLast, by, at, endedBy, bookedDays, bookedMinutes };
}

/** The weeks of a contract, as the database keeps them. */
export const weeksOf = (row: {
  week: unknown;
  adaptingUntil: Temporal.PlainDate | null;
  adaptingWeek: unknown;
}) => ({
  week: storedWeek.parse(row.week),
  adapting:
    row.adaptingUntil === null
      ? null
      : { until: row.adaptingUntil, week: storedWeek.parse(row.adaptingWeek) },
});

/** Whether anybody within this reach has, or had, a contract. */
export async function hasContracts(
  reads: Reads,
  { householdIds, withheldIds }: FamilyReach,
): Promise<boolean> {
  const row = await reads.row<{ known: boolean }>(
    "has_care_contracts",
    `select exists (select from care_contract c join enrolment e on e.id = c.enrolment_id
                    where e.household_id = any ($1::uuid[]) and e.participant_id <> all ($2::uuid[])) as known`,
    [householdIds, withheldIds],
  );
  return row?.known === true;
}

/** The weekdays on which a unit opens during an enrolment (1 is Monday), in order. */
export async function careWeekdays(reads: Reads, place: CarePlace): Promise<readonly number[]> {
  const rows = await reads.rows<{ weekday: number }>(
    "care_weekdays",
    `select distinct extract(isodow from date)::integer as weekday from slot
     where unit_id = $1 and date between $2 and $3 order by 1`,
    [place.unitId, place.firstDay.toString(), place.lastDay.toString()],
  );
  return rows.map(({ weekday }) => weekday);
}

/**
 * The slots of a unit from a day to another, as a participant of a household has them. Given back is what a form
 * cancelled, the family's or an agent's: a closure sends no form, and the form of a contract only follows its week.
 */
export async function careSlots(
  reads: Reads,
  { unitId, participantId, householdId }: CarePlace,
  span: { first: Temporal.PlainDate; last: Temporal.PlainDate },
): Promise<CareSlot[]> {
  type Row = Omit<CareSlot, "heldHours"> & { heldFrom: number | null; heldTo: number | null };
  const rows = await reads.rows<Row>(
    "care_slots",
    `select s.id as "slotId", s.date, s.from_minute as "fromMinute", s.to_minute as "toMinute", s.state,
            s.closed_because as "closedBecause",
            case when b.id is null then 'nobody' when b.household_id = $3 then 'us' else 'another' end as held,
            b.from_minute as "heldFrom", b.to_minute as "heldTo",
            coalesce(told.act = 'cancelled' and told.submission_key is not null and not exists (
              select from care_contract c where c.id = told.submission_key), false) as "givenBack"
     from slot s
     left join booking b on b.slot_id = s.id and b.participant_id = $2 and b.state in ('held', 'booked')
     left join lateral (
       select h.act, h.submission_key
       from booking gone join booking_history h on h.booking_id = gone.id
       where gone.slot_id = s.id and gone.participant_id = $2 and gone.household_id = $3
       order by h.id desc limit 1
     ) told on b.id is null
     where s.unit_id = $1 and s.date between $4 and $5
     order by s.date`,
    [unitId, participantId, householdId, span.first.toString(), span.last.toString()],
  );
  return rows.map(({ heldFrom, heldTo, ...slot }) => ({
    ...slot,
    heldHours: heldFrom === null || heldTo === null ? null : { from: heldFrom, to: heldTo },
  }));
}

/** When the shared places of some days are all taken, for a participant's age; half-hours that follow are one span. */
export async function fullHours(
  reads: Reads,
  { activityId, participantId, householdId }: CarePlace,
  dates: readonly Temporal.PlainDate[],
): Promise<ReadonlyMap<string, readonly Hours[]>> {
  const rows = await reads.rows<Hours & { date: Temporal.PlainDate }>(
    "care_full_hours",
    `with full_hours as (
       select c.date, unnest(range_agg(int4range(c.from_minute, c.to_minute))) as span
       from families_participant_card p
       join place_count c on c.activity_id = $1 and c.date = any ($4::date[]) and c.taken >= c.places
         and coalesce(months_on(p.birth_date, c.date), 1200) >= c.from_months
         and coalesce(months_on(p.birth_date, c.date), 1200) < c.until_months
       where p.participant_id = $2 and p.household_id = $3
       group by c.date
     )
     select date, lower(span) as "from", upper(span) as "to" from full_hours order by date, lower(span)`,
    [activityId, participantId, householdId, dates.map(String)],
  );
  return Map.groupBy(rows, ({ date }) => date.toString());
}

/** Writes a contract under its form's key; false where it is there already. */
export async function recordContract(
  writes: Writes,
  contract: { key: string; place: CarePlace; terms: ContractTerms; by: string; now: Temporal.Instant },
): Promise<boolean> {
  const { key, place, terms, by, now } = contract;
  const { adapting } = terms;
  const written = await writes.run(
    "record_care_contract",
    `insert into care_contract (id, enrolment_id, unit_id, first_day, last_day, week, adapting_until, adapting_week,
                                by_label, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (id) do nothing`,
    [
      key,
      place.enrolmentId,
      place.unitId,
      terms.firstDay.toString(),
      terms.lastDay.toString(),
      JSON.stringify(terms.week satisfies WeekPattern),
      adapting?.until.toString() ?? null,
      adapting === null ? null : JSON.stringify(adapting.week),
      by,
      now.toString(),
    ],
  );
  return written === 1;
}

/** Ends a contract: `from` is the first day without it. */
export async function endRecordedContract(
  writes: Writes,
  {
    contractId,
    from,
    by,
    now,
  }: { contractId: Id<"contract">; from: Temporal.PlainDate; by: string; now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "end_care_contract",
    `update care_contract
     set agreed_last_day = coalesce(agreed_last_day, last_day),
         last_day = greatest(least(last_day, $2::date - 1), first_day - 1), ended_at = $3, ended_by = $4
     where id = $1`,
    [contractId, from.toString(), now.toString(), by],
  );
}
