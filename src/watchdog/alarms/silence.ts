import type { SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import { maySilence } from "../policy.ts";
import type { Watch } from "../rules/watch.ts";

type By = Pick<SignedInVisit, "actor" | "database" | "now" | "address">;

/** Which alarms: those of a watch that are told on one line. */
export interface Named {
  readonly watch: Watch;
  readonly topic: string;
}

/** Why nothing was put to sleep, or woken. */
export type SilenceRefusal =
  /** There is none such, or it is not this agent's. */
  | { readonly code: "unknown" }
  /** Until a day that is over, or further than a year. */
  | { readonly code: "days" };

/** No alarm sleeps for more than a year without somebody saying so again. */
const LONGEST = 366;

/**
 * Tells nothing more of these alarms until a day is over, and why; everybody is spared, and the journal keeps who said
 * so. They are new again the morning after. Refuses what is not there, another site's, and a day over or too far.
 */
export function silence(
  { actor, database, now, address }: By,
  { watch, topic }: Named,
  { until, reason }: { until: Temporal.PlainDate; reason: string },
): Promise<Result<null, SilenceRefusal>> {
  return database.write(async (writes) => {
    if (!(await isTheirs(writes, actor, { watch, topic }))) return refuse({ code: "unknown" });
    const today = parisDate(now);
    const days = today.until(until).days;
    if (days < 0 || days > LONGEST) return refuse({ code: "days" });
    await writes.run(
      "watch_silence",
      `insert into alarm_sleep (watch, topic, until, reason, by_label, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (watch, topic) do update
       set until = excluded.until, reason = excluded.reason, by_label = excluded.by_label, at = excluded.at`,
      [watch, topic, until.toString(), reason, actor.name, now.toString()],
    );
    await writes.run(
      "watch_silenced_untold",
      "update alarm set told_at = null where gone_at is null and watch = $1 and topic = $2",
      [watch, topic],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "watchdog.silenced",
      reason,
      facts: { watch, topic, until: until.toString() },
      address,
    });
    return ok(null);
  });
}

/** Tells them again, from now on. Refuses what is not there and another site's. */
export function wake(
  { actor, database, now, address }: By,
  { watch, topic }: Named,
): Promise<Result<null, SilenceRefusal>> {
  return database.write(async (writes) => {
    if (!(await isTheirs(writes, actor, { watch, topic }))) return refuse({ code: "unknown" });
    const woken = await writes.run("watch_wake", "delete from alarm_sleep where watch = $1 and topic = $2", [
      watch,
      topic,
    ]);
    if (woken > 0) {
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "watchdog.woken",
        facts: { watch, topic },
        address,
      });
    }
    return ok(null);
  });
}

async function isTheirs(writes: Writes, actor: By["actor"], { watch, topic }: Named): Promise<boolean> {
  const row = await writes.row<{ siteId: Id<"site"> | null }>(
    "watch_topic_site",
    `select site_id as "siteId" from alarm where gone_at is null and watch = $1 and topic = $2 limit 1`,
    [watch, topic],
  );
  return row !== undefined && maySilence(actor, watch, row.siteId);
}
