import type { NewClosure } from "#activities";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Whom a closing would concern. */
export interface BookingsToLose {
  bookings: number;
  participants: number;
  households: number;
  /** Slots that are open on these days. */
  slots: number;
}

/** Counts what closing these days of a site (null: of every site) would cancel. */
export async function bookingsToLose(
  reads: Reads,
  { siteId, firstDay, lastDay }: Omit<NewClosure, "message">,
): Promise<BookingsToLose> {
  const counts = await reads.row<BookingsToLose>(
    "bookings_to_lose",
    `select count(booking.id) as bookings, count(distinct booking.participant_id) as participants,
            count(distinct booking.household_id) as households, count(distinct slot.id) as slots
     from slot
     join activities_unit_card unit using (unit_id)
     left join booking on booking.slot_id = slot.id and booking.state = 'booked'
     where slot.date between $2 and $3 and slot.state = 'open' and ($1::uuid is null or unit.site_id = $1)`,
    [siteId, firstDay.toString(), lastDay.toString()],
  );
  if (counts === undefined) throw new Error("A count returned no row");
  return counts;
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
