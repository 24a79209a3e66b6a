import type { ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { enrolmentConditions } from "../../enrolments/condition-format.ts";
import type { BookingSections, WrittenBookingSections } from "../sections.ts";
import { grouped } from "./grouped.ts";
import { texts } from "./texts.fr.ts";

type Entry = Omit<NonNullable<BookingSections["enrolment"]>[number], "activities">;

/** What holds for an activity that the file says nothing of. */
const UNSAID: Entry = { by: "agent", conditions: [] };

/** Who may enrol on a day, as the file writes it: activities that say the same stand together. */
export async function readEnrolment(
  reads: Reads,
  offer: readonly ActivityOffer[],
  on: Temporal.PlainDate,
): Promise<NonNullable<WrittenBookingSections["enrolment"]>> {
  const stored = await rulesOn(reads, offer, on);
  const said = offer.flatMap((activity) => {
    const entry = stored.get(activity.activityId) ?? UNSAID;
    return isSame(entry, UNSAID) ? [] : [{ activity: activity.activityCode, entry }];
  });
  return grouped(said, ({ entry }) => JSON.stringify(entry)).flatMap((same) =>
    same[0] === undefined ? [] : [{ activities: same.map(({ activity }) => activity), ...same[0].entry }],
  );
}

/** Sets who may enrol from a day on, in place of what was planned later; says what changes. */
export async function writeEnrolment(
  writes: Writes,
  entries: NonNullable<BookingSections["enrolment"]>,
  { offer, from }: { offer: readonly ActivityOffer[]; from: Temporal.PlainDate },
): Promise<readonly string[]> {
  const stored = await rulesOn(writes, offer, from);
  const said: string[] = [];
  for (const { activityId, activityCode, activityName } of offer) {
    const named = entries.find(({ activities }) => activities.includes(activityCode)) ?? UNSAID;
    const wanted = { by: named.by, conditions: named.conditions };
    const later = await writes.run(
      "forget_later_enrolment_rules",
      `delete from enrolment_rule where activity_id = $1 and valid_from > $2`,
      [activityId, from.toString()],
    );
    if (later > 0) said.push(texts.laterEnrolment(activityName));
    if (isSame(stored.get(activityId) ?? UNSAID, wanted)) continue;
    await writes.run(
      "ruleset_set_enrolment_rule",
      `insert into enrolment_rule (activity_id, valid_from, by_family, conditions) values ($1, $2, $3, $4)
       on conflict (activity_id, valid_from) do update
         set by_family = excluded.by_family, conditions = excluded.conditions`,
      [activityId, from.toString(), wanted.by === "family", JSON.stringify(wanted.conditions)],
    );
    said.push(texts.enrolment(activityName, wanted.by, wanted.conditions.length));
  }
  return said;
}

async function rulesOn(
  reads: Reads,
  offer: readonly ActivityOffer[],
  on: Temporal.PlainDate,
): Promise<ReadonlyMap<string, Entry>> {
  const rows = await reads.rows<{ activityId: Id<"activity">; byFamily: boolean; conditions: unknown }>(
    "ruleset_enrolment_rules",
    `select distinct on (activity_id) activity_id as "activityId", by_family as "byFamily", conditions
     from enrolment_rule where activity_id = any ($1::uuid[]) and valid_from <= $2
     order by activity_id, valid_from desc`,
    [offer.map(({ activityId }) => activityId), on.toString()],
  );
  return new Map(
    rows.map(({ activityId, byFamily, conditions }) => [
      activityId,
      { by: byFamily ? "family" : "agent", conditions: enrolmentConditions.parse(conditions) },
    ]),
  );
}

/** The database keeps the conditions without the order of their keys. */
function isSame(a: Entry, b: Entry): boolean {
  return a.by === b.by && ordered(a.conditions) === ordered(b.conditions);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
