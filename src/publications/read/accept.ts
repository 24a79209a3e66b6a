import type { GuardianVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import type { Writes } from "#platform";

import { shownOne } from "./shown.ts";

/** Notes that an adult opened a publication, the first time. */
export async function noteReading(
  writes: Writes,
  {
    publicationId,
    guardianId,
    now,
  }: {
    publicationId: Id<"publication">;
    guardianId: Id<"guardian">;
    now: Temporal.Instant;
  },
): Promise<void> {
  await writes.run(
    "publication_opened",
    `insert into publication_reading (publication_id, guardian_id, at) values ($1, $2, $3) on conflict do nothing`,
    [publicationId, guardianId, now.toString()],
  );
}

/**
 * An adult accepts the version that the page showed. Refuses what is not for him or her, what asks nothing, and a version
 * that has given way to another since: that one was not read. Accepted twice, the first time counts.
 */
export function accept(
  { actor, database, now }: GuardianVisit,
  { publicationId, version }: { publicationId: Id<"publication">; version: number },
): Promise<Result<Id<"publication">, { code: "unknown" } | { code: "changed" }>> {
  return database.write(async (writes) => {
    // A version that is being written waits, and what is accepted is the last one.
    await writes.rows("publication_share", `select id from publication where id = $1 for share`, [
      publicationId,
    ]);
    const shown = await shownOne(writes, actor, publicationId, now);
    if (shown === undefined || shown.kind !== "rules") return refuse({ code: "unknown" });
    if (shown.version !== version) return refuse({ code: "changed" });
    await writes.run(
      "publication_accept",
      `insert into publication_acceptance (publication_id, version, guardian_id, account_id, by_label, at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [publicationId, version, actor.guardian.id, actor.accountId, actor.name, now.toString()],
    );
    await noteReading(writes, { publicationId, guardianId: actor.guardian.id, now });
    return ok(publicationId);
  });
}
