import type { ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { enrolmentConditions } from "../../enrolments/condition-format.ts";
import { setEnrolmentRule } from "../../enrolments/enrolment-rules.ts";
import type { BookingSections, WrittenBookingSections } from "../sections.ts";
import { grouped } from "./grouped.ts";
import { texts } from "./texts.fr.ts";

/** Who enrols in an activity and under which conditions, as the file says it. */
export type EnrolmentEntry = Omit<NonNullable<BookingSections["enrolment"]>[number], "activities">;

/** A rule and the day from which it holds. */
export interface DatedEnrolment {
  readonly validFrom: Temporal.PlainDate;
  readonly rule: EnrolmentEntry;
}

/** What holds for an activity of which nothing was said. */
export const USUAL_ENROLMENT: EnrolmentEntry = { by: "agent", conditions: [] };

/** Who may enrol on a day, as the file writes it: activities that say the same stand together. */
export async function readEnrolment(
  reads: Reads,
  offer: readonly ActivityOffer[],
  on: Temporal.PlainDate,
): Promise<NonNullable<WrittenBookingSections["enrolment"]>> {
  const stored = await enrolmentRules(reads, offer);
  const said = offer.flatMap((activity) => {
    const entry = enrolmentOn(stored.get(activity.activityId) ?? [], on);
    return isSame(entry, USUAL_ENROLMENT) ? [] : [{ activity: activity.activityCode, entry }];
  });
  return grouped(said, ({ entry }) => ordered(entry)).flatMap((same) =>
    same[0] === undefined ? [] : [{ activities: same.map(({ activity }) => activity), ...same[0].entry }],
  );
}

/**
 * Sets who may enrol from a day on, in place of what was planned later; says what changes. An activity that the file
 * leaves out of the section is enrolled in by agents, without a condition: that is said apart.
 */
export async function writeEnrolment(
  writes: Writes,
  entries: NonNullable<BookingSections["enrolment"]>,
  { offer, from }: { offer: readonly ActivityOffer[]; from: Temporal.PlainDate },
): Promise<readonly string[]> {
  const said: string[] = [];
  for (const activity of offer) {
    const named = entries.find(({ activities }) => activities.includes(activity.activityCode));
    const changes = await writeEnrolmentRule(writes, activity, named ?? USUAL_ENROLMENT, from);
    said.push(...changes);
    if (named === undefined && changes.length > 0) said.push(texts.unnamedEnrolment(activity.activityName));
  }
  return said;
}

/**
 * Sets who may enrol in an activity from a day on. The file and the agents' page both end here. Says what changes, with
 * what held until then.
 */
export async function writeEnrolmentRule(
  writes: Writes,
  activity: ActivityOffer,
  { by, conditions }: EnrolmentEntry,
  from: Temporal.PlainDate,
): Promise<readonly string[]> {
  const { activityId, activityName } = activity;
  const wanted = { by, conditions };
  const held = enrolmentOn((await enrolmentRules(writes, [activity])).get(activityId) ?? [], from);
  const later = await writes.run(
    "forget_later_enrolment_rules",
    `delete from enrolment_rule where activity_id = $1 and valid_from > $2`,
    [activityId, from.toString()],
  );
  const replaced = later > 0 ? [texts.laterEnrolment(activityName)] : [];
  if (isSame(held, wanted)) return replaced;
  await setEnrolmentRule(writes, { activityId, validFrom: from, byFamily: by === "family", conditions });
  return [...replaced, texts.enrolment(activityName, held, wanted)];
}

/** The rule that holds on a day. */
function enrolmentOn(versions: readonly DatedEnrolment[], on: Temporal.PlainDate): EnrolmentEntry {
  const held = versions.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, on) <= 0);
  return held?.rule ?? USUAL_ENROLMENT;
}

/** Every version of these activities, in the order of their days. */
export async function enrolmentRules(
  reads: Reads,
  offer: readonly ActivityOffer[],
): Promise<ReadonlyMap<Id<"activity">, readonly DatedEnrolment[]>> {
  const rows = await reads.rows<{
    activityId: Id<"activity">;
    validFrom: Temporal.PlainDate;
    byFamily: boolean;
    conditions: unknown;
  }>(
    "enrolment_rules",
    `select activity_id as "activityId", valid_from as "validFrom", by_family as "byFamily", conditions
     from enrolment_rule where activity_id = any ($1::uuid[]) order by activity_id, valid_from`,
    [offer.map(({ activityId }) => activityId)],
  );
  const versions = rows.map(({ activityId, validFrom, byFamily, conditions }) => ({
    activityId,
    validFrom,
    rule: {
      by: byFamily ? ("family" as const) : ("agent" as const),
      conditions: enrolmentConditions.parse(conditions),
    },
  }));
  return Map.groupBy(versions, ({ activityId }) => activityId);
}

/**
 * Whether two rules say the same: all conditions must be met, whatever their order; priority groups go in theirs. The
 * database keeps them without the order of their keys.
 */
function isSame(a: EnrolmentEntry, b: EnrolmentEntry): boolean {
  const told = ({ conditions }: EnrolmentEntry) => [
    conditions
      .filter(({ kind }) => kind !== "priority")
      .map(ordered)
      .toSorted(),
    conditions.filter(({ kind }) => kind === "priority").map(ordered),
  ];
  return a.by === b.by && ordered(told(a)) === ordered(told(b));
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
