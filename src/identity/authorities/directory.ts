import type { Database, Reads } from "#platform";

import type { Authority } from "../visit.ts";

/** An authority as the directory knows it. */
export type DirectoryEntry = Omit<Authority, "brand">;

/** Every authority of this server, by name. */
export function listAuthorities(database: Database): Promise<DirectoryEntry[]> {
  return database.directory.read((reads) =>
    reads.rows<DirectoryEntry>(
      "authorities",
      `select a.id, a.schema_name as schema, a.name, main.host, a.demonstration
       from directory.authority a
       join directory.authority_host main on main.authority_id = a.id and main.main
       order by a.name, a.id`,
    ),
  );
}

/** The authority that answers at a host, which may be another than its main one. */
export function readByHost(reads: Reads, host: string): Promise<DirectoryEntry | undefined> {
  return reads.row<DirectoryEntry>(
    "authority_by_host",
    `select a.id, a.schema_name as schema, a.name, main.host, a.demonstration
     from directory.authority_host asked
     join directory.authority a on a.id = asked.authority_id
     join directory.authority_host main on main.authority_id = a.id and main.main
     where asked.host = $1`,
    [host],
  );
}

/** The authority of an id. */
export function readById(reads: Reads, id: string): Promise<DirectoryEntry | undefined> {
  return reads.row<DirectoryEntry>(
    "authority_by_id",
    `select a.id, a.schema_name as schema, a.name, main.host, a.demonstration
     from directory.authority a
     join directory.authority_host main on main.authority_id = a.id and main.main
     where a.id = $1`,
    [id],
  );
}
