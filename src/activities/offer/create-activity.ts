import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { codeFrom } from "../rules/code.ts";
import type { Audience, OfferedUnit, UnitSettings } from "./activity-offer.ts";
import { writeAgeGroups, type NewAgeGroup } from "./age-groups.ts";
import { writeRelations } from "./unit-relations.ts";

/** A unit to create; without more it is booked slot by slot, at its own hours, without a meal. */
export interface NewUnit
  extends
    Pick<OfferedUnit, "name" | "startsAt" | "endsAt">,
    Partial<UnitSettings & Pick<OfferedUnit, "hourStep">> {
  /** Made from the name where nothing is said. */
  code?: string;
  /** Codes of units of the same activity. */
  excludes?: readonly string[];
  needs?: readonly string[];
}

/** An activity to create, its units in the order in which pages show them. */
export interface NewActivity {
  siteId: Id<"site">;
  name: string;
  code?: string;
  audience?: Audience;
  units: readonly NewUnit[];
  ageGroups?: readonly NewAgeGroup[];
}

/** Creates an activity and its units. Nothing is bookable before it has a season and deadline rules. */
export async function createActivity(
  writes: Writes,
  { units, ageGroups = [], ...activity }: NewActivity,
): Promise<{ activityId: Id<"activity">; unitIds: readonly Id<"unit">[] }> {
  const activityId = await insertActivity(writes, activity);
  const unitIds = await createUnits(writes, activityId, units);
  await writeAgeGroups(writes, activityId, ageGroups);
  return { activityId, unitIds };
}

/** Writes an activity without its units. */
export async function insertActivity(
  writes: Writes,
  { siteId, name, code, audience = "children" }: Pick<NewActivity, "siteId" | "name" | "code" | "audience">,
): Promise<Id<"activity">> {
  const activity = await writes.row<{ id: Id<"activity"> }>(
    "create_activity",
    `insert into activity (site_id, name, audience, code)
     values ($1, $2, $3, coalesce($4, 'activite-' || gen_random_uuid())) returning id`,
    [siteId, name, audience, code ?? null],
  );
  if (activity === undefined) throw new Error("An activity was written without an id");
  return activity.id;
}

/** Adds units after those that the activity has. */
export async function createUnits(
  writes: Writes,
  activityId: Id<"activity">,
  units: readonly NewUnit[],
): Promise<readonly Id<"unit">[]> {
  const coded = withCodes(units);
  const created = await writes.rows<{ id: Id<"unit">; position: number }>(
    "create_units",
    `insert into unit (activity_id, position, code, name, starts_at, ends_at, with_meal, hour_step, booked_by,
                       least_days_a_week, companions, companions_only)
     select $1, (select coalesce(max(position), 0) from unit where activity_id = $1) + added.position,
            added.code, added.name, added.starts_at, added.ends_at, added.with_meal, added.hour_step,
            added.booked_by, added.least_days_a_week, added.companions, added.companions_only
     from unnest($2::text[], $3::text[], $4::time[], $5::time[], $6::boolean[], $7::smallint[], $8::text[],
                 $9::smallint[], $10::smallint[], $11::boolean[]) with ordinality
       as added (code, name, starts_at, ends_at, with_meal, hour_step, booked_by, least_days_a_week, companions,
           companions_only, position)
     returning id, position`,
    [
      activityId,
      coded.map((unit) => unit.code),
      coded.map((unit) => unit.name),
      coded.map((unit) => unit.startsAt.toString()),
      coded.map((unit) => unit.endsAt.toString()),
      coded.map((unit) => unit.withMeal ?? false),
      coded.map((unit) => unit.hourStep ?? null),
      coded.map((unit) => unit.bookedBy ?? "slot"),
      coded.map((unit) => unit.leastDaysAWeek ?? null),
      coded.map((unit) => unit.companions ?? null),
      coded.map((unit) => unit.companionsOnly ?? false),
    ],
  );
  await writeRelations(writes, activityId, coded);
  return created.toSorted((a, b) => a.position - b.position).map((unit) => unit.id);
}

function withCodes(units: readonly NewUnit[]): readonly (NewUnit & { code: string })[] {
  const taken: string[] = units.flatMap((unit) => unit.code ?? []);
  return units.map((unit) => {
    if (unit.code !== undefined) return { ...unit, code: unit.code };
    const code = codeFrom(unit.name, taken);
    taken.push(code);
    return { ...unit, code };
  });
}
