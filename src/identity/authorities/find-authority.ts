import type { Database } from "#platform";

import type { Authority } from "../visit.ts";
import { brandOf, readBrand } from "./brand.ts";
import { readByHost, readById, type DirectoryEntry } from "./directory.ts";
import { AuthorityMemory } from "./authority-memory.ts";

/** What was read, for each server that the program is connected to (one, except in tests). */
const memories = new WeakMap<Database, AuthorityMemory>();

/**
 * The authority that answers at a host (lower case, no port), with its colours and logo; undefined when none
 * does. Remembered for half a minute, so that a page costs no look-up.
 */
export function authorityByHost(
  database: Database,
  host: string,
  now: Temporal.Instant,
): Promise<Authority | undefined> {
  const memory = memories.get(database) ?? new AuthorityMemory();
  memories.set(database, memory);
  return memory.find(host, now, async () => {
    const entry = await database.schema("directory").read((reads) => readByHost(reads, host));
    return entry === undefined ? undefined : withBrand(database, entry);
  });
}

/** The authority of this id, read anew; undefined when there is none. For jobs and commands. */
export async function authorityById(database: Database, id: string): Promise<Authority | undefined> {
  const entry = await database.schema("directory").read((reads) => readById(reads, id));
  return entry === undefined ? undefined : withBrand(database, entry);
}

async function withBrand(database: Database, entry: DirectoryEntry): Promise<Authority> {
  const row = await database.schema(entry.schema).read(readBrand);
  if (row === undefined) throw new Error(`Authority ${entry.id} has no settings`);
  return { ...entry, name: row.name, brand: brandOf(row) };
}
