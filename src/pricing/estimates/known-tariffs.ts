import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { readTariff, type Tariff } from "../rules/tariff/tariff.ts";
import type { Every } from "../rules/tariff/tariff-tree.ts";
import { holdsOn } from "../ruleset/scoped.ts";
import { type PriceEntry, priceSections } from "../ruleset/section.ts";
import { withActivity, withoutActivities } from "../ruleset/stored/tariff-versions.ts";

/** A tariff of the authority, read once for all the pages between two changes. */
export interface KnownTariff {
  readonly tariff: Tariff;
  readonly every: Every;
  /** In how many times it is paid; null: at once. */
  readonly instalments: number | null;
  /** Regular from so many days in the month on, which is counted afterwards; null: said beforehand. */
  readonly regularFrom: number | null;
  /** Whether the day of the week decides. */
  readonly byWeekday: boolean;
  /** What it says, the same for the activities that have it in common. */
  readonly text: string;
}

/** A unit on a day. */
export interface UnitOnDay {
  readonly activityId: Id<"activity">;
  readonly unitCode: string;
  readonly date: Temporal.PlainDate;
}

/** The prices of an authority as they stand. */
export interface KnownTariffs {
  /** Whether there is none at all. */
  readonly none: boolean;
  /** Undefined where the unit has no tariff that day. */
  tariffOn(unit: UnitOnDay): KnownTariff | undefined;
  /** The activities that have a tariff in common: those that one entry of the file names. */
  sharing(tariff: KnownTariff): ReadonlySet<Id<"activity">>;
}

/** How many states are kept: one an authority that families look at, and a few that are just past. */
const MOST_STATES = 32;

const states = new Map<string, Promise<KnownTariffs>>();

/**
 * The tariffs of this stamp, which the caller's statement read from `pricing_tariff_stamp`. They are remembered by
 * stamp: every change renews it, so there is nothing to expire or to forget.
 */
export function knownTariffs(reads: Reads, stamp: string): Promise<KnownTariffs> {
  const known = states.get(stamp) ?? readTariffs(reads);
  states.delete(stamp);
  states.set(stamp, known);
  known.catch(() => states.delete(stamp));
  const [oldest] = states.keys();
  if (states.size > MOST_STATES && oldest !== undefined) states.delete(oldest);
  return known;
}

interface VersionRow {
  activityId: Id<"activity">;
  validFrom: Temporal.PlainDate;
  entries: readonly unknown[];
}

interface ReadEntry {
  readonly entry: PriceEntry;
  readonly known: KnownTariff;
}

async function readTariffs(reads: Reads): Promise<KnownTariffs> {
  const rows = await reads.rows<VersionRow>(
    "known_tariffs",
    `select activity_id as "activityId", valid_from as "validFrom", entries
     from tariff_rule where section = 'prices' order by activity_id, valid_from`,
  );
  const texts = new Map<string, Set<Id<"activity">>>();
  const versions = Map.groupBy(
    rows.map(({ activityId, validFrom, entries }) => ({
      activityId,
      validFrom,
      entries: entriesOf(entries).map((entry): ReadEntry => {
        const known = knownTariff(entry);
        texts.set(known.text, (texts.get(known.text) ?? new Set()).add(activityId));
        return { entry, known };
      }),
    })),
    ({ activityId }) => activityId,
  );
  return {
    none: texts.size === 0,
    tariffOn: ({ activityId, unitCode, date }) =>
      versions
        .get(activityId)
        ?.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, date) <= 0)
        ?.entries.find(({ entry }) => (entry.units?.includes(unitCode) ?? true) && holdsOn(entry, date))
        ?.known,
    sharing: ({ text }) => texts.get(text) ?? new Set(),
  };
}

/** The name of the activity is the row's: the schema wants one, and nobody reads it here. */
function entriesOf(entries: readonly unknown[]): readonly PriceEntry[] {
  return priceSections.prices.parse(entries.map((entry) => withActivity(entry, "a"))) ?? [];
}

function knownTariff(entry: PriceEntry): KnownTariff {
  const { instalments, regular, every = "slot", ...terms } = entry;
  const text = JSON.stringify(withoutActivities(entry));
  return {
    tariff: readTariff(terms, { penalties: [], absences: [] }),
    every,
    instalments: instalments ?? null,
    regularFrom: regular?.fromDaysAMonth ?? null,
    byWeekday: text.includes('"weekdays"'),
    text,
  };
}
