import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { OddityFacts } from "./oddities.ts";

/** What is odd for somebody: the days of one cause together, since one act settles them all. */
export interface FoundOddity {
  /** The first of them; settling it settles them all. */
  readonly id: Id<"oddity">;
  readonly householdId: Id<"household">;
  readonly household: string;
  readonly payer: string;
  /** Those of the first day. */
  readonly facts: OddityFacts;
  /** The days of an unpriced place, a given price or a disputed line, in order; empty for the rest. */
  readonly days: readonly Temporal.PlainDate[];
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
     order by array_position(array['unpriced', 'given', 'left_out', 'disputed', 'no_charge', 'unattended', 'jump', 'no_qf', 'no_address'], kind)`,
    [run],
  );
}

interface OddityRow extends Omit<FoundOddity, "leftOut" | "days"> {
  days: string[];
  leftOutBy: string | null;
  leftOutWhy: string | null;
}

/** The oddities of one kind, by family: fourteen meals without a price for one reason are one of them. */
export async function odditiesOfKind(
  reads: Reads,
  run: Id<"run">,
  kind: OddityFacts["kind"],
  count: number,
): Promise<readonly FoundOddity[]> {
  const rows = await reads.rows<OddityRow>(
    "billing_oddities_of_kind",
    `select (array_agg(o.id order by o.facts ->> 'day', o.source_key))[1] as id,
            o.household_id as "householdId", coalesce(h.label, '') as household,
            coalesce(g.first_name || ' ' || g.last_name, '') as payer,
            (array_agg(o.facts order by o.facts ->> 'day', o.source_key))[1] as facts,
            array_remove(array_agg(o.facts ->> 'day' order by o.facts ->> 'day'), null) as days,
            o.left_out_by as "leftOutBy", o.left_out_why as "leftOutWhy"
     from billing_oddity o
     left join families_household_card h on h.household_id = o.household_id
     left join lateral (select first_name, last_name from families_guardian_card
                        where guardian_id = o.guardian_id limit 1) g on true
     where o.run_id = $1 and o.kind = $2
     group by o.household_id, o.guardian_id, h.label, g.first_name, g.last_name, o.facts - 'day',
              o.left_out_by, o.left_out_why
     order by o.left_out_by is not null, h.label, o.household_id, o.guardian_id,
              min(o.facts ->> 'day'), min(o.source_key)
     limit $3`,
    [run, kind, count],
  );
  return rows.map(({ leftOutBy, leftOutWhy, days, ...rest }) => ({
    ...rest,
    days: days.map((day) => Temporal.PlainDate.from(day)),
    leftOut: leftOutBy === null || leftOutWhy === null ? null : { by: leftOutBy, why: leftOutWhy },
  }));
}
