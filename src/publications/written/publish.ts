import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";

import { allows, stateOf } from "../rules/publication-state.ts";
import { lockPublication } from "./publication.ts";
import { note, type WritingRefusal } from "./write-publication.ts";

type Writer = Pick<SignedInVisit, "actor" | "database" | "now" | "address">;

/**
 * Publishes a draft, at once or at a moment to come; what is scheduled may be put off or brought forward so. A second
 * click finds it published.
 * @param at null, or a moment that is over: now
 */
export function publish(
  visit: Writer,
  publicationId: Id<"publication">,
  { at, pinned }: { at: Temporal.Instant | null; pinned: boolean },
): Promise<Result<Id<"publication">, WritingRefusal>> {
  const { actor, database, now } = visit;
  return database.write(async (writes) => {
    const known = await lockPublication(writes, actor, publicationId);
    if (known === undefined) return refuse({ code: "unknown" });
    const state = stateOf(known, now);
    if (state === "published" && at === null) return ok(publicationId);
    if (!allows(state, "schedule")) return refuse({ code: "changed" });
    const from = at === null || Temporal.Instant.compare(at, now) < 0 ? now : at;
    await writes.run(
      "publication_publish",
      `update publication set publish_at = $2, pinned = $3 where id = $1`,
      [publicationId, from.toString(), pinned],
    );
    const facts = { from: from.toString(), pinned };
    await note(writes, visit, { act: "publications.published", publicationId, facts });
    return ok(publicationId);
  });
}

/** Takes back what is scheduled: it is a draft again. Takes away what is published: no family sees it any more. */
export function takeBack(
  visit: Writer,
  publicationId: Id<"publication">,
): Promise<Result<Id<"publication">, WritingRefusal>> {
  const { actor, database, now } = visit;
  return database.write(async (writes) => {
    const known = await lockPublication(writes, actor, publicationId);
    if (known === undefined) return refuse({ code: "unknown" });
    const state = stateOf(known, now);
    if (allows(state, "unschedule")) {
      await writes.run("publication_unschedule", `update publication set publish_at = null where id = $1`, [
        publicationId,
      ]);
      await note(writes, visit, { act: "publications.unscheduled", publicationId });
    } else if (allows(state, "withdraw")) {
      await writes.run(
        "publication_withdraw",
        `update publication set withdrawn_at = $2, withdrawn_by_label = $3 where id = $1`,
        [publicationId, now.toString(), actor.name],
      );
      await note(writes, visit, { act: "publications.withdrawn", publicationId });
    }
    return ok(publicationId);
  });
}

/** Pins what is published above the others, or no longer. */
export function pin(
  visit: Writer,
  publicationId: Id<"publication">,
  pinned: boolean,
): Promise<Result<Id<"publication">, WritingRefusal>> {
  const { actor, database, now } = visit;
  return database.write(async (writes) => {
    const known = await lockPublication(writes, actor, publicationId);
    if (known === undefined) return refuse({ code: "unknown" });
    if (!allows(stateOf(known, now), "withdraw")) return refuse({ code: "changed" });
    if (known.pinned === pinned) return ok(publicationId);
    await writes.run("publication_pin", `update publication set pinned = $2 where id = $1`, [
      publicationId,
      pinned,
    ]);
    await note(writes, visit, { act: "publications.pinned", publicationId, facts: { pinned } });
    return ok(publicationId);
  });
}
