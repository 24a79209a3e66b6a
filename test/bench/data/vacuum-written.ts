import type { ClientBase } from "pg";

/**
 * As the server does by itself after a while: the tables that were written to. One that was never is left as it is:
 * known to be empty, it would be read whole by every plan that the first minute of a morning makes, which no real
 * server does.
 */
export async function vacuumWritten(client: ClientBase): Promise<void> {
  const written = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and pg_relation_size(c.oid) > 0`,
  );
  await client.query(`vacuum (analyze) ${written.rows.map(({ name }) => name).join(", ")}`);
}
