import type { ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { type PriceSections, priceSections } from "../section.ts";

/** The sections that each activity keeps by itself; fees are kept by their code. */
export const ACTIVITY_SECTIONS = ["prices", "penalties", "absences"] as const;
/** One of them. */
export type ActivitySection = (typeof ACTIVITY_SECTIONS)[number];

/** What a section says of an activity from a day on: entries of the file, without the activity's name. */
export interface TariffVersion {
  readonly section: ActivitySection;
  readonly validFrom: Temporal.PlainDate;
  readonly entries: readonly unknown[];
  readonly byLabel: string;
  readonly at: Temporal.Instant;
}

/** Every version of these activities, in the order of their days. */
export async function tariffVersions(
  reads: Reads,
  activityIds: readonly Id<"activity">[],
): Promise<ReadonlyMap<Id<"activity">, readonly TariffVersion[]>> {
  const rows = await reads.rows<TariffVersion & { activityId: Id<"activity"> }>(
    "tariff_versions",
    `select activity_id as "activityId", section, valid_from as "validFrom", entries, by_label as "byLabel", at
     from tariff_rule where activity_id = any ($1::uuid[]) order by activity_id, section, valid_from`,
    [activityIds],
  );
  return Map.groupBy(rows, ({ activityId }) => activityId);
}

/**
 * The sections of one activity as they hold on a day, read through the schema of the file. Units that the activity no
 * longer has are left out: nobody can book them.
 */
export function sectionsOn(
  versions: readonly TariffVersion[],
  { activityCode, units }: Pick<ActivityOffer, "activityCode" | "units">,
  on: Temporal.PlainDate,
): PriceSections {
  const codes = new Set(units.map(({ code }) => code));
  const held = (section: ActivitySection) =>
    versions
      .findLast((one) => one.section === section && Temporal.PlainDate.compare(one.validFrom, on) <= 0)
      ?.entries.map((entry) => withActivity(entry, activityCode));
  return {
    prices: withUnits(priceSections.prices.parse(held("prices") ?? []) ?? [], codes),
    penalties: withUnits(priceSections.penalties.parse(held("penalties") ?? []) ?? [], codes),
    absences: withUnits(priceSections.absences.parse(held("absences") ?? []) ?? [], codes),
  };
}

/** An entry as the file writes it, with the activity that it is kept for. */
export function withActivity(entry: unknown, activityCode: string): object {
  return Object.assign({ activities: [activityCode] }, entry);
}

function withUnits<Entry extends { readonly units?: readonly string[] }>(
  entries: readonly Entry[],
  known: ReadonlySet<string>,
): Entry[] {
  return entries.flatMap((entry) => {
    if (entry.units === undefined) return [entry];
    const units = entry.units.filter((code) => known.has(code));
    return units.length === 0 ? [] : [{ ...entry, units }];
  });
}

/** An entry as it is kept: without the names of the activities, which are the rows'. */
export function withoutActivities<Entry extends { readonly activities: readonly string[] }>(
  entry: Entry,
): Omit<Entry, "activities"> {
  const { activities: _, ...kept } = entry;
  return kept;
}
