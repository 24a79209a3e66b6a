import type { SchemaDatabase, Writes } from "./handles.ts";

/**
 * The caller's transaction seen as a database: use cases that open their own find themselves inside it, and live or die
 * with it. What one of them refuses is not undone by itself: the caller throws.
 */
export function databaseWithin(writes: Writes, schema: string): SchemaDatabase {
  return {
    schema,
    read: (work) => work(writes),
    write: (work) => work(writes),
    writeOnce: (work) => work(writes),
  };
}
