import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { OpensOn } from "../rules/slot-days.ts";

/** An activity as it is offered: its units, and for each season on which weekdays they open. */
export interface ActivityOffer {
  activityId: Id<"activity">;
  activityName: string;
  siteId: Id<"site">;
  siteName: string;
  units: readonly OfferedUnit[];
  seasons: readonly OfferedSeason[];
}

/** A bookable unit with its local times. */
export interface OfferedUnit {
  unitId: Id<"unit">;
  name: string;
  startsAt: Temporal.PlainTime;
  endsAt: Temporal.PlainTime;
}

/** A season; both days included. */
export interface OfferedSeason {
  seasonId: Id<"season">;
  name: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  opensOn: OpensOn;
  openings: readonly Opening[];
}

/** On which ISO weekday a unit opens, and with how many places. */
export interface Opening {
  unitId: Id<"unit">;
  weekday: number;
  places: number;
}

type Of<Row> = Row & { activityId: Id<"activity"> };

/** What is offered: every activity, or those asked for, by site and name. */
export async function activityOffer(
  reads: Reads,
  activityIds: readonly Id<"activity">[] | null = null,
): Promise<readonly ActivityOffer[]> {
  const activities = await reads.rows<Omit<ActivityOffer, "units" | "seasons">>(
    "offer_activities",
    `select a.id as "activityId", a.name as "activityName", s.id as "siteId", s.name as "siteName"
     from activity a join site s on s.id = a.site_id
     where $1::uuid[] is null or a.id = any ($1)
     order by s.name, a.name, a.id`,
    [activityIds],
  );
  const ids = activities.map((activity) => activity.activityId);
  const units = await unitsOf(reads, ids);
  const seasons = await seasonsOf(reads, ids);
  return activities.map((activity) => ({
    ...activity,
    units: units.get(activity.activityId) ?? [],
    seasons: seasons.get(activity.activityId) ?? [],
  }));
}

async function unitsOf(reads: Reads, ids: readonly string[]) {
  const units = await reads.rows<Of<OfferedUnit>>(
    "offer_units",
    `select activity_id as "activityId", id as "unitId", name, starts_at as "startsAt", ends_at as "endsAt"
     from unit where activity_id = any ($1::uuid[]) order by activity_id, position`,
    [ids],
  );
  return Map.groupBy(units, (unit) => unit.activityId);
}

async function seasonsOf(reads: Reads, ids: readonly string[]) {
  const seasons = await reads.rows<Of<Omit<OfferedSeason, "openings">>>(
    "offer_seasons",
    `select activity_id as "activityId", id as "seasonId", name, first_day as "firstDay",
            last_day as "lastDay", opens_on as "opensOn"
     from season where activity_id = any ($1::uuid[]) order by activity_id, first_day`,
    [ids],
  );
  const openings = await reads.rows<Opening & { seasonId: Id<"season"> }>(
    "offer_openings",
    `select season_id as "seasonId", unit_id as "unitId", weekday, places
     from opening where season_id = any ($1::uuid[]) order by season_id, unit_id, weekday`,
    [seasons.map((season) => season.seasonId)],
  );
  const bySeason = Map.groupBy(openings, (opening) => opening.seasonId);
  const complete = seasons.map((season) => ({ ...season, openings: bySeason.get(season.seasonId) ?? [] }));
  return Map.groupBy(complete, (season) => season.activityId);
}
