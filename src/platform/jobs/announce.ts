import type { Writes } from "../database/handles.ts";

/** What an event tells: as JSON keeps it. */
type EventFact =
  | string
  | number
  | boolean
  | null
  | readonly EventFact[]
  | { readonly [name: string]: EventFact };

/** Something that happened, told upwards: « bookings.submitted » with the facts a handler needs to look it up. */
export interface Announcement {
  type: string;
  facts: Readonly<Record<string, EventFact>>;
}

/**
 * Announces an event in the caller's transaction: its handlers run after the commit, or never when the
 * transaction is lost. A handler may run twice; it must leave the same state.
 */
export async function announce(writes: Writes, authority: string, announcement: Announcement): Promise<void> {
  await announceAll(writes, authority, [announcement]);
}

/** The same for many events, in one call of the queue: one call an event would take ten times as long. */
export async function announceAll(
  writes: Writes,
  authority: string,
  announcements: readonly Announcement[],
): Promise<void> {
  if (announcements.length === 0) return;
  await writes.run(
    "announce",
    `select count(*) from (
       select graphile_worker.add_jobs(array(
         select row('event', event, null, null, null, null, null, null)::graphile_worker.job_spec
         from unnest($1::json[]) as event))) as added`,
    [announcements.map(({ type, facts }) => JSON.stringify({ authority, type, facts }))],
  );
}
