import { handleOf, type SchemaDatabase } from "#platform";
import type { ClientBase } from "pg";

/**
 * The caller's transaction seen as a database: use cases that open their own find themselves inside it, so that
 * the demonstration is loaded whole or not at all.
 */
export function transactionDatabase(client: ClientBase, schema: string): SchemaDatabase {
  const handle = handleOf(client);
  return {
    schema,
    read: (work) => work(handle),
    write: (work) => work(handle),
    writeOnce: (work) => work(handle),
  };
}
