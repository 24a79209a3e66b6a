import type pg from "pg";

import { BackupStopped } from "./refusal.ts";
import { texts } from "./texts.fr.ts";

/**
 * Refuses a database in which anything would be lost or mixed up: one that has an authority, or tables that are
 * not Préau's. One that a Préau has opened and where no authority was ever created is empty.
 */
export async function assertEmpty(client: pg.ClientBase): Promise<void> {
  const foreign = await client.query(
    `select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_'
       and n.nspname not in ('information_schema', 'directory', 'graphile_worker')
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     limit 1`,
  );
  if (foreign.rows.length > 0 || (await hasAuthority(client))) {
    throw new BackupStopped("not-empty", texts.notEmpty);
  }
}

async function hasAuthority(client: pg.ClientBase): Promise<boolean> {
  const table = await client.query("select 1 where to_regclass('directory.authority') is not null");
  if (table.rows.length === 0) return false;
  return (await client.query("select 1 from directory.authority limit 1")).rows.length > 0;
}
