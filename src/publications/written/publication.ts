import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { namedAudiences, type NamedAudience } from "../audience/audience.ts";
import { mayWriteFor, PUBLISH } from "../policy.ts";

/** A publication as agents read it, with the words of its last version. */
export interface Publication {
  readonly publicationId: Id<"publication">;
  readonly kind: "news" | "rules";
  readonly audienceId: Id<"audience">;
  readonly pinned: boolean;
  readonly publishAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly withdrawnBy: string | null;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string;
  /** The last version that asks to be accepted. */
  readonly asked: number | null;
}

/** One with whom it is for. */
export type OwnPublication = Publication & { readonly audience: NamedAudience };

const COLUMNS = `publication_id as "publicationId", kind, audience_id as "audienceId", pinned, publish_at as "publishAt",
  withdrawn_at as "withdrawnAt", withdrawn_by_label as "withdrawnBy", version, title, body, written_at as "writtenAt",
  by_label as "writtenBy", asked`;

/** What this agent may change or read of, the last written first, `most` at once. */
export async function ownPublications(
  reads: Reads,
  actor: SignedIn,
  most: number,
): Promise<OwnPublication[]> {
  const all = await reads.rows<Publication>(
    "publications_list",
    `select ${COLUMNS} from publication_now order by created_at desc, publication_id limit $1`,
    [most],
  );
  const audiences = await namedAudiences(
    reads,
    all.map(({ audienceId }) => audienceId),
  );
  return all.flatMap((publication) => {
    const audience = audiences.get(publication.audienceId);
    if (audience === undefined || !mayWriteFor(actor, PUBLISH, audience)) return [];
    return [{ ...publication, audience }];
  });
}

/** One that this agent may change; undefined for another's, as for one that does not exist. */
export async function ownPublication(
  reads: Reads,
  actor: SignedIn,
  id: Id<"publication">,
): Promise<OwnPublication | undefined> {
  const found = await reads.row<Publication>(
    "publication_by_id",
    `select ${COLUMNS} from publication_now where publication_id = $1`,
    [id],
  );
  if (found === undefined) return undefined;
  const audience = (await namedAudiences(reads, [found.audienceId])).get(found.audienceId);
  if (audience === undefined || !mayWriteFor(actor, PUBLISH, audience)) return undefined;
  return { ...found, audience };
}

/** The same, held until the transaction ends: two agents who change it do so one after the other. */
export async function lockPublication(
  writes: Writes,
  actor: SignedIn,
  id: Id<"publication">,
): Promise<OwnPublication | undefined> {
  await writes.rows("publication_lock", `select id from publication where id = $1 for update`, [id]);
  return ownPublication(writes, actor, id);
}

/** A version as it was written. */
export interface WrittenVersion {
  readonly number: number;
  readonly title: string;
  readonly asks: boolean;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string;
  readonly accepted: number;
}

/** Every version of a publication with how many accepted it, the last one first. */
export function versionsOf(reads: Reads, id: Id<"publication">): Promise<WrittenVersion[]> {
  return reads.rows<WrittenVersion>(
    "publication_versions",
    `select v.number, v.title, v.asks, v.written_at as "writtenAt", v.by_label as "writtenBy",
            (select count(*)::integer from publication_acceptance a
             where a.publication_id = v.publication_id and a.version = v.number) as accepted
     from publication_version v where v.publication_id = $1 order by v.number desc`,
    [id],
  );
}
