import type { ActivityOffer } from "#activities";
import type { Writes } from "#platform";

import type { PriceSections } from "../section.ts";
import {
  type ActivitySection,
  sectionsOn,
  type TariffVersion,
  tariffVersions,
  withoutActivities,
} from "./tariff-versions.ts";
import { sectionChanges } from "./section-changes.ts";
import { texts } from "./texts.fr.ts";

/** From which day a change holds, and who makes it. */
export interface TariffChange {
  readonly from: Temporal.PlainDate;
  readonly by: string;
  readonly now: Temporal.Instant;
}

/**
 * Sets what a section says of an activity from a day on, and forgets what was planned for later. The file and the
 * agents' page both end here. Says what changes, one sentence each; none where it was so already.
 */
export async function writeSection(
  writes: Writes,
  activity: ActivityOffer,
  wanted: { readonly section: ActivitySection; readonly sections: PriceSections },
  change: TariffChange,
): Promise<readonly string[]> {
  const { activityId, activityName } = activity;
  const { section } = wanted;
  const versions = (await tariffVersions(writes, [activityId])).get(activityId) ?? [];
  const held = sectionsOn(versions, activity, change.from);
  const later = await forgetLater(writes, activity, section, change.from);
  const replaced = later > 0 ? [texts.later(activityName, section)] : [];
  const entries = (wanted.sections[section] ?? []).filter(({ activities }) =>
    activities.includes(activity.activityCode),
  );
  const kept = entries.map(withoutActivities);
  if (sameEntries((held[section] ?? []).map(withoutActivities), kept)) return replaced;
  await writes.run(
    "write_tariff_rule",
    `insert into tariff_rule (activity_id, section, valid_from, entries, by_label, at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (activity_id, section, valid_from)
     do update set entries = excluded.entries, by_label = excluded.by_label, at = excluded.at`,
    [activityId, section, change.from.toString(), JSON.stringify(kept), change.by, change.now.toString()],
  );
  const after = { ...held, [section]: entries };
  return [...replaced, ...sectionChanges(activity, section, held, after)];
}

/** A version of a later day would otherwise come after the one that is written. */
function forgetLater(
  writes: Writes,
  { activityId }: ActivityOffer,
  section: TariffVersion["section"],
  from: Temporal.PlainDate,
): Promise<number> {
  return writes.run(
    "forget_later_tariff_rules",
    `delete from tariff_rule where activity_id = $1 and section = $2 and valid_from > $3`,
    [activityId, section, from.toString()],
  );
}

/** Whether entries say the same: both were read through the schema, which orders their keys. */
export function sameEntries(a: readonly object[], b: readonly object[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
