import type { ClosureCard, NewClosure } from "#activities";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Whom a closing would concern. */
export interface BookingsToLose {
  bookings: number;
  participants: number;
  households: number;
  /** Slots that are open on these days. */
  slots: number;
  /** Families that no e-mail reaches: somebody must phone them. */
  toPhone: readonly FamilyToPhone[];
}

/** A family none of whose adults has an e-mail address, but for those who may not act for every child of it. */
export interface FamilyToPhone {
  householdId: Id<"household">;
  label: string;
}

/** Counts what closing these days of a site (null: of every site) would cancel; slots that have started stay. */
export async function bookingsToLose(
  reads: Reads,
  { siteId, firstDay, lastDay }: Omit<NewClosure, "message">,
  now: Temporal.Instant,
): Promise<BookingsToLose> {
  const counts = await reads.row<Omit<BookingsToLose, "toPhone"> & { householdIds: Id<"household">[] }>(
    "bookings_to_lose",
    `select count(booking.id) as bookings, count(distinct booking.participant_id) as participants,
            count(distinct booking.household_id) as households, count(distinct slot.id) as slots,
            coalesce(array_agg(distinct booking.household_id) filter (where booking.id is not null), '{}')
              as "householdIds"
     from slot
     join activities_unit_card unit using (unit_id)
     left join booking on booking.slot_id = slot.id and booking.state in ('held', 'booked')
     where slot.date between $2 and $3 and slot.state = 'open' and slot.starts_at > $4
       and ($1::uuid is null or unit.site_id = $1)`,
    [siteId, firstDay.toString(), lastDay.toString(), now.toString()],
  );
  if (counts === undefined) throw new Error("A count returned no row");
  const { householdIds, ...rest } = counts;
  return { ...rest, toPhone: await familiesToPhone(reads, householdIds) };
}

/** What a closure cancelled when it was recorded, and whom no e-mail told. */
export type ClosingEffect = Omit<BookingsToLose, "slots">;

/** Finds again what a closure cancelled, by its days, its site and the instant at which it was recorded. */
export async function closingEffect(reads: Reads, closure: ClosureCard): Promise<ClosingEffect> {
  const counts = await reads.row<Omit<ClosingEffect, "toPhone"> & { householdIds: Id<"household">[] }>(
    "closing_effect",
    `select count(*) as bookings, count(distinct history.participant_id) as participants,
            count(distinct history.household_id) as households,
            coalesce(array_agg(distinct history.household_id), '{}') as "householdIds"
     from slot
     join activities_unit_card unit using (unit_id)
     join booking_history history on history.slot_id = slot.id
     where slot.date between $2 and $3 and ($1::uuid is null or unit.site_id = $1)
       and history.submission_key is null and history.act = 'cancelled' and history.at = $4`,
    [closure.siteId, closure.firstDay.toString(), closure.lastDay.toString(), closure.createdAt.toString()],
  );
  if (counts === undefined) throw new Error("A count returned no row");
  const { householdIds, ...rest } = counts;
  return { ...rest, toPhone: await familiesToPhone(reads, householdIds) };
}

/** The families among these none of whose adults has an e-mail address. */
export function familiesToPhone(
  reads: Reads,
  householdIds: readonly Id<"household">[],
): Promise<readonly FamilyToPhone[]> {
  return reads.rows<FamilyToPhone>(
    "families_to_phone",
    `select household_id as "householdId", label
     from families_household_card card
     where household_id = any ($1::uuid[])
       and not exists (select from families_guardian_card adult
                       where adult.household_id = card.household_id and adult.email <> ''
                         and not exists (select from families_withheld_authority withheld
                                         where withheld.guardian_id = adult.guardian_id))
     order by label, household_id`,
    [householdIds],
  );
}

/** The activities of a site; null, every activity, for every site. */
export async function activitiesOf(
  reads: Reads,
  siteId: Id<"site"> | null,
): Promise<readonly Id<"activity">[] | null> {
  if (siteId === null) return null;
  const rows = await reads.rows<{ activityId: Id<"activity"> }>(
    "activities_of_site",
    `select distinct activity_id as "activityId" from activities_unit_card where site_id = $1`,
    [siteId],
  );
  return rows.map((row) => row.activityId);
}
