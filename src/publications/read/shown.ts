import type { Actor } from "#identity";
import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";

import { isToAccept } from "../rules/to-accept.ts";

/** A publication as somebody reads it. */
export interface Shown {
  readonly publicationId: Id<"publication">;
  readonly kind: "news" | "rules";
  readonly pinned: boolean;
  readonly publishAt: Temporal.Instant;
  /** When its last version was written. */
  readonly writtenAt: Temporal.Instant;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly opened: boolean;
  readonly toAccept: boolean;
  /** The last version that the reader accepted, and when. */
  readonly accepted: { readonly version: number; readonly at: Temporal.Instant } | null;
}

type Row = Omit<Shown, "toAccept" | "accepted"> & {
  asked: number | null;
  acceptedVersion: number | null;
  acceptedAt: Temporal.Instant | null;
};

/**
 * What this person may read: what is public, and what is written for a family of his or hers; pinned first, then the last
 * one published. Without a family, what is public.
 * @param which one of them only
 * @param atHome only what stands on the home page: what is pinned, and rules
 */
export async function shownTo(
  reads: Reads,
  actor: Actor,
  {
    now,
    most,
    which = null,
    atHome = false,
  }: { now: Temporal.Instant; most: number; which?: Id<"publication"> | null; atHome?: boolean },
): Promise<Shown[]> {
  const guardian = actor.kind === "signed-in" ? actor.guardian : null;
  const rows = await reads.rows<Row>(
    "publications_shown",
    `select p.publication_id as "publicationId", p.kind, p.pinned, p.publish_at as "publishAt",
            p.written_at as "writtenAt", p.version, p.title, p.body, p.asked,
            exists (select from publication_reading r
                    where r.publication_id = p.publication_id and r.guardian_id = $2) as opened,
            accepted.version as "acceptedVersion", accepted.at as "acceptedAt"
     from publication_now p
     join audience a on a.id = p.audience_id
     left join lateral (
       select acceptance.version, acceptance.at from publication_acceptance acceptance
       where acceptance.publication_id = p.publication_id and acceptance.guardian_id = $2
       order by acceptance.version desc limit 1) accepted on true
     where p.publish_at <= $1 and p.withdrawn_at is null
       and (a.reach = 'public'
         or exists (select from unnest($3::uuid[]) as household (id)
                    where audience_holds(a.id, household.id, $2, $4::date)))
       and ($5::uuid is null or p.publication_id = $5)
       and (not $7 or p.pinned or p.asked is not null)
     order by p.pinned desc, p.publish_at desc, p.publication_id
     limit $6`,
    [
      now.toString(),
      guardian?.id ?? null,
      guardian?.householdIds ?? [],
      parisDate(now).toString(),
      which,
      most,
      atHome,
    ],
  );
  return rows.map(({ asked, acceptedVersion, acceptedAt, ...shown }) => ({
    ...shown,
    toAccept: guardian !== null && isToAccept(asked, acceptedVersion),
    accepted:
      acceptedVersion === null || acceptedAt === null ? null : { version: acceptedVersion, at: acceptedAt },
  }));
}

/** One that this person may read; undefined for any other, as for one that does not exist. */
export async function shownOne(
  reads: Reads,
  actor: Actor,
  id: Id<"publication">,
  now: Temporal.Instant,
): Promise<Shown | undefined> {
  const [found] = await shownTo(reads, actor, { now, most: 1, which: id });
  return found;
}
