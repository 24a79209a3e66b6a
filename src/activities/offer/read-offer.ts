import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { DatedUnitHours } from "../rules/unit-hours.ts";
import type {
  ActivityOffer,
  AgeGroup,
  Capacity,
  OfferedSeason,
  OfferedUnit,
  Opening,
  OpeningDate,
} from "./activity-offer.ts";

type Of<Row> = Row & { activityId: Id<"activity"> };
type OfSeason<Row> = Row & { seasonId: Id<"season"> };

/** What is offered: every activity, or those asked for, by site and name. */
export async function activityOffer(
  reads: Reads,
  activityIds: readonly Id<"activity">[] | null = null,
): Promise<readonly ActivityOffer[]> {
  const activities = await reads.rows<Omit<ActivityOffer, "units" | "ageGroups" | "seasons">>(
    "offer_activities",
    `select a.id as "activityId", a.code as "activityCode", a.name as "activityName", a.audience,
            s.id as "siteId", s.code as "siteCode", s.name as "siteName"
     from activity a join site s on s.id = a.site_id
     where $1::uuid[] is null or a.id = any ($1)
     order by s.name, a.name, a.id`,
    [activityIds],
  );
  const ids = activities.map((activity) => activity.activityId);
  const units = await unitsOf(reads, ids);
  const ageGroups = await ageGroupsOf(reads, ids);
  const seasons = await seasonsOf(reads, ids);
  return activities.map((activity) => ({
    ...activity,
    units: units.get(activity.activityId) ?? [],
    ageGroups: ageGroups.get(activity.activityId) ?? [],
    seasons: seasons.get(activity.activityId) ?? [],
  }));
}

async function unitsOf(reads: Reads, ids: readonly string[]) {
  const units = await reads.rows<Of<Omit<OfferedUnit, "laterHours">>>(
    "offer_units",
    `select activity_id as "activityId", id as "unitId", code, name, starts_at as "startsAt", ends_at as "endsAt",
            with_meal as "withMeal", hour_step as "hourStep", booked_by as "bookedBy",
            least_days_a_week as "leastDaysAWeek", companions, companions_only as "companionsOnly",
            array(select other_unit_id from unit_relation where unit_id = unit.id and kind = 'excludes'
                  order by other_unit_id) as excludes,
            array(select other_unit_id from unit_relation where unit_id = unit.id and kind = 'needs'
                  order by other_unit_id) as needs
     from unit where activity_id = any ($1::uuid[]) order by activity_id, position`,
    [ids],
  );
  const later = await laterHoursOf(reads, ids);
  const complete = units.map((unit) => ({ ...unit, laterHours: later.get(unit.unitId) ?? [] }));
  return Map.groupBy(complete, (unit) => unit.activityId);
}

async function laterHoursOf(reads: Reads, ids: readonly string[]) {
  const rows = await reads.rows<DatedUnitHours & { unitId: Id<"unit"> }>(
    "offer_unit_hours",
    `select hours.unit_id as "unitId", hours.valid_from as "validFrom", hours.starts_at as "startsAt",
            hours.ends_at as "endsAt", hours.hour_step as "hourStep"
     from unit join hours_of_unit hours on hours.unit_id = unit.id
     where unit.activity_id = any ($1::uuid[]) order by hours.unit_id, hours.valid_from`,
    [ids],
  );
  return Map.groupBy(rows, (row) => row.unitId);
}

async function ageGroupsOf(reads: Reads, ids: readonly string[]) {
  const groups = await reads.rows<Of<AgeGroup>>(
    "offer_age_groups",
    `select activity_id as "activityId", id as "ageGroupId", code, name, from_months as "fromMonths",
            until_months as "untilMonths", children_per_adult as "childrenPerAdult", retired
     from age_group where activity_id = any ($1::uuid[]) order by activity_id, retired, from_months, code`,
    [ids],
  );
  return Map.groupBy(groups, (group) => group.activityId);
}

async function seasonsOf(reads: Reads, ids: readonly string[]) {
  const seasons = await reads.rows<Of<Omit<OfferedSeason, "openings" | "dates" | "capacities">>>(
    "offer_seasons",
    `select activity_id as "activityId", id as "seasonId", name, first_day as "firstDay",
            last_day as "lastDay", opens_on as "opensOn"
     from season where activity_id = any ($1::uuid[]) order by activity_id, first_day`,
    [ids],
  );
  const seasonIds = seasons.map((season) => season.seasonId);
  const openings = await openingsOf(reads, seasonIds);
  const dates = await datesOf(reads, seasonIds);
  const capacities = await capacitiesOf(reads, seasonIds);
  const complete = seasons.map((season) => ({
    ...season,
    openings: openings.get(season.seasonId) ?? [],
    dates: dates.get(season.seasonId) ?? [],
    capacities: capacities.get(season.seasonId) ?? [],
  }));
  return Map.groupBy(complete, (season) => season.activityId);
}

async function openingsOf(reads: Reads, seasonIds: readonly string[]) {
  const rows = await reads.rows<OfSeason<Opening>>(
    "offer_openings",
    `select season_id as "seasonId", unit_id as "unitId", weekday, places, valid_from as "validFrom", offered,
            starts_at as "startsAt", ends_at as "endsAt"
     from opening where season_id = any ($1::uuid[]) order by season_id, unit_id, weekday, valid_from`,
    [seasonIds],
  );
  return Map.groupBy(rows, (row) => row.seasonId);
}

async function datesOf(reads: Reads, seasonIds: readonly string[]) {
  const rows = await reads.rows<OfSeason<OpeningDate>>(
    "offer_dates",
    `select season_id as "seasonId", unit_id as "unitId", date, places, starts_at as "startsAt", ends_at as "endsAt"
     from opening_date where season_id = any ($1::uuid[]) order by season_id, unit_id, date`,
    [seasonIds],
  );
  return Map.groupBy(rows, (row) => row.seasonId);
}

async function capacitiesOf(reads: Reads, seasonIds: readonly string[]) {
  const rows = await reads.rows<OfSeason<Capacity>>(
    "offer_capacities",
    `select season_id as "seasonId", weekday, age_group_id as "ageGroupId", starts_at as "startsAt",
            ends_at as "endsAt", places, adults, every_minutes as "everyMinutes", valid_from as "validFrom"
     from capacity where season_id = any ($1::uuid[])
     order by season_id, age_group_id, weekday, starts_at, valid_from`,
    [seasonIds],
  );
  return Map.groupBy(rows, (row) => row.seasonId);
}
