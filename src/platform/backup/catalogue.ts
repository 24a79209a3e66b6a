import type pg from "pg";

import type { Partition, Sequence } from "./manifest.ts";

/** A table whose rows a backup copies, and the columns that are not computed. */
export interface CopiedTable {
  schema: string;
  table: string;
  columns: string[];
}

/** Ordinary and partitioned tables of the schemas; parts are copied through their parent. */
export async function tablesOf(client: pg.ClientBase, schemas: readonly string[]): Promise<CopiedTable[]> {
  const found = await client.query<CopiedTable>(
    `select n.nspname::text as schema, c.relname::text as table,
            array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition
       and c.oid <> 'directory.applied_migration'::regclass
     group by 1, 2 order by 1, 2`,
    [schemas],
  );
  return found.rows;
}

/** Parts of partitioned tables, the default ones excepted. */
export async function partitionsOf(client: pg.ClientBase, schemas: readonly string[]): Promise<Partition[]> {
  const found = await client.query<Partition>(
    `select n.nspname::text as schema, p.relname::text as parent, c.relname::text as table,
            pg_get_expr(c.relpartbound, c.oid) as bound
     from pg_class c
     join pg_inherits i on i.inhrelid = c.oid
     join pg_class p on p.oid = i.inhparent
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relispartition and c.relkind = 'r'
       and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
     order by 1, 3`,
    [schemas],
  );
  return found.rows;
}

/**
 * Where the numbering of each sequence stands. Sequences are outside transactions: read after the rows, the
 * value is never below theirs.
 */
export async function sequencesOf(client: pg.ClientBase, schemas: readonly string[]): Promise<Sequence[]> {
  const found = await client.query<Sequence>(
    `select schemaname::text as schema, sequencename::text as sequence, last_value::text as value
     from pg_sequences where schemaname = any ($1) and last_value is not null order by 1, 2`,
    [schemas],
  );
  return found.rows;
}

/** Settings under which values are written, and read again, the same on every server. */
export const NEUTRAL_SESSION = `
  set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set timezone to 'UTC';
  set extra_float_digits to 1; set bytea_output to 'hex'; set client_encoding to 'UTF8';
  set statement_timeout to 0; set lock_timeout to 0; set idle_in_transaction_session_timeout to 0;
  set search_path to pg_catalog`;
