import type pg from "pg";

/** How the schema of an authority is named; which authority it is, platform does not know. */
export const AUTHORITY_SCHEMA = "^a_[0-9a-f]{12}$";

/** The schemas named as those of authorities are (the check of directory.authority.schema_name). */
export async function authoritySchemas(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query<{ schema_name: string }>(
    `select nspname as schema_name from pg_namespace where nspname ~ '${AUTHORITY_SCHEMA}' order by nspname`,
  );
  return found.rows.map((row) => row.schema_name);
}
