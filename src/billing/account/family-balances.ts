import type { GuardianVisit } from "#identity";
import type { Cents } from "#kernel";
import type { Reads } from "#platform";

import { accountReach } from "./reach.ts";

/** What a payer of the family owes now; less than 0 for what is in his or her favour. */
export interface PayerBalance {
  readonly own: boolean;
  readonly payer: string;
  readonly balance: Cents;
  /** Until when the first of what is not paid is to be paid; null where nothing is. */
  readonly due: Temporal.PlainDate | null;
}

/**
 * @rule Ce qui reste à régler, et jusqu’à quand
 *
 * Un payeur doit la somme des lignes de son compte. Ce qui vient en déduction règle d’abord les documents les plus
 * anciens : la date annoncée est celle du plus ancien document qui n’est pas entièrement couvert.
 *
 * Exemple : une facture d’octobre 2026 de 40,00 € à régler avant le 5 décembre, une de novembre de 30,00 € avant le
 * 4 janvier, un avoir de 40,00 € : « Vous devez 30,00 € avant le 4 janvier ».
 */
export function familyBalances(
  reads: Reads,
  guardian: GuardianVisit["actor"]["guardian"],
): Promise<PayerBalance[]> {
  const { householdIds, onlyGuardian } = accountReach({ guardian });
  return reads.rows<PayerBalance>(
    "billing_family_balances",
    `select paid.guardian_id = $3 as own, coalesce(g.first_name || ' ' || g.last_name, '') as payer,
            sum(paid.balance)::integer as balance, min(paid.due) as due
     from (select household_id, guardian_id, max(balance) as balance,
                  min(due_on) filter (where amount_cents > 0 and newer < balance) as due
           from (select e.household_id, e.guardian_id, e.amount_cents, i.due_on,
                        sum(e.amount_cents) over payer as balance,
                        coalesce(sum(greatest(e.amount_cents, 0)) over newest, 0) as newer
                 from ledger_entry e
                 join invoice i on i.id = e.invoice_id
                 where e.household_id = any ($1::uuid[]) and ($2::uuid is null or e.guardian_id = $2)
                 window payer as (partition by e.household_id, e.guardian_id),
                        newest as (partition by e.household_id, e.guardian_id order by i.due_on desc, e.id desc
                                   rows between unbounded preceding and 1 preceding)) entry
           group by household_id, guardian_id) paid
     left join families_guardian_name g on g.guardian_id = paid.guardian_id
     group by paid.guardian_id, g.first_name, g.last_name
     order by own desc, g.first_name, paid.guardian_id`,
    [householdIds, onlyGuardian, guardian.id],
  );
}
