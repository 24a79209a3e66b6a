import type { Writes } from "#platform";
import { searchKey } from "../../rules/search-key.ts";
import type { PlannedGuardian } from "../rules/plan.ts";
import { columnsOf, idsOf, keysOf, type Placed, toDo } from "./placed.ts";

const FIELDS = [
  "civility",
  "lastName",
  "firstName",
  "email",
  "phoneHome",
  "phoneWork",
  "phoneMobile",
] as const;

const searchOf = (placed: readonly Placed<PlannedGuardian>[]): string[] =>
  placed.map(({ record: { values } }) => searchKey(values.lastName, values.firstName));

/** Creates and changes adults, one statement each. */
export async function writeGuardians(
  writes: Writes,
  guardians: ReadonlyMap<string, Placed<PlannedGuardian>>,
  at: Temporal.Instant,
): Promise<void> {
  const created = toDo(guardians, "create");
  await writes.run(
    "onde_create_guardians",
    `insert into guardian (id, external_key, civility, last_name, first_name, email, phone_home, phone_work,
                           phone_mobile, search_key, created_at)
     select v.*, $11::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                 $9::text[], $10::text[]) v`,
    [idsOf(created), keysOf(created), ...columnsOf(created, ...FIELDS), searchOf(created), at.toString()],
  );
  const changed = toDo(guardians, "change");
  await writes.run(
    "onde_change_guardians",
    `update guardian g
     set civility = v.civility, last_name = v.last_name, first_name = v.first_name, email = v.email,
         phone_home = v.phone_home, phone_work = v.phone_work, phone_mobile = v.phone_mobile,
         search_key = v.search_key
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                 $9::text[])
       v(id, civility, last_name, first_name, email, phone_home, phone_work, phone_mobile, search_key)
     where g.id = v.id`,
    [idsOf(changed), ...columnsOf(changed, ...FIELDS), searchOf(changed)],
  );
}
