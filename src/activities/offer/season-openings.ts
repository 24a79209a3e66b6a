import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { Capacity, Opening, OpeningDate } from "./activity-offer.ts";

/** The day from which an opening holds of which nothing else is said. */
export const ALWAYS = Temporal.PlainDate.from("0001-01-01");

/** An opening to write: offered from the start of the season, at the unit's hours, unless it says otherwise. */
export type NewOpening = Pick<Opening, "unitId" | "weekday" | "places"> & Partial<Opening>;

/** A date to write: at the unit's hours unless it says otherwise. */
export type NewOpeningDate = Pick<OpeningDate, "unitId" | "date" | "places"> & Partial<OpeningDate>;

/** A capacity to write: of every day and age, from the start of the season, unless it says otherwise. */
export type NewCapacity = Pick<Capacity, "startsAt" | "endsAt"> & Partial<Capacity>;

/** When the units of a season open, and the places that they share. */
export interface NewOpenings {
  openings: readonly NewOpening[];
  dates?: readonly NewOpeningDate[];
  capacities?: readonly NewCapacity[];
}

/** Writes openings, dates and capacities of a season; one that is there already of the same day is replaced. */
export async function writeOpenings(
  writes: Writes,
  seasonId: Id<"season">,
  { openings, dates = [], capacities = [] }: NewOpenings,
): Promise<void> {
  if (openings.length > 0) await writeWeekdays(writes, seasonId, openings);
  if (dates.length > 0) await writeDates(writes, seasonId, dates);
  if (capacities.length > 0) await writeCapacities(writes, seasonId, capacities);
}

async function writeWeekdays(writes: Writes, seasonId: Id<"season">, openings: readonly NewOpening[]) {
  await writes.run(
    "write_openings",
    `insert into opening (season_id, unit_id, weekday, places, valid_from, offered, starts_at, ends_at)
     select $1, * from unnest($2::uuid[], $3::smallint[], $4::integer[], $5::date[], $6::boolean[], $7::time[], $8::time[])
     on conflict (season_id, unit_id, weekday, valid_from) do update set
       places = excluded.places, offered = excluded.offered, starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
    [
      seasonId,
      openings.map((opening) => opening.unitId),
      openings.map((opening) => opening.weekday),
      openings.map((opening) => opening.places),
      openings.map((opening) => (opening.validFrom ?? ALWAYS).toString()),
      openings.map((opening) => opening.offered ?? true),
      openings.map((opening) => opening.startsAt?.toString() ?? null),
      openings.map((opening) => opening.endsAt?.toString() ?? null),
    ],
  );
}

async function writeDates(writes: Writes, seasonId: Id<"season">, dates: readonly NewOpeningDate[]) {
  await writes.run(
    "write_opening_dates",
    `insert into opening_date (season_id, unit_id, date, places, starts_at, ends_at)
     select $1, * from unnest($2::uuid[], $3::date[], $4::integer[], $5::time[], $6::time[])
     on conflict (season_id, unit_id, date) do update set
       places = excluded.places, starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
    [
      seasonId,
      dates.map((date) => date.unitId),
      dates.map((date) => date.date.toString()),
      dates.map((date) => date.places),
      dates.map((date) => date.startsAt?.toString() ?? null),
      dates.map((date) => date.endsAt?.toString() ?? null),
    ],
  );
}

async function writeCapacities(writes: Writes, seasonId: Id<"season">, capacities: readonly NewCapacity[]) {
  await writes.run(
    "write_capacities",
    `insert into capacity (season_id, weekday, age_group_id, starts_at, ends_at, places, adults, every_minutes, valid_from)
     select $1, * from unnest($2::smallint[], $3::uuid[], $4::time[], $5::time[], $6::integer[], $7::smallint[],
                              $8::smallint[], $9::date[])
     on conflict (season_id, weekday, age_group_id, starts_at, valid_from) do update set
       ends_at = excluded.ends_at, places = excluded.places, adults = excluded.adults,
       every_minutes = excluded.every_minutes`,
    [
      seasonId,
      capacities.map((capacity) => capacity.weekday ?? null),
      capacities.map((capacity) => capacity.ageGroupId ?? null),
      capacities.map((capacity) => capacity.startsAt.toString()),
      capacities.map((capacity) => capacity.endsAt.toString()),
      capacities.map((capacity) => capacity.places ?? null),
      capacities.map((capacity) => capacity.adults ?? null),
      capacities.map((capacity) => capacity.everyMinutes ?? null),
      capacities.map((capacity) => (capacity.validFrom ?? ALWAYS).toString()),
    ],
  );
}
