import type { Id } from "#kernel";

import type { RatioGroup, SharedCapacity } from "../rules/capacities-on.ts";
import type { DatedOpening, DatedPlaces } from "../rules/opening-on.ts";
import type { SeasonDays } from "../rules/slot-days.ts";
import type { HoursOfUnit } from "../rules/unit-hours.ts";

/** Who may take part. */
export type Audience = "children" | "adults" | "everyone";

/** What is booked together: one slot, those of a week (a package), those of the season (a stay, a course). */
export type BookedBy = "slot" | "week" | "season";

/** An activity as it is offered: its units, and for each season when they open. */
export interface ActivityOffer {
  activityId: Id<"activity">;
  activityCode: string;
  activityName: string;
  audience: Audience;
  siteId: Id<"site">;
  siteCode: string;
  siteName: string;
  units: readonly OfferedUnit[];
  /** Also the retired ones, which capacities of earlier days still name. */
  ageGroups: readonly AgeGroup[];
  seasons: readonly OfferedSeason[];
}

/** How a unit is booked. */
export interface UnitSettings {
  withMeal: boolean;
  bookedBy: BookedBy;
  /** The fewest days of a week in which it, or another unit of its activity that has such a minimum, is booked. */
  leastDaysAWeek: number | null;
  /** Up to how many may come with the person who books (an assistante maternelle); null: nobody. */
  companions: number | null;
  /** Whether those who come take places alone, and the person none. */
  companionsOnly: boolean;
}

/** A bookable unit with its local times, by the day. */
export interface OfferedUnit extends UnitSettings, HoursOfUnit {
  unitId: Id<"unit">;
  code: string;
  name: string;
  /** Units of the activity that cannot be booked on the same day; each of two excludes the other. */
  excludes: readonly Id<"unit">[];
  /** Units of the activity without which it cannot be booked on a day. */
  needs: readonly Id<"unit">[];
}

/** A season; both days included. */
export interface OfferedSeason extends SeasonDays {
  seasonId: Id<"season">;
  name: string;
  openings: readonly Opening[];
  dates: readonly OpeningDate[];
  capacities: readonly Capacity[];
}

/** On which ISO weekday a unit opens, or no longer does, from which day on. */
export interface Opening extends DatedOpening {
  unitId: Id<"unit">;
}

/** One date on which a unit opens. */
export interface OpeningDate extends DatedPlaces {
  unitId: Id<"unit">;
}

/** Ages of which places are counted apart. */
export interface AgeGroup extends RatioGroup {
  ageGroupId: Id<"ageGroup">;
  code: string;
  name: string;
  retired: boolean;
}

/** Places that the units of a season share. */
export interface Capacity extends SharedCapacity {
  ageGroupId: Id<"ageGroup"> | null;
}
