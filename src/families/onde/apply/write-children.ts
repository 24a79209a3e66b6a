import type { Writes } from "#platform";
import { searchKey } from "../../rules/search-key.ts";
import type { ChildField, PlannedChild } from "../rules/plan.ts";
import { columnsOf, idsOf, keysOf, type Placed, toDo } from "./placed.ts";

const NAMES = ["lastName", "usageName", "firstName", "birthDate"] as const;
const SCHOOLING: readonly ChildField[] = ["schoolName", "level", "className"];

const searchOf = (placed: readonly Placed<PlannedChild>[]): string[] =>
  placed.map(({ record: { values } }) => searchKey(values.lastName, values.usageName, values.firstName));

/** Creates and changes children, one statement each. */
export async function writeChildren(
  writes: Writes,
  children: ReadonlyMap<string, Placed<PlannedChild>>,
  at: Temporal.Instant,
): Promise<void> {
  const created = toDo(children, "create");
  await writes.run(
    "onde_create_children",
    `insert into participant (id, external_key, kind, last_name, usage_name, first_name, birth_date, search_key,
                              created_at)
     select v.id, v.external_key, 'child', v.last_name, v.usage_name, v.first_name, v.birth_date, v.search_key,
            $8::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[])
       v(id, external_key, last_name, usage_name, first_name, birth_date, search_key)`,
    [idsOf(created), keysOf(created), ...columnsOf(created, ...NAMES), searchOf(created), at.toString()],
  );
  const changed = toDo(children, "change");
  await writes.run(
    "onde_change_children",
    `update participant p
     set last_name = v.last_name, usage_name = v.usage_name, first_name = v.first_name,
         birth_date = v.birth_date, search_key = v.search_key
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::text[])
       v(id, last_name, usage_name, first_name, birth_date, search_key)
     where p.id = v.id`,
    [idsOf(changed), ...columnsOf(changed, ...NAMES), searchOf(changed)],
  );
}

/** Notes the school, level and class of the school year for the children whose changed, in one statement. */
export async function writeSchooling(
  writes: Writes,
  children: ReadonlyMap<string, Placed<PlannedChild>>,
  schoolYear: string,
): Promise<void> {
  const schooled = [...children.values()].filter(
    ({ record }) =>
      record.action === "create" || record.changes.some(({ field }) => SCHOOLING.includes(field)),
  );
  await writes.run(
    "onde_write_schooling",
    `insert into schooling (participant_id, school_year, school_name, level, class_name)
     select v.id, $5, v.school_name, v.level, v.class_name
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) v(id, school_name, level, class_name)
     on conflict (participant_id, school_year) do update
     set school_name = excluded.school_name, level = excluded.level, class_name = excluded.class_name`,
    [idsOf(schooled), ...columnsOf(schooled, "schoolName", "level", "className"), schoolYear],
  );
}
