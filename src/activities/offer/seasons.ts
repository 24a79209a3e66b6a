import type { Id } from "#kernel";
import { announce, type Writes } from "#platform";

import { offerChanged } from "../events.ts";
import type { OfferedSeason } from "./activity-offer.ts";

/** Who changes the offer: `by` is the name that the history gives to what follows. */
export interface OfferChange {
  authorityId: string;
  by: string;
}

/** Creates a season with its openings and announces it: its slots are created. Seasons of an activity never overlap. */
export async function createSeason(
  writes: Writes,
  season: Omit<OfferedSeason, "seasonId"> & { activityId: Id<"activity"> } & OfferChange,
): Promise<Id<"season">> {
  const row = await writes.row<{ id: Id<"season"> }>(
    "create_season",
    `insert into season (activity_id, name, first_day, last_day, opens_on)
     values ($1, $2, $3, $4, $5) returning id`,
    [season.activityId, season.name, season.firstDay.toString(), season.lastDay.toString(), season.opensOn],
  );
  if (row === undefined) throw new Error("A season was written without an id");
  await writeOpenings(writes, row.id, season.openings);
  await announce(writes, season.authorityId, offerChanged(season.activityId, season.by));
  return row.id;
}

/**
 * Gives a season other days, weekdays or places, and announces it: future slots follow, those of past days
 * stay. Its activity and its id never change.
 */
export async function changeSeason(writes: Writes, season: OfferedSeason & OfferChange): Promise<void> {
  const row = await writes.row<{ activityId: Id<"activity"> }>(
    "change_season",
    `update season set name = $2, first_day = $3, last_day = $4, opens_on = $5
     where id = $1 returning activity_id as "activityId"`,
    [season.seasonId, season.name, season.firstDay.toString(), season.lastDay.toString(), season.opensOn],
  );
  if (row === undefined) throw new Error(`No such season: ${season.seasonId}`);
  await writes.run("remove_openings", `delete from opening where season_id = $1`, [season.seasonId]);
  await writeOpenings(writes, season.seasonId, season.openings);
  await announce(writes, season.authorityId, offerChanged(row.activityId, season.by));
}

async function writeOpenings(
  writes: Writes,
  seasonId: Id<"season">,
  openings: OfferedSeason["openings"],
): Promise<void> {
  await writes.run(
    "write_openings",
    `insert into opening (season_id, unit_id, weekday, places)
     select $1, * from unnest($2::uuid[], $3::smallint[], $4::integer[])`,
    [
      seasonId,
      openings.map((opening) => opening.unitId),
      openings.map((opening) => opening.weekday),
      openings.map((opening) => opening.places),
    ],
  );
}
