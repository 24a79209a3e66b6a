import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { writeAgeGroups } from "../offer/age-groups.ts";
import { createUnits, insertActivity } from "../offer/create-activity.ts";
import { activityOffer } from "../offer/read-offer.ts";
import { insertSeason, rewriteSeasons } from "../offer/seasons.ts";
import { replaceLaterHours } from "../offer/unit-hours.ts";
import { replaceRelations } from "../offer/unit-relations.ts";
import type { CodedActivity, CodedSeason, CodedUnit } from "./coded-offer.ts";
import type { StoredActivity } from "./offer-changes.ts";

/** Stores an activity as it will be; says its id. */
export async function writeActivity(
  writes: Writes,
  before: StoredActivity | undefined,
  after: CodedActivity,
): Promise<Id<"activity">> {
  const siteId = await siteOf(writes, after.site);
  const activityId = before?.activityId ?? (await insertActivity(writes, { ...after, siteId }));
  if (before !== undefined) await updateActivity(writes, activityId, { ...after, siteId });
  const known = new Set(before?.units.map(({ code }) => code));
  const added = after.units.filter(({ code }) => !known.has(code));
  // Their relations are written once all of them are there.
  await createUnits(writes, activityId, added.map(withoutRelations));
  await updateUnits(
    writes,
    activityId,
    after.units.filter(({ code }) => known.has(code)),
  );
  await replaceLaterHours(writes, activityId, after.units);
  await replaceRelations(writes, activityId, after.units);
  await writeAgeGroups(
    writes,
    activityId,
    after.ageGroups.filter(({ retired }) => !retired).map((group) => ({ ...group, code: group.ageGroupId })),
  );
  await writeSeasons(writes, activityId, after.seasons);
  return activityId;
}

async function siteOf(writes: Writes, code: string): Promise<Id<"site">> {
  const site = await writes.row<{ id: Id<"site"> }>("site_by_code", `select id from site where code = $1`, [
    code,
  ]);
  if (site === undefined) throw new Error(`No such site: ${code}`);
  return site.id;
}

async function updateActivity(
  writes: Writes,
  activityId: Id<"activity">,
  { name, audience, siteId }: Pick<CodedActivity, "name" | "audience"> & { siteId: Id<"site"> },
): Promise<void> {
  await writes.run(
    "change_activity",
    `update activity set name = $2, audience = $3, site_id = $4 where id = $1`,
    [activityId, name, audience, siteId],
  );
}

const withoutRelations = (unit: CodedUnit) => ({ ...unit, excludes: [], needs: [] });

async function updateUnits(
  writes: Writes,
  activityId: Id<"activity">,
  units: readonly CodedUnit[],
): Promise<void> {
  if (units.length === 0) return;
  await writes.run(
    "change_units",
    `update unit set name = said.name, starts_at = said.starts_at, ends_at = said.ends_at,
            with_meal = said.with_meal, hour_step = said.hour_step, booked_by = said.booked_by,
            least_days_a_week = said.least_days_a_week, companions = said.companions,
            companions_only = said.companions_only
     from unnest($2::text[], $3::text[], $4::time[], $5::time[], $6::boolean[], $7::smallint[], $8::text[],
                 $9::smallint[], $10::smallint[], $11::boolean[])
       as said (code, name, starts_at, ends_at, with_meal, hour_step, booked_by, least_days_a_week, companions,
                companions_only)
     where unit.activity_id = $1 and unit.code = said.code`,
    [
      activityId,
      units.map((unit) => unit.code),
      units.map((unit) => unit.name),
      units.map((unit) => unit.startsAt.toString()),
      units.map((unit) => unit.endsAt.toString()),
      units.map((unit) => unit.withMeal),
      units.map((unit) => unit.hourStep),
      units.map((unit) => unit.bookedBy),
      units.map((unit) => unit.leastDaysAWeek),
      units.map((unit) => unit.companions),
      units.map((unit) => unit.companionsOnly),
    ],
  );
}

/** Seasons that are there are moved before others are added: two never overlap. */
async function writeSeasons(
  writes: Writes,
  activityId: Id<"activity">,
  seasons: readonly CodedSeason[],
): Promise<void> {
  const ids = await idsByCode(writes, activityId);
  const withIds = seasons.map((season) => ({
    ...season,
    openings: season.openings.map(({ unit, ...opening }) => ({ ...opening, unitId: ids.unit(unit) })),
    dates: season.dates.map(({ unit, ...date }) => ({ ...date, unitId: ids.unit(unit) })),
    capacities: season.capacities.map((capacity) => ({
      ...capacity,
      ageGroupId: capacity.ageGroupId === null ? null : ids.ageGroup(capacity.ageGroupId),
    })),
  }));
  await rewriteSeasons(
    writes,
    withIds.flatMap(({ seasonId, ...season }) => (seasonId === null ? [] : [{ ...season, seasonId }])),
  );
  for (const { seasonId, ...season } of withIds) {
    if (seasonId === null) await insertSeason(writes, activityId, season);
  }
}

async function idsByCode(writes: Writes, activityId: Id<"activity">) {
  const [offer] = await activityOffer(writes, [activityId]);
  const units = new Map(offer?.units.map((unit) => [unit.code, unit.unitId]));
  const groups = new Map(offer?.ageGroups.map((group) => [group.code, group.ageGroupId]));
  return { unit: (code: string) => found(units, code), ageGroup: (code: string) => found(groups, code) };
}

function found<Value>(ids: ReadonlyMap<string, Value>, code: string): Value {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`No such code: ${code}`);
  return id;
}
