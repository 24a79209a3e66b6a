import type { Id } from "#kernel";
import { announce, type Writes } from "#platform";

import { offerChanged } from "../events.ts";
import type { OfferedSeason } from "./activity-offer.ts";
import { writeOpenings, type NewOpenings } from "./season-openings.ts";

/** Who changes the offer: `by` is the name that the history gives to what follows. */
export interface OfferChange {
  authorityId: string;
  by: string;
}

/** A season to write: its days, and when its units open. */
export type NewSeason = Pick<OfferedSeason, "name" | "firstDay" | "lastDay" | "opensOn"> & NewOpenings;

/** Creates a season with its openings and announces it: its slots are created. Seasons of an activity never overlap. */
export async function createSeason(
  writes: Writes,
  season: NewSeason & { activityId: Id<"activity"> } & OfferChange,
): Promise<Id<"season">> {
  const seasonId = await insertSeason(writes, season.activityId, season);
  await announce(writes, season.authorityId, offerChanged(season.activityId, season.by));
  return seasonId;
}

/** The same without announcing it, for a use case that announces a whole change once. */
export async function insertSeason(
  writes: Writes,
  activityId: Id<"activity">,
  season: NewSeason,
): Promise<Id<"season">> {
  const row = await writes.row<{ id: Id<"season"> }>(
    "create_season",
    `insert into season (activity_id, name, first_day, last_day, opens_on)
     values ($1, $2, $3, $4, $5) returning id`,
    [activityId, season.name, season.firstDay.toString(), season.lastDay.toString(), season.opensOn],
  );
  if (row === undefined) throw new Error("A season was written without an id");
  await writeOpenings(writes, row.id, season);
  return row.id;
}

/**
 * Gives a season other days, weekdays or places, and announces it: future slots follow, those of past days
 * stay. Its activity and its id never change.
 */
export async function changeSeason(
  writes: Writes,
  season: NewSeason & { seasonId: Id<"season"> } & OfferChange,
): Promise<void> {
  const [activityId] = await rewriteSeasons(writes, [season]);
  if (activityId === undefined) throw new Error(`No such season: ${season.seasonId}`);
  await announce(writes, season.authorityId, offerChanged(activityId, season.by));
}

/** The same for seasons that move together, without announcing it; says whose they are. */
export async function rewriteSeasons(
  writes: Writes,
  seasons: readonly (NewSeason & { seasonId: Id<"season"> })[],
): Promise<readonly Id<"activity">[]> {
  const ids = seasons.map((season) => season.seasonId);
  const rows = await writes.rows<{ activityId: Id<"activity"> }>(
    "change_seasons",
    `update season set name = said.name, first_day = said.first_day, last_day = said.last_day, opens_on = said.opens_on
     from unnest($1::uuid[], $2::text[], $3::date[], $4::date[], $5::text[])
       as said (id, name, first_day, last_day, opens_on)
     where season.id = said.id returning season.activity_id as "activityId"`,
    [
      ids,
      seasons.map((season) => season.name),
      seasons.map((season) => season.firstDay.toString()),
      seasons.map((season) => season.lastDay.toString()),
      seasons.map((season) => season.opensOn),
    ],
  );
  await writes.run("remove_openings", `delete from opening where season_id = any ($1::uuid[])`, [ids]);
  await writes.run("remove_opening_dates", `delete from opening_date where season_id = any ($1::uuid[])`, [
    ids,
  ]);
  await writes.run("remove_capacities", `delete from capacity where season_id = any ($1::uuid[])`, [ids]);
  for (const season of seasons) await writeOpenings(writes, season.seasonId, season);
  return rows.map((row) => row.activityId);
}
