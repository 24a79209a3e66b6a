import type { SchemaDatabase, Writes } from "./handles.ts";

/** Does the work in a transaction and undoes it: what it says is what it would do, and nothing stays. */
export async function rehearse<T>(
  database: Pick<SchemaDatabase, "write">,
  work: (writes: Writes) => Promise<T>,
): Promise<T> {
  let said: { readonly value: T } | undefined;
  try {
    await database.write(async (writes) => {
      said = { value: await work(writes) };
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone && said !== undefined) return said.value;
    throw error;
  }
  throw new Error("A rehearsal was not undone");
}

/** Thrown so that the transaction is rolled back once it has said what it did. */
class Undone extends Error {
  constructor() {
    super("A rehearsal is undone");
  }
}
