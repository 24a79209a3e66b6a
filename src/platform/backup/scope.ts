import type pg from "pg";

import type { CopiedTable } from "./catalogue.ts";
import { qualified } from "./manifest.ts";
import { BackupStopped } from "./refusal.ts";
import { texts } from "./texts.fr.ts";

/** What a backup takes: the directory, and the schemas of all authorities or of one. */
export interface Scope {
  schemas: string[];
  authorities: { schema: string; name: string }[];
  /** The only authority, or undefined for all. */
  authorityId: string | undefined;
}

/**
 * Finds the authorities to back up.
 * @param asked a name or a host; undefined takes all
 */
export async function wholeBackup(client: pg.ClientBase, asked: string | undefined): Promise<Scope> {
  const all = await rowsOf<{ id: string; schema: string; name: string; hosts: string[] }>(
    client,
    `select a.id, a.schema_name as schema, a.name,
            array(select h.host from directory.authority_host h where h.authority_id = a.id) as hosts
     from directory.authority a order by a.schema_name`,
  );
  const chosen =
    asked === undefined ? all : all.filter(({ name, hosts }) => [name, ...hosts].includes(asked));
  if (asked !== undefined && chosen.length !== 1) {
    throw new BackupStopped("unknown-authority", texts.unknownAuthority(asked));
  }
  return {
    schemas: ["directory", ...chosen.map(({ schema }) => schema)],
    authorities: chosen.map(({ schema, name }) => ({ schema, name })),
    authorityId: asked === undefined ? undefined : chosen[0]?.id,
  };
}

/** The rows of a table that belong to the backup: of the shared directory, one authority takes its own alone. */
export function contentQuery(scope: Scope, table: CopiedTable): string {
  const columns = table.columns.map((column) => `"${column}"`).join(", ");
  const query = `select ${columns} from ${qualified(table)}`;
  if (table.schema !== "directory" || scope.authorityId === undefined) return query;
  return `${query} where "${ownerColumn(table)}" = '${scope.authorityId}'`;
}

/** A shared table that does not say whose its rows are must not leak into one authority's backup. */
function ownerColumn(table: CopiedTable): string {
  if (table.table === "authority") return "id";
  if (table.columns.includes("authority_id")) return "authority_id";
  throw new Error(`directory.${table.table} does not say to which authority its rows belong`);
}

/** Rows of a query. */
export async function rowsOf<Row extends object>(client: pg.ClientBase, query: string): Promise<Row[]> {
  return (await client.query<Row>(query)).rows;
}
