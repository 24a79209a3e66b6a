import type { SignedIn } from "#identity";
import { cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import { readable } from "../policy.ts";
import type { Watch } from "../rules/watch.ts";
import type { Topic } from "./topic.ts";

interface TopicRow {
  watch: Watch;
  topic: string;
  siteId: Id<"site"> | null;
  name: string | null;
  alarms: number;
  count: number;
  month: string | null;
  oldestDay: Temporal.PlainDate | null;
  householdId: Id<"household"> | null;
  before: number | null;
  now: number | null;
  firstSeen: Temporal.Instant;
  until: Temporal.PlainDate | null;
  reason: string | null;
  by: string | null;
}

/** What there is for this agent, the largest first; those that sleep are among them. One statement, names included. */
export async function readTopics(
  reads: Reads,
  actor: SignedIn,
  today: Temporal.PlainDate,
): Promise<readonly Topic[]> {
  const { everywhere, bySite, siteIds } = readable(actor);
  const rows = await reads.rows<TopicRow>(
    "watch_topics",
    `with live as (
       select watch, topic, site_id, count(*)::integer as alarms, sum(count)::integer as count,
              min(facts ->> 'month') as month, min((facts ->> 'day')::date) as oldest_day,
              min(facts ->> 'activity')::uuid as activity_id, min(facts ->> 'household')::uuid as household_id,
              sum((facts ->> 'before')::integer)::integer as before, sum((facts ->> 'now')::integer)::integer as now,
              min(first_seen) as first_seen
       from alarm
       where gone_at is null and (watch = any ($1::text[]) or (watch = any ($2::text[]) and site_id = any ($3::uuid[])))
       group by watch, topic, site_id
     )
     select live.watch, live.topic, live.site_id as "siteId", live.alarms, live.count, live.month,
            live.oldest_day as "oldestDay", live.household_id as "householdId", live.before, live.now,
            live.first_seen as "firstSeen",
            coalesce((select u.site_name from activities_unit_card u where u.site_id = live.site_id limit 1),
                     (select u.activity_name from activities_unit_card u where u.activity_id = live.activity_id limit 1),
                     (select h.label from families_household_card h where h.household_id = live.household_id)) as name,
            asleep.until, asleep.reason, asleep.by_label as by
     from live
     left join alarm_sleep asleep
       on asleep.watch = live.watch and asleep.topic = live.topic and asleep.until >= $4
     order by live.alarms desc, case when live.watch = 'unissued' then live.month end, abs(coalesce(live.now - live.before, 0)) desc, live.count desc, live.topic`,
    [everywhere, bySite, siteIds, today.toString()],
  );
  return rows.map(({ month, before, now, until, reason, by, ...topic }) => ({
    ...topic,
    month: month === null ? null : Temporal.PlainYearMonth.from(month),
    totals: before === null || now === null ? null : { before: cents(before), now: cents(now) },
    sleep: until === null || reason === null || by === null ? null : { until, reason, by },
  }));
}

/** When the watch last looked; null before its first morning. */
export async function lastLook(reads: Reads): Promise<Temporal.Instant | null> {
  const row = await reads.row<{ at: Temporal.Instant }>("watch_last_look", "select at from watch_look");
  return row?.at ?? null;
}
