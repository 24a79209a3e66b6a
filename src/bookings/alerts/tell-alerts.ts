import { parisDate } from "#kernel";
import type { Background, NightJob } from "#identity";
import type { Writes } from "#platform";

import { addressOf, post } from "../emails/letter.ts";
import { familyPlaces } from "../planning/family-places.ts";
import { planningLines } from "../planning/planning-lines.ts";
import type { AlertKind } from "../rules/alert-times.ts";
import { guardiansWanting, type WantingGuardian } from "./alert-choices.ts";
import { alertLetter } from "./alert-letter.ts";
import { dueAlerts, type DueAlert } from "./due-alerts.ts";

const KINDS = ["empty_week", "deadline_tonight"] as const satisfies readonly AlertKind[];

/**
 * Tells families what they asked to be told: an empty week, a deadline that closes. It looks a little after noon and
 * after 18 h in Paris, in winter and in summer time (the pattern is in UTC); what is due then, the rules say
 * (rules/alert-times.ts). Each alert is told once, with the letter, in one transaction a family.
 * @param publicUrl the origin of the default host, from PUBLIC_URL
 */
export const alertJob = (publicUrl: URL): NightJob => ({
  name: "bookings.tell-alerts",
  schedule: "5 10,11,16,17 * * *",
  run: async (context) => {
    const failures: unknown[] = [];
    for (const kind of KINDS) {
      for (const guardian of await context.database.read((reads) => guardiansWanting(reads, kind))) {
        try {
          await context.database.write((writes) => tell(writes, context, { kind, guardian, publicUrl }));
        } catch (error) {
          // The other families are told all the same.
          failures.push(error);
        }
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "Some alerts could not be told");
  },
});

interface Telling {
  kind: (typeof KINDS)[number];
  guardian: WantingGuardian;
  publicUrl: URL;
}

async function tell(
  writes: Writes,
  { authority, now }: Background,
  { kind, guardian, publicUrl }: Telling,
): Promise<void> {
  const { guardianId, name, email, householdIds, withheldIds } = guardian;
  const places = await familyPlaces(writes, guardian, now);
  const due = dueAlerts(kind, places, now, parisDate(now));
  const alerts = await notYetTold(writes, guardian, due, now);
  const [first] = alerts;
  if (first === undefined) return;
  const letter = alertLetter(alerts, {
    lines: await planningLines(writes, guardian),
    address: (path) => addressOf(authority, publicUrl, path),
  });
  const about = `bookings.alert:${kind}:${first.subject}`;
  const recipient = {
    id: guardianId,
    names: [name],
    email,
    householdIds: new Set(householdIds),
    withheldIds: new Set(withheldIds),
  };
  await post(writes, { authority, about, at: now }, recipient, letter);
}

/** Marks these alerts as told; those that were already are not in the answer. */
async function notYetTold(
  writes: Writes,
  { guardianId }: WantingGuardian,
  due: readonly DueAlert[],
  now: Temporal.Instant,
): Promise<readonly DueAlert[]> {
  if (due.length === 0) return [];
  const told = await writes.rows<{ kind: string; subject: string }>(
    "tell_alerts_once",
    `insert into told_alert (guardian_id, kind, subject, at)
     select $1, alert.kind, alert.subject, $4 from unnest($2::text[], $3::text[]) as alert (kind, subject)
     on conflict (guardian_id, kind, subject) do nothing
     returning kind, subject`,
    [guardianId, due.map(({ kind }) => kind), due.map(({ subject }) => subject), now.toString()],
  );
  const fresh = new Set(told.map(({ kind, subject }) => `${kind} ${subject}`));
  return due.filter(({ kind, subject }) => fresh.has(`${kind} ${subject}`));
}
