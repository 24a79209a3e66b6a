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
  return memoryOf(database).find(host, now, async () => {
    const entry = await database.directory.read((reads) => readByHost(reads, host));
    return entry === undefined ? undefined : withBrand(database, entry);
  });
}

/**
 * The authority of this id; undefined when there is none. Remembered as by host: on an opening morning, three jobs
 * follow every receipt.
 */
export function authorityById(
  database: Database,
  id: string,
  now: Temporal.Instant,
): Promise<Authority | undefined> {
  return memoryOf(database).find(`id ${id}`, now, async () => {
    const entry = await database.directory.read((reads) => readById(reads, id));
    return entry === undefined ? undefined : withBrand(database, entry);
  });
}

function memoryOf(database: Database): AuthorityMemory {
  const memory = memories.get(database) ?? new AuthorityMemory();
  memories.set(database, memory);
  return memory;
}

async function withBrand(database: Database, entry: DirectoryEntry): Promise<Authority> {
  const row = await database.schema(entry.schema).read(readBrand);
  if (row === undefined) throw new Error(`Authority ${entry.id} has no settings`);
  return { ...entry, name: row.name, brand: brandOf(row) };
}
