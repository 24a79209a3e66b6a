import { parisDate, type Cents, type Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { Payer } from "../rules/owed.ts";
import { advanceRuleOn } from "./advance-rule.ts";

/** Below which balance a payer who pays in advance is told. */
export interface BalanceAlert extends Payer {
  readonly below: Cents;
}

/** The alerts of the accounts of these households. */
export function balanceAlerts(
  reads: Reads,
  householdIds: readonly Id<"household">[],
): Promise<BalanceAlert[]> {
  return reads.rows<BalanceAlert>(
    "billing_balance_alerts",
    `select household_id as "householdId", guardian_id as "guardianId", below_cents as below
     from balance_alert where household_id = any ($1::uuid[])`,
    [householdIds],
  );
}

/**
 * Keeps below which balance a payer is told; whoever was told already is told again at the next fall.
 * @returns whether it is kept: only for an adult of the household, or one who has an account there still
 */
export async function keepBalanceAlert(
  writes: Writes,
  { householdId, guardianId, below }: BalanceAlert,
  { by, at }: { by: string; at: Temporal.Instant },
): Promise<boolean> {
  const kept = await writes.run(
    "billing_balance_alert_keep",
    `insert into balance_alert (household_id, guardian_id, below_cents, by_label, at)
     select $1::uuid, $2::uuid, $3::integer, $4::text, $5::timestamptz
     where exists (select from families_guardian_card where household_id = $1 and guardian_id = $2)
        or exists (select from ledger_entry where household_id = $1 and guardian_id = $2)
     on conflict (household_id, guardian_id) do update
     set below_cents = excluded.below_cents, by_label = excluded.by_label, at = excluded.at, told_at = null`,
    [householdId, guardianId, below, by, at.toString()],
  );
  return kept > 0;
}

/** Whoever pays in advance for the first time is told below the authority's usual balance; a choice made stays. */
export async function startBalanceAlert(
  writes: Writes,
  { householdId, guardianId }: Payer,
  { by, at }: { by: string; at: Temporal.Instant },
): Promise<void> {
  const rule = await advanceRuleOn(writes, parisDate(at));
  if (rule === undefined) return;
  await writes.run(
    "billing_balance_alert_start",
    `insert into balance_alert (household_id, guardian_id, below_cents, by_label, at) values ($1, $2, $3, $4, $5)
     on conflict (household_id, guardian_id) do nothing`,
    [householdId, guardianId, rule.alert, by, at.toString()],
  );
}

/** An account that fell below the balance that its payer chose. */
export interface LowAccount extends BalanceAlert {
  readonly credit: Cents;
  readonly name: string;
  readonly email: string;
}

/**
 * @rule Quand une avance est presque épuisée
 *
 * Qui paie d’avance choisit un seuil, dans les bornes de la collectivité. Quand son avance passe au-dessous, un e-mail
 * l’en prévient, une fois ; il est de nouveau prévenu si elle remonte au seuil et redescend. La page d’accueil le dit
 * tant que cela dure.
 *
 * Exemple : un seuil de 10,00 € et une avance de 12,40 € ; la facture de novembre prend 9,60 €, il reste 2,80 € : un
 * e-mail part le lendemain matin, et un seul.
 * @returns those to tell now; they are not given back again before they rise
 */
export async function fallenAccounts(writes: Writes, now: Temporal.Instant): Promise<LowAccount[]> {
  await writes.run(
    "billing_balance_alert_risen",
    `update balance_alert a set told_at = null
     where a.told_at is not null
       and (select coalesce(sum(0 - e.amount_cents), 0) from ledger_entry e
            where e.household_id = a.household_id and e.guardian_id = a.guardian_id) >= a.below_cents`,
  );
  return writes.rows<LowAccount>(
    "billing_balance_alert_fallen",
    `update balance_alert a set told_at = $1
     from (
       select b.household_id, b.guardian_id,
              coalesce((select sum(0 - e.amount_cents) from ledger_entry e
                        where e.household_id = b.household_id and e.guardian_id = b.guardian_id), 0)::bigint as credit
       from balance_alert b
       where b.told_at is null and b.below_cents > 0
     ) account
     join families_guardian_card g on g.household_id = account.household_id and g.guardian_id = account.guardian_id
     where a.household_id = account.household_id and a.guardian_id = account.guardian_id
       and account.credit < a.below_cents
     returning a.household_id as "householdId", a.guardian_id as "guardianId", a.below_cents as below, account.credit,
               g.first_name || ' ' || g.last_name as name, coalesce(g.email, '') as email`,
    [now.toString()],
  );
}
