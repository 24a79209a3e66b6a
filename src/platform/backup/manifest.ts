import { z } from "zod";

/** Names that the program gives in its own migrations: safe between double quotes in SQL and as a path. */
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const count = z.number().int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const content = { rows: count, bytes: count, sha256: digest };

const tableContent = z.object({ schema: name, table: name, columns: z.array(name).min(1), ...content });

/** A part of a partitioned table, other than its default one, which every schema has. */
const partition = z.object({
  schema: name,
  parent: name,
  table: name,
  bound: z.string().regex(/^FOR VALUES FROM \('[0-9 :.+-]+'\) TO \('[0-9 :.+-]+'\)$/),
});

const sequence = z.object({ schema: name, sequence: name, value: z.string().regex(/^\d+$/) });

/**
 * The last entry of a backup, manifest.json: what the archive must hold, and of which program.
 * `format` changes only if an older program could no longer read the archive.
 */
export const manifestSchema = z.object({
  format: z.literal(1),
  made_at: z.string(),
  postgresql: z.string(),
  /** Steps of db/migrations that the database had been through, with the digest of each. */
  migrations: z.array(z.object({ version: z.number().int().positive(), checksum: digest })),
  authorities: z.array(z.object({ schema: name, name: z.string() })),
  tables: z.array(tableContent),
  partitions: z.array(partition),
  sequences: z.array(sequence),
  /** Work that was waiting: it is put back into the queue, which gives it new numbers. */
  jobs: z.object(content),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type TableContent = z.infer<typeof tableContent>;
export type Partition = z.infer<typeof partition>;
export type Sequence = z.infer<typeof sequence>;

/** Where the rows of a table lie in the archive, in pieces numbered from 0. */
export function folderOf(table: { schema: string; table: string }): string {
  return `${table.schema}/${table.table}`;
}

export const JOBS_FOLDER = "jobs";
export const MANIFEST_ENTRY = "manifest.json";

/** « "a_0123456789ab"."booking" », for SQL. */
export function qualified(table: { schema: string; table: string }): string {
  return `"${table.schema}"."${table.table}"`;
}
