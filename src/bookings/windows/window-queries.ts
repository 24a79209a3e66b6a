import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { BookingWindow } from "../rules/window.ts";

/** A window of a season, as it is to be written. */
export interface NewWindow extends BookingWindow {
  seasonId: Id<"season">;
}

/** A window with what an agent reads of it. */
export interface WindowCard extends NewWindow {
  windowId: Id<"window">;
  activityId: Id<"activity">;
  activityName: string;
  seasonName: string;
  siteId: Id<"site">;
  siteName: string;
}

/** The windows whose days are not all past, by the instant at which they open; or one of them. */
export function windowCards(
  reads: Reads,
  today: Temporal.PlainDate,
  windowId: Id<"window"> | null = null,
): Promise<readonly WindowCard[]> {
  return reads.rows<WindowCard>(
    "window_cards",
    `select w.id as "windowId", w.season_id as "seasonId", w.first_day as "firstDay", w.last_day as "lastDay",
            w.priority_group as group, w.opens_at as "opensAt", w.closes_at as "closesAt",
            s.activity_id as "activityId", s.name as "seasonName", u.activity_name as "activityName",
            u.site_id as "siteId", u.site_name as "siteName"
     from booking_window w
     join activities_season s on s.season_id = w.season_id
     join lateral (select * from activities_unit_card where activity_id = s.activity_id limit 1) u on true
     where w.last_day >= $1 and ($2::uuid is null or w.id = $2)
     order by w.opens_at, u.activity_name, w.first_day, w.id`,
    [today.toString(), windowId],
  );
}

/** Writes a window, a new one or in place of another; undefined where the season has one for these days and this group. */
export async function writeWindow(
  writes: Writes,
  window: NewWindow,
  replaces: Id<"window"> | null,
): Promise<Id<"window"> | undefined> {
  const parameters = [
    window.seasonId,
    window.firstDay.toString(),
    window.lastDay.toString(),
    window.group,
    window.opensAt.toString(),
    window.closesAt?.toString() ?? null,
  ];
  const row =
    replaces === null
      ? await writes.row<{ id: Id<"window"> }>(
          "add_window",
          `insert into booking_window (season_id, first_day, last_day, priority_group, opens_at, closes_at)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (season_id, first_day, priority_group) do nothing
           returning id`,
          parameters,
        )
      : await writes.row<{ id: Id<"window"> }>(
          "change_window",
          `update booking_window as changed
           set season_id = $1, first_day = $2, last_day = $3, priority_group = $4, opens_at = $5, closes_at = $6
           where id = $7 and not exists (
             select from booking_window other
             where other.season_id = $1 and other.first_day = $2 and other.priority_group is not distinct from $4
               and other.id <> $7)
           returning id`,
          [...parameters, replaces],
        );
  return row?.id;
}

/** Takes a window away. */
export async function removeWindow(writes: Writes, windowId: Id<"window">): Promise<void> {
  await writes.run("remove_window", `delete from booking_window where id = $1`, [windowId]);
}

/** Of two agents who change the windows of a season, the second waits and sees what the first wrote. */
export async function lockWindows(writes: Writes, seasonId: Id<"season">): Promise<void> {
  await writes.row("lock_windows", `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `windows ${seasonId}`,
  ]);
}

/** What these days hold already: bookings, and whether they are open because no window covers one of them. */
export async function daysBefore(
  reads: Reads,
  { seasonId, firstDay, lastDay }: Pick<NewWindow, "seasonId" | "firstDay" | "lastDay">,
): Promise<{ bookings: number; openDays: number }> {
  const row = await reads.row<{ bookings: number; openDays: number }>(
    "window_days_before",
    `select count(booking.id) as bookings,
            count(distinct slot.date) filter (where not exists (
              select from booking_window w
              where w.season_id = $1 and slot.date between w.first_day and w.last_day)) as "openDays"
     from slot
     left join booking on booking.slot_id = slot.id and booking.state <> 'cancelled'
     where slot.season_id = $1 and slot.date between $2 and $3 and slot.state = 'open'`,
    [seasonId, firstDay.toString(), lastDay.toString()],
  );
  return row ?? { bookings: 0, openDays: 0 };
}
