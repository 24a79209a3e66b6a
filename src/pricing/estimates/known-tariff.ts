import type { Id } from "#kernel";

import type { Tariff } from "../rules/tariff/tariff.ts";
import type { Every } from "../rules/tariff/tariff-tree.ts";
import type { PriceEntry } from "../ruleset/section.ts";

/** A tariff of the authority, read once for all the pages between two changes. */
export interface KnownTariff {
  readonly tariff: Tariff;
  readonly every: Every;
  /** In how many times it is paid; null: at once. */
  readonly instalments: number | null;
  /** Regular from so many days in the month on, which is counted afterwards; null: said beforehand. */
  readonly regularFrom: number | null;
  /** Whether the national scale of nurseries does, which changes with the day. */
  readonly isCare: boolean;
  /** Whether the day of the week decides. */
  readonly byWeekday: boolean;
  /** What it says, the same for the activities that have it in common. */
  readonly text: string;
  /** What the file says, for whoever reads it with other rules beside it. */
  readonly entry: PriceEntry;
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
  /** What a unit costs the authority that day, in euros; undefined: nobody noted it. */
  costOn(unit: UnitOnDay): string | undefined;
  /** The activities that have a tariff in common: those that one entry of the file names. */
  sharing(tariff: KnownTariff): ReadonlySet<Id<"activity">>;
}

/** What an activity says in a section, from a day on. */
export interface VersionRow {
  readonly activityId: Id<"activity">;
  readonly section: "prices" | "penalties" | "absences";
  readonly validFrom: Temporal.PlainDate;
  readonly entries: readonly unknown[];
}
