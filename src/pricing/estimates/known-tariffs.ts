import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { outingCosts } from "../costs/outing-costs.ts";
import { ownLimits, psuTablesWith } from "../psu/psu-limits.ts";
import type { PsuTables } from "../rules/psu/psu-tables.ts";
import { readTariff } from "../rules/tariff/tariff.ts";
import { holdsOn } from "../ruleset/scoped.ts";
import { type PriceEntry, priceSections } from "../ruleset/section.ts";
import { withActivity, withoutActivities } from "../ruleset/stored/tariff-versions.ts";
import { type ChargeTariffs, chargeTariffs, type FeeRow } from "./charge-tariffs.ts";
import type { KnownTariff, KnownTariffs, UnitOnDay, VersionRow } from "./known-tariff.ts";

/** How many states are kept: one an authority that families look at, and a few that are just past. */
const MOST_STATES = 32;

/** All that is known of them: what estimates need, and what charges need. */
export type AllTariffs = KnownTariffs & ChargeTariffs;

const states = new Map<string, Promise<AllTariffs>>();

/**
 * The tariffs of this stamp, which the caller's statement read from `pricing_tariff_stamp`. They are remembered by
 * stamp: every change renews it, so there is nothing to expire or to forget.
 */
export function knownTariffs(reads: Reads, stamp: string): Promise<AllTariffs> {
  const known = states.get(stamp) ?? readTariffs(reads);
  states.delete(stamp);
  states.set(stamp, known);
  known.catch(() => states.delete(stamp));
  const [oldest] = states.keys();
  if (states.size > MOST_STATES && oldest !== undefined) states.delete(oldest);
  return known;
}

async function readTariffs(reads: Reads): Promise<AllTariffs> {
  const all = await reads.rows<VersionRow>(
    "known_tariffs",
    `select activity_id as "activityId", section, valid_from as "validFrom", entries
     from tariff_rule order by activity_id, section, valid_from`,
  );
  const fees = await reads.rows<FeeRow>(
    "known_fees",
    `select code, valid_from as "validFrom", entry from fee_rule order by code, valid_from`,
  );
  const costs = new Map(
    (await outingCosts(reads)).map((one) => [costKey(one), (one.cents / 100).toFixed(2)] as const),
  );
  const psu = psuTablesWith(await ownLimits(reads));
  const rows = all.filter(({ section }) => section === "prices");
  const texts = new Map<string, Set<Id<"activity">>>();
  const versions = Map.groupBy(
    rows.map(({ activityId, validFrom, entries }) => ({
      activityId,
      validFrom,
      entries: entriesOf(entries).map((entry) => {
        const known = knownTariff(entry, psu);
        texts.set(known.text, (texts.get(known.text) ?? new Set()).add(activityId));
        return known;
      }),
    })),
    ({ activityId }) => activityId,
  );
  const known: KnownTariffs = {
    none: texts.size === 0,
    tariffOn: ({ activityId, unitCode, date }) =>
      versions
        .get(activityId)
        ?.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, date) <= 0)
        ?.entries.find(({ entry }) => (entry.units?.includes(unitCode) ?? true) && holdsOn(entry, date)),
    costOn: (unit) => costs.get(costKey(unit)),
    sharing: ({ text }) => texts.get(text) ?? new Set(),
  };
  return { ...known, ...chargeTariffs(known, all, fees, psu) };
}

const costKey = ({ activityId, unitCode, date }: UnitOnDay) => `${activityId} ${unitCode} ${date.toString()}`;

/** The name of the activity is the row's: the schema wants one, and nobody reads it here. */
function entriesOf(entries: readonly unknown[]): readonly PriceEntry[] {
  return priceSections.prices.parse(entries.map((entry) => withActivity(entry, "a"))) ?? [];
}

function knownTariff(entry: PriceEntry, psu: PsuTables): KnownTariff {
  const { instalments, regular, every = "slot", ...terms } = entry;
  const text = JSON.stringify(withoutActivities(entry));
  return {
    tariff: readTariff(terms, { penalties: [], absences: [], psu }),
    isCare: typeof entry.price === "object" && entry.price.kind === "psu",
    every,
    instalments: instalments ?? null,
    regularFrom: regular?.fromDaysAMonth ?? null,
    byWeekday: text.includes('"weekdays"'),
    text,
    entry,
  };
}
