import type { SignedInVisit } from "#identity";
import { writeJournal, type Reads } from "#platform";

import { ruleOn, type BillingRule } from "./rule.ts";

/** A rule, with the day from which it holds and who wrote it. */
export interface DatedRule extends BillingRule {
  readonly validFrom: Temporal.PlainDate;
  readonly by: string;
}

/** The rules in the order of their days, the one to come last first. */
export function rulesByDay(reads: Reads): Promise<DatedRule[]> {
  return reads.rows<DatedRule>(
    "billing_rules",
    `select valid_from as "validFrom", invoice_series as "invoiceSeries", credit_series as "creditSeries",
            due_days as "dueDays", carry_over_below_cents as "carryOverBelow", paper_by_default as "paperByDefault",
            by_label as by
     from billing_rule order by valid_from desc`,
  );
}

/**
 * Keeps how the authority bills from a day on (its page refuses one that is over); written twice for one day, the last one holds.
 * What was issued before keeps its numbers, its day and its amounts.
 */
export function changeRule(
  { actor, database, now, address }: SignedInVisit,
  { from, rule }: { from: Temporal.PlainDate; rule: BillingRule },
): Promise<void> {
  return database.write(async (writes) => {
    const before = await ruleOn(writes, from);
    await writes.run(
      "billing_rule_change",
      `insert into billing_rule (valid_from, invoice_series, credit_series, due_days, carry_over_below_cents,
                                 paper_by_default, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (valid_from) do update
       set invoice_series = excluded.invoice_series, credit_series = excluded.credit_series,
           due_days = excluded.due_days, carry_over_below_cents = excluded.carry_over_below_cents,
           paper_by_default = excluded.paper_by_default, by_label = excluded.by_label, at = excluded.at`,
      [
        from.toString(),
        rule.invoiceSeries,
        rule.creditSeries,
        rule.dueDays,
        rule.carryOverBelow,
        rule.paperByDefault,
        actor.name,
        now.toString(),
      ],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.rule-changed",
      facts: { from: from.toString(), before, after: rule },
      address,
    });
  });
}
