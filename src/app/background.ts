import { authorityById, type Background } from "#identity";
import type { Database } from "#platform";

/** The context of work for one authority; undefined when the authority is gone. */
export async function backgroundOf(
  database: Database,
  authorityId: string,
  now: Temporal.Instant,
): Promise<Background | undefined> {
  const authority = await authorityById(database, authorityId, now);
  if (authority === undefined) return undefined;
  return { authority, database: database.schema(authority.schema), now };
}
