import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import { namedAudiences, writeAudience, type Audience } from "../audience/audience.ts";
import { mayWriteFor, PUBLISH } from "../policy.ts";
import { allows, stateOf } from "../rules/publication-state.ts";
import { lockPublication, type Publication } from "./publication.ts";

/** What an agent writes. */
export interface Draft {
  /** Made with the form: sent twice, it is written once. */
  readonly publicationId: Id<"publication">;
  readonly kind: Publication["kind"];
  readonly audience: Audience;
  readonly title: string;
  readonly body: string;
}

/** A change of what is written. */
export interface Rewriting {
  readonly publicationId: Id<"publication">;
  /** The version that the agent has read. */
  readonly version: number;
  readonly title: string;
  readonly body: string;
  /** Whether families are asked to accept again. */
  readonly asks: boolean;
}

/** Why nothing was written. */
export type WritingRefusal =
  | { readonly code: "unknown" }
  /** A colleague changed it, or it was withdrawn, since the page was shown. */
  | { readonly code: "changed" };

type Writer = Pick<SignedInVisit, "actor" | "database" | "now" | "address">;

/** Writes a draft, which no family sees. Refuses an audience that is not the agent's to write to. */
export function writeDraft(
  visit: Writer,
  { publicationId, kind, audience, title, body }: Draft,
): Promise<Result<Id<"publication">, WritingRefusal>> {
  const { actor, database, now } = visit;
  return database.write(async (writes) => {
    await writes.rows(
      "publication_form_lock",
      "select pg_advisory_xact_lock(hashtextextended('publication ' || $1, 0))::text as held",
      [publicationId],
    );
    const again = await writes.row("publication_form_kept", `select id from publication where id = $1`, [
      publicationId,
    ]);
    if (again !== undefined) return ok(publicationId);
    const audienceId = await writeAudience(writes, audience);
    const named = (await namedAudiences(writes, [audienceId])).get(audienceId);
    if (named === undefined || !mayWriteFor(actor, PUBLISH, named)) return refuse({ code: "unknown" });
    await writes.run(
      "publication_draft",
      `insert into publication (id, kind, audience_id, pinned, created_at) values ($1, $2, $3, false, $4)`,
      [publicationId, kind, audienceId, now.toString()],
    );
    const first = { publicationId, version: 1, title, body, asks: kind === "rules" };
    await writeVersion(writes, visit, first);
    await note(writes, visit, { act: "publications.drafted", publicationId });
    return ok(publicationId);
  });
}

/**
 * Changes the words: those of a draft give way to the new ones; those that are public, or will be, are kept as a version
 * of their own. What was sent by a second click says the same and writes nothing.
 */
export function rewrite(
  visit: Writer,
  changed: Rewriting,
): Promise<Result<Id<"publication">, WritingRefusal>> {
  const { actor, database, now } = visit;
  return database.write(async (writes) => {
    const { publicationId, title, body } = changed;
    const known = await lockPublication(writes, actor, publicationId);
    if (known === undefined) return refuse({ code: "unknown" });
    const same = known.title === title && known.body === body;
    if (same && known.version !== changed.version) return ok(publicationId);
    const state = stateOf(known, now);
    if (known.version !== changed.version || !allows(state, "change")) return refuse({ code: "changed" });
    if (same) return ok(publicationId);
    const asks = known.kind === "rules" && (state === "draft" || changed.asks);
    const version = state === "draft" ? known.version : known.version + 1;
    await writeVersion(writes, visit, { publicationId, version, title, body, asks });
    await note(writes, visit, { act: "publications.changed", publicationId, facts: { version, asks } });
    return ok(publicationId);
  });
}

async function writeVersion(
  writes: Writes,
  { actor, now }: Writer,
  { publicationId, version, title, body, asks }: Rewriting,
): Promise<void> {
  await writes.run(
    "publication_write_version",
    `insert into publication_version (publication_id, number, title, body, asks, written_at, by_label)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (publication_id, number) do update
     set title = excluded.title, body = excluded.body, asks = excluded.asks, written_at = excluded.written_at,
         by_label = excluded.by_label`,
    [publicationId, version, title, body, asks, now.toString(), actor.name],
  );
}

/** The line of the journal about a publication. */
export function note(
  writes: Writes,
  { actor, now, address }: Omit<Writer, "database">,
  { act, publicationId, facts = {} }: { act: string; publicationId: string; facts?: Record<string, unknown> },
): Promise<void> {
  return writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act,
    objectKind: "publication",
    objectId: publicationId,
    facts,
    address,
  });
}
