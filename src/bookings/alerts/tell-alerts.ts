import { parisDate } from "#kernel";
import type { Background, NightJob } from "#identity";
import { writeMessages } from "#messaging";
import type { Writes } from "#platform";

import { addressed, addressOf } from "../emails/letter.ts";
import { placesOfHouseholds, placesWithin } from "../planning/family-places.ts";
import { planningLines, type PlanningLine } from "../planning/planning-lines.ts";
import type { AlertKind } from "../rules/alert-rule.ts";
import { alertRuleOn } from "../ruleset/stored/stored-alerts.ts";
import { guardiansWanting, type WantingGuardian } from "./alert-choices.ts";
import { alertLetter } from "./alert-letter.ts";
import { dueAlerts, saidOnce, type DueAlert } from "./due-alerts.ts";

const KINDS = ["empty_week", "deadline_tonight"] as const satisfies readonly AlertKind[];
type ToldKind = (typeof KINDS)[number];

/** How many guardians are told in one transaction, by four statements whatever they are told. */
const TOGETHER = 200;

/**
 * Tells families what they asked to be told: an empty week, a deadline that closes. It looks a little after noon and
 * after 18 h in Paris, in winter and in summer time (the pattern is in UTC); what is due then, the rules say
 * (rules/alert-times.ts). Each alert is told once, with the letter, in one transaction for so many guardians; where
 * that fails, they are told by halves, so that one family's trouble is not the others'.
 * @param publicUrl the origin of the default host, from PUBLIC_URL
 */
export const alertJob = (publicUrl: URL): NightJob => ({
  name: "bookings.tell-alerts",
  schedule: "5 10,11,16,17 * * *",
  run: async (context) => {
    const failures: unknown[] = [];
    const guardians = await wantingAny(context);
    for (let first = 0; first < guardians.length; first += TOGETHER) {
      failures.push(...(await tellOrHalve(context, publicUrl, guardians.slice(first, first + TOGETHER))));
    }
    if (failures.length > 0) throw new AggregateError(failures, "Some alerts could not be told");
  },
});

/** A guardian and the kinds of which he or she wants to be told. */
interface Wanting {
  guardian: WantingGuardian;
  kinds: readonly ToldKind[];
}

/** What a guardian is to be told of one kind: one letter. */
interface Telling {
  guardian: WantingGuardian;
  kind: ToldKind;
  alerts: readonly DueAlert[];
}

async function wantingAny({ database, now }: Background): Promise<readonly Wanting[]> {
  const found = new Map<string, { guardian: WantingGuardian; kinds: ToldKind[] }>();
  for (const kind of KINDS) {
    for (const guardian of await database.read((reads) => guardiansWanting(reads, kind, parisDate(now)))) {
      const known = found.get(guardian.guardianId) ?? { guardian, kinds: [] };
      known.kinds.push(kind);
      found.set(guardian.guardianId, known);
    }
  }
  return [...found.values()];
}

async function tellOrHalve(
  context: Background,
  publicUrl: URL,
  guardians: readonly Wanting[],
): Promise<readonly unknown[]> {
  try {
    await context.database.write((writes) => tell(writes, context, publicUrl, guardians));
    return [];
  } catch (error) {
    if (guardians.length <= 1) return [error];
    const half = Math.ceil(guardians.length / 2);
    return [
      ...(await tellOrHalve(context, publicUrl, guardians.slice(0, half))),
      ...(await tellOrHalve(context, publicUrl, guardians.slice(half))),
    ];
  }
}

async function tell(
  writes: Writes,
  { authority, now }: Background,
  publicUrl: URL,
  guardians: readonly Wanting[],
): Promise<void> {
  const households = [...new Set(guardians.flatMap(({ guardian }) => guardian.householdIds))];
  const places = await placesOfHouseholds(writes, households, now);
  const rule = await alertRuleOn(writes, parisDate(now));
  const due = guardians.flatMap(({ guardian, kinds }) => {
    const own = placesWithin(guardian, places);
    const all = kinds.flatMap((kind) => dueAlerts(kind, own, now, parisDate(now), rule));
    const said = saidOnce(all);
    return kinds.map((kind) => ({ guardian, kind, alerts: said.filter((alert) => alert.kind === kind) }));
  });
  const fresh = await notYetTold(writes, due, now);
  if (fresh.length === 0) return;
  const told = [...new Set(fresh.flatMap(({ guardian }) => guardian.householdIds))];
  const lines = Map.groupBy(
    await planningLines(writes, { householdIds: told, withheldIds: [] }),
    ({ householdId }) => householdId,
  );
  await writeMessages(
    writes,
    authority,
    fresh.map(({ guardian, kind, alerts }) => {
      const letter = alertLetter(alerts, {
        lines: linesWithin(guardian, lines),
        address: (path) => addressOf(authority, publicUrl, path),
      });
      const about = `bookings.alert:${kind}:${alerts[0]?.subject ?? ""}`;
      const recipient = { id: guardian.guardianId, names: [guardian.name], email: guardian.email };
      return addressed({ authority, about, at: now }, recipient, letter);
    }),
  );
}

function linesWithin(
  { householdIds, withheldIds }: WantingGuardian,
  lines: ReadonlyMap<string, readonly PlanningLine[]>,
): readonly PlanningLine[] {
  return householdIds
    .flatMap((id) => lines.get(id) ?? [])
    .filter(({ participantId }) => !withheldIds.includes(participantId));
}

/** Marks these alerts as told; those that were already are not in the answer, nor whoever has none left. */
async function notYetTold(
  writes: Writes,
  due: readonly Telling[],
  now: Temporal.Instant,
): Promise<readonly Telling[]> {
  const all = due.flatMap(({ guardian: { guardianId }, alerts }) =>
    alerts.map(({ kind, subject }) => ({ guardianId, kind, subject })),
  );
  if (all.length === 0) return [];
  const told = await writes.rows<{ guardianId: string; kind: string; subject: string }>(
    "tell_alerts_once",
    `insert into told_alert (guardian_id, kind, subject, at)
     select alert.guardian_id, alert.kind, alert.subject, $4
     from unnest($1::uuid[], $2::text[], $3::text[]) as alert (guardian_id, kind, subject)
     on conflict (guardian_id, kind, subject) do nothing
     returning guardian_id as "guardianId", kind, subject`,
    [
      all.map(({ guardianId }) => guardianId),
      all.map(({ kind }) => kind),
      all.map(({ subject }) => subject),
      now.toString(),
    ],
  );
  const fresh = new Set(told.map(({ guardianId, kind, subject }) => `${guardianId} ${kind} ${subject}`));
  return due.flatMap(({ guardian, kind, alerts }) => {
    const left = alerts.filter(({ subject }) => fresh.has(`${guardian.guardianId} ${kind} ${subject}`));
    return left.length === 0 ? [] : [{ guardian, kind, alerts: left }];
  });
}
