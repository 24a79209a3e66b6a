import { agentsAmong, type KnownAgent } from "#access";
import { originOf, type Background, type NightJob } from "#identity";
import { parisDate } from "#kernel";
import { writeMessages, type NewMessage } from "#messaging";

import { lastLook } from "./alarms/read-topics.ts";
import { keepAlarms } from "./look/keep-alarms.ts";
import { look } from "./look/look.ts";
import { tellOnce, type Fresh } from "./mail/fresh-alarms.ts";
import { choosers } from "./mail/letter-choice.ts";
import { texts } from "./mail/texts.fr.ts";
import { mayRead } from "./policy.ts";
import { isMorningDue } from "./rules/morning-due.ts";
import { watches } from "./rules/watch.ts";
import { watchRuleOn } from "./setting/watch-rule-on.ts";

/** What the composition root tells the watch. */
export interface MorningSettings {
  /** The origin of the default host, from PUBLIC_URL. */
  readonly publicUrl: URL;
  /** The rights of a role, as `app/` lists them. */
  readonly rightsOf: (role: string) => readonly string[];
}

/**
 * Looks at everything before agents arrive (5 h 10 or 6 h 10 in Paris, the pattern is in UTC), keeps what is found, and
 * writes to those who chose it what no letter told yet: all in one transaction, so that a morning that fails leaves
 * nothing told, and is looked at again. Asked again every minute of the day (one statement), it catches up once what was missed while nothing ran: who opens the
 * pages after a night does not read the alarms of another day for long.
 */
export const morningJob = (settings: MorningSettings): NightJob => ({
  name: "watchdog.morning",
  schedule: "* 4-21 * * *",
  run: (background) => watchMorning(background, settings, isMorningDue),
});

/**
 * One morning of the watch.
 * @param isDue asked, one program at a time, whether it is still to be done: two that start at once do it once
 */
export async function watchMorning(
  { authority, database, now }: Background,
  { publicUrl, rightsOf }: MorningSettings,
  isDue: typeof isMorningDue = () => true,
): Promise<void> {
  const today = parisDate(now);
  await database.write(async (writes) => {
    await writes.run("watch_one_at_a_time", "select pg_advisory_xact_lock(hashtextextended('watchdog', 0))");
    if (!isDue(await lastLook(writes), now)) return;
    const found = await look(writes, today, await watchRuleOn(writes, today));
    await keepAlarms(writes, found, now);
    const fresh = await tellOnce(writes, now);
    if (fresh.length === 0) return;
    const agents = await agentsAmong(writes, await choosers(writes), rightsOf);
    const href = `${originOf(authority.host, publicUrl)}/agent/veille`;
    const letters = agents.flatMap((agent) => letterOf(agent, fresh, { href, name: authority.name, now }));
    await writeMessages(writes, authority, letters);
  });
}

/** The letter of one agent: what is new and his or hers to read; none where nothing is. */
function letterOf(
  agent: KnownAgent,
  fresh: readonly Fresh[],
  { href, name, now }: { href: string; name: string; now: Temporal.Instant },
): NewMessage[] {
  if (!agent.rights.has("watch.read")) return [];
  const items = watches.flatMap((watch) => {
    const theirs = fresh.filter((one) => one.watch === watch && mayRead(agent, watch, one.siteId));
    return theirs.length === 0 ? [] : [texts.line(watch, theirs)];
  });
  if (items.length === 0) return [];
  return [
    {
      key: `watchdog.morning:${now.toString()}:${agent.accountId}`,
      to: agent.email,
      subject: texts.subject,
      content: {
        greeting: texts.greeting(agent.name),
        blocks: [
          { kind: "paragraph", text: texts.lead },
          { kind: "list", items },
          { kind: "link", label: texts.see, href },
          { kind: "paragraph", text: texts.stop },
        ],
        signature: name,
      },
      at: now,
    },
  ];
}
