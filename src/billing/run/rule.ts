import type { Cents } from "#kernel";
import type { Reads } from "#platform";

/** How the authority bills on a day. */
export interface BillingRule {
  readonly invoiceSeries: string;
  readonly creditSeries: string;
  readonly dueDays: number;
  /** Less than this waits for the next run; null where nothing waits. */
  readonly carryOverBelow: Cents | null;
  /** How invoices reach households that have not chosen. */
  readonly paperByDefault: boolean;
}

/** The rule that holds on a day; the migration wrote the first one, for all days. */
export async function ruleOn(reads: Reads, day: Temporal.PlainDate): Promise<BillingRule> {
  const rule = await reads.row<BillingRule>(
    "billing_rule_on",
    `select invoice_series as "invoiceSeries", credit_series as "creditSeries", due_days as "dueDays",
            carry_over_below_cents as "carryOverBelow", paper_by_default as "paperByDefault"
     from billing_rule where valid_from <= $1 order by valid_from desc limit 1`,
    [day.toString()],
  );
  if (rule === undefined) throw new Error(`No billing rule holds on ${day.toString()}`);
  return rule;
}
