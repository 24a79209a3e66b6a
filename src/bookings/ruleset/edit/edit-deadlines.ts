import { activityOffer, readOffer, type ActivityOffer } from "#activities";
import type { SignedInVisit } from "#identity";
import { ok, refuse, type Finding, type Id, type Result } from "#kernel";
import { rehearse, writeJournal, type Reads, type Writes } from "#platform";

import type { DeadlineAct } from "../../rules/deadline-sentence.ts";
import { alignSlots, lockAlignments, planSlots } from "../../slots/align-slots.ts";
import { compareDeadlines, type DeadlinesCompared } from "../../slots/compare-deadlines.ts";
import { checkDeadlines } from "../check/check-deadlines.ts";
import { bookingSections } from "../sections.ts";
import {
  withoutRepeats,
  withRule,
  type DeadlineTable,
  type Scope,
  type WrittenRule,
} from "../stored/deadline-table.ts";
import { entriesOf, readRules, tableOn, writeTable } from "../stored/stored-deadlines.ts";
import { dayRefusal, type DayRefusal } from "./possible-day.ts";

/** A rule for some acts of some units and seasons of an activity, from a day on. */
export interface DeadlineChange {
  readonly activityId: Id<"activity">;
  /** Codes of units; null: all of them. */
  readonly units: readonly string[] | null;
  /** The name of a season; null: all of them. */
  readonly season: string | null;
  readonly acts: readonly DeadlineAct[];
  /** As the file writes it; null: no rule of their own, what is more general decides. */
  readonly rule: WrittenRule | null;
  readonly from: Temporal.PlainDate;
}

/** Why a deadline was not changed; nothing was written. */
export type DeadlineRefusal =
  | DayRefusal
  /** No such activity, unit or season. */
  | { code: "unknown" }
  /** What the check of the file says against it. */
  | { code: "contradicts"; findings: readonly Finding[] };

/** What a change does, told before it is done. */
export interface DeadlineEffect extends DeadlinesCompared {
  /** A sentence for each change, as an import of the file tells it; none where it was so already. */
  readonly changes: readonly string[];
  readonly warnings: readonly Finding[];
}

type EditVisit = Pick<SignedInVisit, "actor" | "authority" | "database" | "now" | "address">;

/** Says what a rule would change: it is written and unwritten, and nothing stays. */
export function previewDeadline(
  { database, now }: EditVisit,
  change: DeadlineChange,
): Promise<Result<DeadlineEffect, DeadlineRefusal>> {
  return rehearse(database, async (writes) => {
    const written = await writeChange(writes, change, now);
    if (!written.ok) return written;
    const plan = await planSlots(writes, { activityIds: [change.activityId], now });
    return ok({ ...written.value, ...(await compareDeadlines(writes, change.activityId, plan, now)) });
  });
}

/**
 * @rule Changer un délai à partir d'un jour
 *
 * Le nouveau délai vaut pour les séances à partir du jour choisi ; les précédentes gardent le leur, et une séance qui a
 * commencé ne change plus. Ce qui était prévu pour plus tard, pour la même chose, est remplacé. La page et le fichier
 * du règlement écrivent la même ligne, après les mêmes vérifications.
 *
 * Exemple : le 23 novembre 2026, le délai pour annuler passe à deux jours ouvrés à partir du mardi 1er décembre. Le
 * repas du lundi 30 novembre garde le sien (vendredi 27 à 12 h), celui du mardi 1er se ferme le vendredi 27 à 10 h.
 *
 * In one transaction the rule is written, the slots to come take their deadlines, and the journal has its line. Twice
 * changes nothing.
 */
export function saveDeadline(
  visit: EditVisit,
  change: DeadlineChange,
): Promise<Result<{ changed: boolean }, DeadlineRefusal>> {
  const { actor, authority, database, now, address } = visit;
  return database.write(async (writes) => {
    await lockAlignments(writes);
    const written = await writeChange(writes, change, now);
    if (!written.ok) return written;
    if (written.value.changes.length === 0) return ok({ changed: false });
    await alignSlots(writes, {
      authorityId: authority.id,
      activityIds: [change.activityId],
      now,
      by: { name: actor.name, accountId: actor.accountId },
    });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "deadlines.rule",
      objectKind: "activity",
      objectId: change.activityId,
      facts: {
        units: change.units,
        season: change.season,
        acts: change.acts,
        rule: change.rule,
        from: change.from.toString(),
      },
      address,
    });
    return ok({ changed: true });
  });
}

async function writeChange(
  writes: Writes,
  change: DeadlineChange,
  now: Temporal.Instant,
): Promise<Result<Pick<DeadlineEffect, "changes" | "warnings">, DeadlineRefusal>> {
  const { activityId, acts, rule, from } = change;
  const refusal = dayRefusal(from, now);
  if (refusal !== undefined) return refuse(refusal);
  const [activity] = await activityOffer(writes, [activityId]);
  const scopes = activity && scopesOf(activity, change);
  if (activity === undefined || scopes === undefined) return refuse({ code: "unknown" });
  const current = tableOn(await readRules(writes, [activity], from), activity, from);
  const plain = withoutRepeats(current);
  const wanted = withRule(plain, scopes, acts, rule);
  const { activities = [] } = await readOffer(writes, from);
  const offer = { activities: activities.filter(({ code }) => code === activity.activityCode) };
  const known = new Set(findingsOf(plain, activity, offer).map(({ sentence }) => sentence));
  const findings = findingsOf(wanted, activity, offer).filter(({ sentence }) => !known.has(sentence));
  const refused = findings.filter(({ kind }) => kind === "refused");
  if (refused.length > 0) return refuse({ code: "contradicts", findings: refused });
  const only = scopes.flatMap((scope) => acts.map((act) => ({ ...scope, act })));
  const changes = await writeTable(writes, activity, { current, wanted, from, only });
  return ok({ changes, warnings: findings });
}

/** The units and the season that the change names; undefined where one of them is not the activity's. */
function scopesOf(
  { units, seasons }: ActivityOffer,
  { units: codes, season }: DeadlineChange,
): readonly Scope[] | undefined {
  if (season !== null && seasons.every(({ name }) => name !== season)) return undefined;
  if (codes === null) return [{ unit: null, season }];
  if (codes.length === 0 || codes.some((code) => units.every((unit) => unit.code !== code))) return undefined;
  return codes.map((unit) => ({ unit, season }));
}

/** What the check of the file says of a table. */
function findingsOf(
  table: DeadlineTable,
  { activityCode }: ActivityOffer,
  offer: Parameters<typeof checkDeadlines>[1],
): readonly Finding[] {
  const entries = entriesOf(table).map((entry) => ({ activities: [activityCode], ...entry }));
  return checkDeadlines(bookingSections.deadlines.parse(entries) ?? [], offer);
}

/** The rule that decides an act of a unit in a season on a day, as the file writes it. */
export async function deadlineInForce(
  reads: Reads,
  activity: ActivityOffer,
  on: Temporal.PlainDate,
): Promise<DeadlineTable> {
  return tableOn(await readRules(reads, [activity], on), activity, on);
}
