import type { Result } from "#kernel";

import type { SchemaDatabase, Writes } from "./handles.ts";

/**
 * Does the work in a transaction, and undoes all of it where it ends in a refusal: for acts that take something away
 * before they know whether they can put something in its place.
 */
export async function writeUnlessRefused<T, Refusal>(
  database: Pick<SchemaDatabase, "write">,
  work: (writes: Writes) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  let said: Result<T, Refusal> | undefined;
  try {
    return await database.write(async (writes) => {
      said = await work(writes);
      if (!said.ok) throw new Refused();
      return said;
    });
  } catch (error) {
    if (error instanceof Refused && said !== undefined) return said;
    throw error;
  }
}

/** Thrown so that the transaction is rolled back once it has said why it refuses. */
class Refused extends Error {
  constructor() {
    super("A refused act is undone");
  }
}
