import type pg from "pg";

/** A foreign key and the statement that creates it. */
interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Takes the foreign keys of the schemas away for the time of `load`, then puts them back, which checks every row
 * in one pass: tables can be filled in any order, and a million rows do not cost a million look-ups. All of it is
 * in the caller's transaction, and needs no more than to own the tables.
 */
export async function withoutForeignKeys(
  client: pg.ClientBase,
  schemas: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  // Definitions then name every table with its schema.
  await client.query("set local search_path to pg_catalog");
  const found = await client.query<ForeignKey>(
    `select format('%I.%I', n.nspname, c.relname) as table, k.conname::text as name,
            pg_get_constraintdef(k.oid) as definition
     from pg_constraint k
     join pg_class c on c.oid = k.conrelid
     join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname = any ($1)`,
    [schemas],
  );
  for (const key of found.rows) await client.query(`alter table ${key.table} drop constraint "${key.name}"`);
  await load();
  for (const key of found.rows) {
    await client.query(`alter table ${key.table} add constraint "${key.name}" ${key.definition}`);
  }
}
