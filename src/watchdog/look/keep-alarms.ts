import type { Writes } from "#platform";

import type { Found } from "./found.ts";

/**
 * Keeps what a morning found: what was there is seen again, what is found for the first time is new, what is found no
 * more is gone. One statement; mornings that run at once take turns, and a second one finds nothing new.
 */
export async function keepAlarms(
  writes: Writes,
  found: readonly Found[],
  now: Temporal.Instant,
): Promise<void> {
  await writes.run(
    "watch_look_begins",
    `insert into watch_look (at) values ($1) on conflict (only_row) do update set at = excluded.at`,
    [now.toString()],
  );
  await writes.run(
    "watch_keep",
    `with found as (
       select * from jsonb_to_recordset($1::jsonb)
         as f (watch text, subject text, topic text, "siteId" uuid, count integer, facts jsonb)
     ), gone as (
       update alarm set gone_at = $2
       where gone_at is null
         and not exists (select from found where found.watch = alarm.watch and found.subject = alarm.subject)
     ), still as (
       update alarm set last_seen = $2, count = found.count, facts = found.facts
       from found
       where alarm.gone_at is null and alarm.watch = found.watch and alarm.subject = found.subject
       returning alarm.watch, alarm.subject
     )
     insert into alarm (watch, subject, topic, site_id, count, facts, first_seen, last_seen)
     select watch, subject, topic, "siteId", count, facts, $2, $2
     from found
     where not exists (select from still where still.watch = found.watch and still.subject = found.subject)`,
    [JSON.stringify(found), now.toString()],
  );
}
