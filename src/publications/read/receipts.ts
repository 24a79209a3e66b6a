import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** What one adult of the audience did with a publication. */
export interface ReadReceipt {
  readonly guardianId: Id<"guardian">;
  readonly name: string;
  /** « Famille Lefebvre » */
  readonly households: string;
  readonly openedAt: Temporal.Instant | null;
  readonly acceptedVersion: number | null;
  readonly acceptedAt: Temporal.Instant | null;
}

/**
 * The adults whom a publication is for today, and those who opened or accepted it while it was for them, by name. For what
 * is public, only the latter: everybody else is no reader who is waited for.
 */
export function receiptsOf(
  reads: Reads,
  { publicationId, audienceId }: { publicationId: Id<"publication">; audienceId: Id<"audience"> },
  today: Temporal.PlainDate,
): Promise<ReadReceipt[]> {
  return reads.rows<ReadReceipt>(
    "publication_receipts",
    `with expected as (
       select g.guardian_id, string_agg(h.label, ', ' order by h.label) as households
       from families_guardian_card g
       join families_household_card h on h.household_id = g.household_id
       where audience_holds($2, g.household_id, g.guardian_id, $3::date)
         and not exists (select from audience a where a.id = $2 and a.reach = 'public')
       group by g.guardian_id),
     accepted as (
       select distinct on (guardian_id) guardian_id, version, at from publication_acceptance
       where publication_id = $1 order by guardian_id, version desc),
     opened as (select guardian_id, at from publication_reading where publication_id = $1)
     select n.guardian_id as "guardianId", n.first_name || ' ' || n.last_name as name,
            coalesce(expected.households, '') as households, opened.at as "openedAt",
            accepted.version as "acceptedVersion", accepted.at as "acceptedAt"
     from (select guardian_id from expected union select guardian_id from opened
           union select guardian_id from accepted) known
     join families_guardian_name n on n.guardian_id = known.guardian_id
     left join expected on expected.guardian_id = known.guardian_id
     left join opened on opened.guardian_id = known.guardian_id
     left join accepted on accepted.guardian_id = known.guardian_id
     order by n.last_name, n.first_name, n.guardian_id`,
    [publicationId, audienceId, today.toString()],
  );
}
