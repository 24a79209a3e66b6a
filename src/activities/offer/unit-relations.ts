import type { Id } from "#kernel";
import type { Writes } from "#platform";

/** Which units of its activity a unit excludes and needs, by their codes. */
export interface CodedRelations {
  code: string;
  excludes?: readonly string[];
  needs?: readonly string[];
}

/** Gives units of an activity these relations besides those that they have. Who is excluded excludes too. */
export async function writeRelations(
  writes: Writes,
  activityId: Id<"activity">,
  units: readonly CodedRelations[],
): Promise<void> {
  const relations = units.flatMap(({ code, excludes = [], needs = [] }) => [
    ...excludes.flatMap((other) => [
      { code, kind: "excludes", other },
      { code: other, kind: "excludes", other: code },
    ]),
    ...needs.map((other) => ({ code, kind: "needs", other })),
  ]);
  if (relations.length === 0) return;
  await writes.run(
    "write_unit_relations",
    `insert into unit_relation (unit_id, kind, other_unit_id)
     select own.id, relation.kind, other.id
     from unnest($2::text[], $3::text[], $4::text[]) as relation (code, kind, other)
     join unit own on own.activity_id = $1 and own.code = relation.code
     join unit other on other.activity_id = $1 and other.code = relation.other
     on conflict do nothing`,
    [
      activityId,
      relations.map((relation) => relation.code),
      relations.map((relation) => relation.kind),
      relations.map((relation) => relation.other),
    ],
  );
}

/** Gives units of an activity these relations in the place of those that they have. */
export async function replaceRelations(
  writes: Writes,
  activityId: Id<"activity">,
  units: readonly CodedRelations[],
): Promise<void> {
  await writes.run(
    "remove_unit_relations",
    `delete from unit_relation
     where unit_id in (select id from unit where activity_id = $1)
       and (unit_id in (select id from unit where activity_id = $1 and code = any ($2::text[]))
            or other_unit_id in (select id from unit where activity_id = $1 and code = any ($2::text[])))`,
    [activityId, units.map((unit) => unit.code)],
  );
  await writeRelations(writes, activityId, units);
}
