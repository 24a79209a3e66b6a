import type { SignedInVisit } from "#identity";
import { writeJournal, type Reads } from "#platform";

/** What the law wants a dispute's acknowledgement to say (CRPA, art. R112-5), as the authority chose it. */
export interface DisputeRule {
  readonly department: string;
  readonly departmentAddress: string;
  readonly departmentEmail: string;
  readonly departmentPhone: string;
  readonly silence: "accepted" | "refused";
  readonly silenceMonths: number;
  readonly expectedDays: number;
  readonly appeal: string;
}

/** The rule of a day; undefined while the authority has written none: disputes are then answered, not acknowledged. */
export function disputeRuleOn(reads: Reads, day: Temporal.PlainDate): Promise<DisputeRule | undefined> {
  return reads.row<DisputeRule>(
    "billing_dispute_rule_on",
    `select department, department_address as "departmentAddress", department_email as "departmentEmail",
            department_phone as "departmentPhone", silence, silence_months as "silenceMonths",
            expected_days as "expectedDays", appeal
     from dispute_rule where valid_from <= $1 order by valid_from desc limit 1`,
    [day.toString()],
  );
}

/** Keeps the rule from a day on; written twice for one day, the last one holds. What was acknowledged stays as it was. */
export function changeDisputeRule(
  { actor, database, now, address }: SignedInVisit,
  from: Temporal.PlainDate,
  rule: DisputeRule,
): Promise<void> {
  return database.write(async (writes) => {
    await writes.run(
      "billing_change_dispute_rule",
      `insert into dispute_rule (valid_from, department, department_address, department_email, department_phone, silence,
                                 silence_months, expected_days, appeal, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (valid_from) do update
       set department = excluded.department, department_address = excluded.department_address,
           department_email = excluded.department_email, department_phone = excluded.department_phone,
           silence = excluded.silence, silence_months = excluded.silence_months,
           expected_days = excluded.expected_days, appeal = excluded.appeal, by_label = excluded.by_label,
           at = excluded.at`,
      [
        from.toString(),
        rule.department,
        rule.departmentAddress,
        rule.departmentEmail,
        rule.departmentPhone,
        rule.silence,
        rule.silenceMonths,
        rule.expectedDays,
        rule.appeal,
        actor.name,
        now.toString(),
      ],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.dispute-rule-changed",
      facts: { from: from.toString(), ...rule },
      address,
    });
  });
}
