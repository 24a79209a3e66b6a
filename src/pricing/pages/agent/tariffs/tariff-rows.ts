import { activityOffer, type ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { holdsOn } from "../../../ruleset/scoped.ts";
import type { PriceEntry } from "../../../ruleset/section.ts";
import {
  sectionsOn,
  type TariffVersion,
  tariffVersions,
  withoutActivities,
} from "../../../ruleset/stored/tariff-versions.ts";

/** One tariff, with the activities that have it in common. */
export interface TariffRow {
  readonly entry: PriceEntry;
  readonly activities: readonly ActivityOffer[];
  /** The names of its units; empty: all of them. */
  readonly units: readonly string[];
  /** Where the first of its activities has it: what its form is asked for with. */
  readonly at: { readonly activityId: Id<"activity">; readonly index: number };
}

/** The tariffs in force on a day, and what else stands around them. */
export interface TariffsOnDay {
  readonly rows: readonly TariffRow[];
  /** « Restauration scolaire – Rue, Repas », without a price that day. */
  readonly unpriced: readonly string[];
  readonly versions: readonly { readonly activity: ActivityOffer; readonly version: TariffVersion }[];
}

/** Everything that costs something on a day, in two statements besides the offer. */
export async function tariffsOn(reads: Reads, on: Temporal.PlainDate): Promise<TariffsOnDay> {
  const offer = await activityOffer(reads);
  const versions = await tariffVersions(
    reads,
    offer.map(({ activityId }) => activityId),
  );
  const unpriced: string[] = [];
  const held = offer.flatMap((activity) => {
    const prices = sectionsOn(versions.get(activity.activityId) ?? [], activity, on).prices ?? [];
    for (const { code, name } of activity.units)
      if (!prices.some((entry) => (entry.units?.includes(code) ?? true) && holdsOn(entry, on)))
        unpriced.push(`${activity.activityName}, ${name}`);
    return prices.map((entry, index) => ({ activity, entry, index }));
  });
  const alike = Map.groupBy(held, ({ entry }) => JSON.stringify(withoutActivities(entry)));
  return {
    rows: [...alike.values()].flatMap((same): TariffRow[] => {
      const [first] = same;
      if (first === undefined) return [];
      const { entry, index, activity } = first;
      const names = new Map(same.flatMap((one) => one.activity.units.map(({ code, name }) => [code, name])));
      return [
        {
          entry,
          activities: same.map((one) => one.activity),
          units: (entry.units ?? []).map((code) => names.get(code) ?? code),
          at: { activityId: activity.activityId, index },
        },
      ];
    }),
    unpriced,
    versions: offer.flatMap((activity) =>
      (versions.get(activity.activityId) ?? []).map((version) => ({ activity, version })),
    ),
  };
}
