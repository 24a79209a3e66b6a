import type { SignedInVisit } from "#identity";
import type { Cents } from "#kernel";
import { writeJournal, type Reads } from "#platform";

/** Whether families may pay in advance on a day, and within which amounts. */
export interface AdvanceRule {
  readonly opened: boolean;
  readonly least: Cents;
  readonly most: Cents;
  /** Below which balance a family is told: its own choice lies between these; the usual one where it made none. */
  readonly alertLeast: Cents;
  readonly alert: Cents;
  readonly alertMost: Cents;
}

/** A rule, with the day from which it holds and who wrote it. */
export interface DatedAdvanceRule extends AdvanceRule {
  readonly validFrom: Temporal.PlainDate;
  readonly by: string;
}

/** The rules in the order of their days, the one to come last first. */
export function advanceRulesByDay(reads: Reads): Promise<DatedAdvanceRule[]> {
  return reads.rows<DatedAdvanceRule>(
    "billing_advance_rules",
    `select valid_from as "validFrom", opened, least_cents as least, most_cents as most,
            alert_least_cents as "alertLeast", alert_cents as alert, alert_most_cents as "alertMost", by_label as by
     from advance_rule order by valid_from desc`,
  );
}

/** The rule that holds on a day; undefined where the authority never wrote one: nobody pays in advance. */
export async function advanceRuleOn(reads: Reads, day: Temporal.PlainDate): Promise<AdvanceRule | undefined> {
  const rules = await advanceRulesByDay(reads);
  return rules.find(({ validFrom }) => Temporal.PlainDate.compare(validFrom, day) <= 0);
}

/** Keeps the rule from a day on; written twice for one day, the last one holds. What was paid in advance stays. */
export function changeAdvanceRule(
  { actor, database, now, address }: SignedInVisit,
  { from, rule }: { from: Temporal.PlainDate; rule: AdvanceRule },
): Promise<void> {
  return database.write(async (writes) => {
    await writes.run(
      "billing_advance_rule_change",
      `insert into advance_rule (valid_from, opened, least_cents, most_cents, alert_least_cents, alert_cents,
                                 alert_most_cents, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (valid_from) do update
       set opened = excluded.opened, least_cents = excluded.least_cents, most_cents = excluded.most_cents,
           alert_least_cents = excluded.alert_least_cents, alert_cents = excluded.alert_cents,
           alert_most_cents = excluded.alert_most_cents, by_label = excluded.by_label, at = excluded.at`,
      [
        ...[from.toString(), rule.opened, rule.least, rule.most, rule.alertLeast, rule.alert, rule.alertMost],
        ...[actor.name, now.toString()],
      ],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.advance-rule-changed",
      facts: { from: from.toString(), ...rule },
      address,
    });
  });
}
