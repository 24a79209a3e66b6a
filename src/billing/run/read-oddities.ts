import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { OddityFacts } from "./oddities.ts";

/** An oddity, with whom it concerns. */
export interface FoundOddity {
  readonly id: Id<"oddity">;
  readonly householdId: Id<"household">;
  readonly household: string;
  readonly payer: string;
  readonly facts: OddityFacts;
  readonly leftOut: { readonly by: string; readonly why: string } | null;
}

/** How many oddities of a kind a run has, and how many of them were left out. */
export interface OddityCount {
  readonly kind: OddityFacts["kind"];
  readonly count: number;
  readonly leftOut: number;
}

/** What is odd in a run, by kind: those that keep it from being issued first. */
export function oddityCounts(reads: Reads, run: Id<"run">): Promise<OddityCount[]> {
  return reads.rows<OddityCount>(
    "billing_oddity_counts",
    `select kind, count(*) as count, count(left_out_at) as "leftOut"
     from billing_oddity where run_id = $1
     group by kind
     order by array_position(array['unpriced', 'no_charge', 'unattended', 'jump', 'no_qf', 'no_address'], kind)`,
    [run],
  );
}

interface OddityRow extends Omit<FoundOddity, "leftOut"> {
  leftOutBy: string | null;
  leftOutWhy: string | null;
}

/** The oddities of one kind, by family. */
export async function odditiesOfKind(
  reads: Reads,
  run: Id<"run">,
  kind: OddityFacts["kind"],
  count: number,
): Promise<readonly FoundOddity[]> {
  const rows = await reads.rows<OddityRow>(
    "billing_oddities_of_kind",
    `select o.id, o.household_id as "householdId", coalesce(h.label, '') as household,
            coalesce(g.first_name || ' ' || g.last_name, '') as payer, o.facts,
            o.left_out_by as "leftOutBy", o.left_out_why as "leftOutWhy"
     from billing_oddity o
     left join families_household_card h on h.household_id = o.household_id
     left join lateral (select first_name, last_name from families_guardian_card
                        where guardian_id = o.guardian_id limit 1) g on true
     where o.run_id = $1 and o.kind = $2
     order by o.left_out_at is not null, h.label, o.household_id, o.guardian_id, o.source_key
     limit $3`,
    [run, kind, count],
  );
  return rows.map(({ leftOutBy, leftOutWhy, ...rest }) => ({
    ...rest,
    leftOut: leftOutBy === null || leftOutWhy === null ? null : { by: leftOutBy, why: leftOutWhy },
  }));
}
