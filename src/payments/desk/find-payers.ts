import { searchWords } from "#families";
import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

/** A payer in the answer to a search at the desk. */
export interface FoundPayer {
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
  readonly payer: string;
  readonly household: string;
  readonly commune: string;
  /** The children of the household, so that two of one name are told apart. */
  readonly children: readonly string[];
  readonly balance: Cents;
}

/** Payers shown at most; beyond, a further word is asked for. */
export const MOST_PAYERS = 40;

/**
 * The adults, and whoever has an account still, of the households in which every word begins a name. Who owes comes
 * first.
 */
export async function findPayers(
  reads: Reads,
  typed: string,
): Promise<{ readonly count: number; readonly payers: readonly FoundPayer[] }> {
  const words = searchWords(typed);
  if (words === "") return { count: 0, payers: [] };
  const rows = await reads.rows<FoundPayer & { count: number }>(
    "payments_find_payers",
    `with found as materialized (
       select distinct household_id from families_search_name
       where to_tsvector('simple', search_key) @@ to_tsquery('simple', $1)
       limit 200
     ), payer as (
       select g.household_id, g.guardian_id from families_guardian_card g join found f using (household_id)
       union
       select b.household_id, b.guardian_id from billing_balance_card b join found f using (household_id)
     )
     select payer.household_id as "householdId", payer.guardian_id as "guardianId",
            n.first_name || ' ' || n.last_name as payer, h.label as household, h.commune,
            array(select c.first_name from families_participant_card c
                  where c.household_id = payer.household_id and c.left_on is null and c.kind = 'child'
                  order by c.birth_date, c.first_name) as children,
            coalesce(owed.balance_cents, 0) as balance, count(*) over () as count
     from payer
     join families_household_card h on h.household_id = payer.household_id
     join families_guardian_name n on n.guardian_id = payer.guardian_id
     left join lateral (select b.balance_cents from billing_balance_card b
                        where b.household_id = payer.household_id and b.guardian_id = payer.guardian_id) owed on true
     order by coalesce(owed.balance_cents, 0) > 0 desc, lower(n.last_name), lower(n.first_name), payer.household_id
     limit $2`,
    [words, MOST_PAYERS],
  );
  return { count: rows[0]?.count ?? 0, payers: rows };
}
