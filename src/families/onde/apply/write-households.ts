import type { Writes } from "#platform";
import { searchKey } from "../../rules/search-key.ts";
import type { PlannedChild, PlannedGuardian, PlannedHousehold } from "../rules/plan.ts";
import { columnsOf, idsOf, keysOf, type Placed, toDo } from "./placed.ts";

const searchOf = (placed: readonly Placed<PlannedHousehold>[]): string[] =>
  placed.map(({ record: { values } }) => searchKey(values.label, values.street, values.commune));

/** Creates and changes households, one statement each. A label given by an agent stays. */
export async function writeHouseholds(
  writes: Writes,
  households: ReadonlyMap<string, Placed<PlannedHousehold>>,
  at: Temporal.Instant,
): Promise<void> {
  const created = toDo(households, "create");
  const address = ["street", "postcode", "commune"] as const;
  await writes.run(
    "onde_create_households",
    `insert into household (id, external_key, label, address_line, postcode, commune, search_key, created_at)
     select v.*, $8::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) v`,
    [
      idsOf(created),
      keysOf(created),
      ...columnsOf(created, "label", ...address),
      searchOf(created),
      at.toString(),
    ],
  );
  const changed = toDo(households, "change");
  await writes.run(
    "onde_change_households",
    `update household h
     set address_line = v.street, postcode = v.postcode, commune = v.commune, search_key = v.search_key
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
       v(id, street, postcode, commune, search_key)
     where h.id = v.id`,
    [idsOf(changed), ...columnsOf(changed, ...address), searchOf(changed)],
  );
}

function idOf(placed: ReadonlyMap<string, { readonly id: string }>, key: string): string {
  const one = placed.get(key);
  if (one === undefined) throw new Error(`The plan joins « ${key} » to a household without taking it`);
  return one.id;
}

/** Adds adults and children to their households, one statement each. Nobody is ever taken out. */
export async function writeMemberships(
  writes: Writes,
  households: ReadonlyMap<string, Placed<PlannedHousehold>>,
  guardians: ReadonlyMap<string, Placed<PlannedGuardian>>,
  children: ReadonlyMap<string, Placed<PlannedChild>>,
): Promise<void> {
  const all = [...households.values()];
  const adults = all.flatMap(({ id, record }) =>
    record.newGuardians.map((key) => ({ household: id, member: idOf(guardians, key) })),
  );
  await writes.run(
    "onde_add_adults",
    `insert into household_guardian (household_id, guardian_id)
     select * from unnest($1::uuid[], $2::uuid[])
     on conflict do nothing`,
    [adults.map(({ household }) => household), adults.map(({ member }) => member)],
  );
  const young = all.flatMap(({ id, record }) =>
    record.newChildren.map(({ key, colour }) => ({ household: id, member: idOf(children, key), colour })),
  );
  await writes.run(
    "onde_add_children",
    `insert into household_participant (household_id, participant_id, colour)
     select * from unnest($1::uuid[], $2::uuid[], $3::smallint[])
     on conflict do nothing`,
    [
      young.map(({ household }) => household),
      young.map(({ member }) => member),
      young.map(({ colour }) => colour),
    ],
  );
}
