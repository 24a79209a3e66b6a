import type { ClientBase } from "pg";

import { createAuthoritySchema } from "#platform";

import { benchId } from "./ids.ts";
import type { Town } from "./town.ts";

/** Writes the authority in the directory, creates its schema and stays in it (`search_path`). */
export async function createTown(
  client: ClientBase,
  town: Pick<Town, "schema" | "host">,
  now: Temporal.Instant,
): Promise<void> {
  const id = townId(town);
  await client.query("begin");
  await client.query(
    `insert into directory.authority (id, schema_name, name, created_at) values ($1, $2, $3, $4)`,
    [id, town.schema, `Mesures ${town.schema}`, now.toString()],
  );
  await client.query(
    `insert into directory.authority_host (host, authority_id, main) values ($1, $2, true)`,
    [town.host, id],
  );
  await createAuthoritySchema(client, town.schema);
  await client.query("commit");
  await client.query(`set search_path to "${town.schema}"`);
  await client.query(`insert into authority_setting (display_name) values ($1)`, [`Mesures ${town.schema}`]);
  await client.query(`insert into calendar_setting (public_holidays, school_zone) values ('metropole', 'B')`);
}

/** The id of a town of measures, in the directory. */
export function townId(town: Pick<Town, "schema">) {
  return benchId<"authority">("authority", Number.parseInt(town.schema.slice(2), 16));
}
