import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { BillingRule } from "./rule.ts";
import { firstDayOf, type Run } from "./run.ts";

/** What will be issued, or what was. */
export type DocumentKind = "invoice" | "complement" | "credit_note";

/** Documents of a kind, how many and of how much; `null` for the totals that wait. */
export interface DocumentCount {
  readonly kind: DocumentKind | null;
  readonly count: number;
  readonly cents: Cents;
}

/** What an activity makes: in this run, in the whole month once it is issued, and in the month before. */
export interface ActivityTotal {
  readonly activity: string;
  readonly run: Cents;
  readonly month: Cents;
  readonly before: Cents;
}

/** What a payer is charged by a run. */
export interface PayerTotal {
  readonly householdId: Id<"household">;
  readonly household: string;
  readonly payer: string;
  readonly lines: number;
  readonly cents: Cents;
}

/** How many documents the run would issue now; once it is issued, how many it did. */
export function documentCounts(reads: Reads, run: Run, rule: BillingRule): Promise<DocumentCount[]> {
  if (run.state === "issued") {
    return reads.rows<DocumentCount>(
      "billing_documents_issued",
      `select kind, count(*) as count, sum(total_cents)::integer as cents
       from invoice where run_id = $1 group by kind
       union all
       select null, count(distinct (w.household_id, w.guardian_id)), sum(c.amount_cents)::integer
       from carried_charge w join charge c on c.id = w.charge_id where w.run_id = $1
       having count(*) > 0
       order by kind nulls last`,
      [run.id],
    );
  }
  return reads.rows<DocumentCount>(
    "billing_documents_due",
    `select kind, count(*) as count, sum(cents)::integer as cents
     from due_documents($1, $2, $3) group by kind order by kind`,
    [run.id, firstDayOf(run.month), rule.carryOverBelow],
  );
}

/** The activities of the month, those that make most first. */
export function activityTotals(reads: Reads, { id, month }: Run): Promise<ActivityTotal[]> {
  return reads.rows<ActivityTotal>(
    "billing_activity_totals",
    `select activity_name as activity, sum(run)::integer as run, sum(month)::integer as month,
            sum(before)::integer as before
     from (
       select activity_name, amount_cents as run, amount_cents as month, 0 as before
       from charge where run_id = $1
       union all
       select c.activity_name, 0, c.amount_cents, 0
       from billing_run r join charge c on c.run_id = r.id
       where r.month = $2 and r.state = 'issued' and r.id <> $1
       union all
       select c.activity_name, 0, 0, c.amount_cents
       from billing_run r join charge c on c.run_id = r.id
       where r.month = $3 and r.state = 'issued'
     ) amount
     group by activity_name
     order by sum(month) desc, activity_name`,
    [id, firstDayOf(month), firstDayOf(month.subtract({ months: 1 }))],
  );
}

/** How many payers a run charges something, or gives something back. */
export async function payerCount(reads: Reads, run: Id<"run">): Promise<number> {
  const row = await reads.row<{ count: number }>(
    "billing_payer_count",
    `select count(*) as count from (select distinct household_id, guardian_id from charge where run_id = $1) payer`,
    [run],
  );
  return row?.count ?? 0;
}

/** The payers of a run with what it charges them, the highest totals first. */
export function payerTotals(
  reads: Reads,
  run: Id<"run">,
  { offset, count }: { offset: number; count: number },
): Promise<PayerTotal[]> {
  return reads.rows<PayerTotal>(
    "billing_payer_totals",
    `select t.household_id as "householdId", coalesce(h.label, '') as household,
            coalesce(g.first_name || ' ' || g.last_name, '') as payer, t.lines, t.cents
     from (select household_id, guardian_id, count(*) as lines, sum(amount_cents)::integer as cents
           from charge where run_id = $1
           group by household_id, guardian_id
           order by sum(amount_cents) desc, household_id, guardian_id
           offset $2 limit $3) t
     left join families_household_card h on h.household_id = t.household_id
     left join lateral (select first_name, last_name from families_guardian_card
                        where guardian_id = t.guardian_id limit 1) g on true
     order by t.cents desc, t.household_id, t.guardian_id`,
    [run, offset, count],
  );
}
