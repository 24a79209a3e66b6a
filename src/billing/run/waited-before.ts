import type { Cents } from "#kernel";
import type { Reads } from "#platform";

import type { BillingRule } from "./rule.ts";
import { firstDayOf, type Run } from "./run.ts";

/** What waits since other runs: of how many payers, and how much. */
interface Waited {
  readonly payers: number;
  readonly cents: Cents;
}

/** What waited since other runs, as a run finds it; null for nothing. */
export interface WaitedBefore {
  /** What its bills ask besides its own lines; once it is issued, what they did ask. */
  readonly joining: Waited | null;
  /** What it leaves waiting, because another month's bills ask it. */
  readonly staying: Waited | null;
}

/** What waited since other runs: what is on the bills of this one, and what this one leaves alone. */
export async function waitedBefore(reads: Reads, run: Run, rule: BillingRule): Promise<WaitedBefore> {
  const rows = run.state === "issued" ? await asked(reads, run) : await found(reads, run, rule);
  const of = (joins: boolean): Waited | null => {
    const row = rows.find((one) => one.joins === joins);
    return row === undefined ? null : { payers: row.payers, cents: row.cents };
  };
  return { joining: of(true), staying: of(false) };
}

type Row = Waited & { joins: boolean };

function asked(reads: Reads, { id }: Run): Promise<Row[]> {
  return reads.rows<Row>(
    "billing_waited_asked",
    `select true as joins, count(distinct (w.household_id, w.guardian_id)) as payers,
            sum(c.amount_cents)::integer as cents
     from invoice i
     join carried_charge w on w.invoice_id = i.id
     join charge c on c.id = w.charge_id
     where i.run_id = $1
     having count(*) > 0`,
    [id],
  );
}

/** What may join, and is still too little with the lines of the month, is told with what waits of the month. */
function found(reads: Reads, run: Run, rule: BillingRule): Promise<Row[]> {
  return reads.rows<Row>(
    "billing_waited_found",
    `select w.joins, count(distinct (w.household_id, w.guardian_id)) as payers, sum(w.amount_cents)::integer as cents
     from charges_waiting($1) w
     left join due_documents($1, $2, $3) due
       on due.household_id = w.household_id and due.guardian_id = w.guardian_id and due.credit = (w.amount_cents < 0)
     where w.amount_cents <> 0 and (not w.joins or due.kind is not null)
     group by w.joins`,
    [run.id, firstDayOf(run.month), rule.carryOverBelow],
  );
}
