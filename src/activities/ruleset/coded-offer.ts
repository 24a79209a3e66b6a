import type { Id } from "#kernel";

import type {
  ActivityOffer,
  Audience,
  OfferedSeason,
  OfferedUnit,
  UnitSettings,
} from "../offer/activity-offer.ts";
import type { RatioGroup, SharedCapacity } from "../rules/capacities-on.ts";
import type { DatedOpening, DatedPlaces } from "../rules/opening-on.ts";
import type { SeasonDays } from "../rules/slot-days.ts";
import type { HoursOfUnit } from "../rules/unit-hours.ts";

/** An activity whose parts name each other by their codes, as the file does, and not by ids: what is stored, or will be. */
export interface CodedActivity {
  code: string;
  site: string;
  name: string;
  audience: Audience;
  units: readonly CodedUnit[];
  ageGroups: readonly CodedAgeGroup[];
  seasons: readonly CodedSeason[];
}

export interface CodedUnit extends UnitSettings, HoursOfUnit {
  code: string;
  name: string;
  excludes: readonly string[];
  needs: readonly string[];
}

/** An age group; in capacities its id is its code. */
export interface CodedAgeGroup extends RatioGroup {
  name: string;
  retired: boolean;
}

export interface CodedSeason extends SeasonDays {
  /** Null for a new one. */
  seasonId: Id<"season"> | null;
  name: string;
  openings: readonly CodedOpening[];
  dates: readonly CodedDate[];
  capacities: readonly SharedCapacity[];
}

export interface CodedOpening extends DatedOpening {
  unit: string;
}

export interface CodedDate extends DatedPlaces {
  unit: string;
}

/** What is stored of an activity, by codes. */
export function codedOf(offer: ActivityOffer): CodedActivity {
  const units = new Map<string, string>(offer.units.map((unit) => [unit.unitId, unit.code]));
  const groups = new Map<string, string>(offer.ageGroups.map((group) => [group.ageGroupId, group.code]));
  return {
    code: offer.activityCode,
    site: offer.siteCode,
    name: offer.activityName,
    audience: offer.audience,
    units: offer.units.map((unit) => codedUnit(unit, units)),
    ageGroups: offer.ageGroups.map((group) => ({
      ageGroupId: group.code,
      name: group.name,
      fromMonths: group.fromMonths,
      untilMonths: group.untilMonths,
      childrenPerAdult: group.childrenPerAdult,
      retired: group.retired,
    })),
    seasons: offer.seasons.map((season) => codedSeason(season, { units, groups })),
  };
}

function codedUnit(unit: OfferedUnit, units: ReadonlyMap<string, string>): CodedUnit {
  return {
    code: unit.code,
    name: unit.name,
    startsAt: unit.startsAt,
    endsAt: unit.endsAt,
    withMeal: unit.withMeal,
    hourStep: unit.hourStep,
    laterHours: unit.laterHours.map(({ validFrom, startsAt, endsAt, hourStep }) => ({
      validFrom,
      startsAt,
      endsAt,
      hourStep,
    })),
    bookedBy: unit.bookedBy,
    leastDaysAWeek: unit.leastDaysAWeek,
    companions: unit.companions,
    companionsOnly: unit.companionsOnly,
    excludes: unit.excludes.map((other) => codeOf(units, other)).sort(),
    needs: unit.needs.map((other) => codeOf(units, other)).sort(),
  };
}

function codedSeason(
  season: OfferedSeason,
  { units, groups }: Record<"units" | "groups", ReadonlyMap<string, string>>,
): CodedSeason {
  const { seasonId, name, firstDay, lastDay, opensOn } = season;
  return {
    seasonId,
    name,
    firstDay,
    lastDay,
    opensOn,
    openings: season.openings.map(({ unitId, weekday, validFrom, offered, places, startsAt, endsAt }) => ({
      unit: codeOf(units, unitId),
      weekday,
      validFrom,
      offered,
      places,
      startsAt,
      endsAt,
    })),
    dates: season.dates.map(({ unitId, date, places, startsAt, endsAt }) => ({
      unit: codeOf(units, unitId),
      date,
      places,
      startsAt,
      endsAt,
    })),
    capacities: season.capacities.map(
      ({ weekday, ageGroupId, startsAt, endsAt, places, adults, everyMinutes, validFrom }) => ({
        weekday,
        ageGroupId: ageGroupId === null ? null : codeOf(groups, ageGroupId),
        startsAt,
        endsAt,
        places,
        adults,
        everyMinutes,
        validFrom,
      }),
    ),
  };
}

function codeOf(codes: ReadonlyMap<string, string>, id: string): string {
  const code = codes.get(id);
  if (code === undefined) throw new Error(`An id that its activity does not know: ${id}`);
  return code;
}

/** When one unit opens in a season. */
export function openingsOf(season: Pick<CodedSeason, "openings" | "dates">, unit: string) {
  return {
    openings: season.openings.filter((opening) => opening.unit === unit),
    dates: season.dates.filter((date) => date.unit === unit),
  };
}
