import { accountReach, advanceRuleOn, isWithin, lockAccount, startBalanceAlert, type Payer } from "#billing";
import type { GuardianVisit } from "#identity";
import { cents, ok, parisDate, refuse, type Cents, type Id, type Result } from "#kernel";
import type { Reads, Writes } from "#platform";

import { attemptById, type Attempt } from "../attempts/attempt.ts";
import { noteRefused } from "../attempts/note-refused.ts";
import {
  keepAttempt,
  keptBefore,
  LEAST,
  MOST,
  sendToPay,
  type PayRefusal,
  type Prepared,
} from "../attempts/open-attempt.ts";
import { payerName } from "../attempts/payer-name.ts";
import { currentSetting, paysHere, type GatewayOf } from "../settings/setting.ts";

/** What a family asks to pay in advance. */
export interface AdvanceOrder extends Payer {
  /** The form's own key: sent twice, it opens one attempt. */
  readonly id: Id<"attempt">;
  readonly amount: Cents;
  readonly email: string;
}

/** Whether this reader may book and pay in advance for this account: never in a household that he or she has left. */
export function reaches(actor: GuardianVisit["actor"], payer: Payer): boolean {
  return actor.guardian.householdIds.includes(payer.householdId) && isWithin(accountReach(actor), payer);
}

/**
 * @rule Payer d’avance
 *
 * Là où la collectivité l’a ouvert, une famille verse en ligne un montant entre les bornes du réglage. C’est un crédit de
 * son compte, et rien d’autre : il règle d’abord ce qui est dû, puis les factures suivantes dès leur émission. Une seule
 * avance d’un compte est en cours à la fois.
 *
 * Exemple : 50,00 € versés alors que 9,60 € sont dus : il reste 40,40 € d’avance, que la facture suivante emploiera.
 */
export async function openAdvance(
  visit: GuardianVisit,
  order: AdvanceOrder,
  gatewayOf: GatewayOf,
): Promise<Result<{ pageUrl: string }, PayRefusal>> {
  const prepared = await visit.database.write(async (writes) =>
    noteRefused(writes, visit, { ...order, asked: order.amount }, await prepare(writes, visit, order)),
  );
  return prepared.ok ? sendToPay(visit, prepared.value, gatewayOf) : prepared;
}

async function prepare(
  writes: Writes,
  { actor, authority, now, address }: GuardianVisit,
  order: AdvanceOrder,
): Promise<Result<Prepared, PayRefusal>> {
  if (!reaches(actor, order)) return refuse({ code: "unknown" });
  await lockAccount(writes, order);
  const setting = await currentSetting(writes);
  const rule = await advanceRuleOn(writes, parisDate(now));
  if (rule?.opened !== true || setting === undefined || !paysHere(setting, authority))
    return refuse({ code: "closed" });
  if ((await payerName(writes, order)) === undefined) return refuse({ code: "unknown" });
  const known = await attemptById(writes, order.id);
  if (known !== undefined) return keptBefore({ attempt: known, setting, fresh: false }, order, order.amount);
  const live = await liveAdvance(writes, order);
  if (live !== undefined) return refuse({ code: "under-way", attempt: live });
  const least = cents(Math.max(rule.least, LEAST));
  const most = cents(Math.min(rule.most, MOST));
  if (order.amount < least || order.amount > most) return refuse({ code: "amount", least, most });
  const { amount } = order;
  const kept = await keepAttempt(writes, { order, setting, amount, owed: [], actor, now, address });
  if (!kept.ok) return kept;
  await startBalanceAlert(writes, order, { by: actor.name, at: now });
  return ok({ attempt: kept.value, setting, fresh: true });
}

/** The advance of an account whose answer is not known yet. */
export async function liveAdvance(
  reads: Reads,
  { householdId, guardianId }: Payer,
): Promise<Attempt | undefined> {
  const row = await reads.row<{ id: Id<"attempt"> }>(
    "payments_advance_live",
    `select a.id from payment_attempt a
     where a.household_id = $1 and a.guardian_id = $2 and a.state in ('opening', 'open')
       and not exists (select from attempt_debt d where d.attempt_id = a.id)
       and not exists (select from attempt_place p where p.attempt_id = a.id)
     order by a.at limit 1`,
    [householdId, guardianId],
  );
  return row === undefined ? undefined : attemptById(reads, row.id);
}
