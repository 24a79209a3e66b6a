import type { GuardianVisit } from "#identity";
import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import { allocate } from "../rules/allocation.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import { accountReach } from "./reach.ts";
import { ledgerLines } from "./standing.ts";

/** What a payer of the family owes now; less than 0 for what is in his or her favour. */
export interface PayerBalance extends Payer {
  readonly own: boolean;
  readonly payer: string;
  readonly balance: Cents;
  /** Until when the first of what is not paid is to be paid; null where nothing is. */
  readonly due: Temporal.PlainDate | null;
}

/**
 * @rule Ce qui reste à régler, et jusqu’à quand
 *
 * Un payeur doit, dans un foyer, la somme des lignes de son compte. La date annoncée est celle du plus ancien document
 * qui n’est pas entièrement réglé.
 *
 * Exemple : une facture d’octobre 2026 de 40,00 € à régler avant le 5 décembre, une de novembre de 30,00 € avant le
 * 4 janvier, un avoir de 40,00 € : « Vous devez 30,00 € avant le 4 janvier ».
 */
export async function familyBalances(
  reads: Reads,
  guardian: GuardianVisit["actor"]["guardian"],
): Promise<PayerBalance[]> {
  const { householdIds, onlyGuardian } = accountReach({ guardian });
  const byPayer = await ledgerLines(reads, householdIds, onlyGuardian);
  const names = await payerNames(
    reads,
    [...byPayer.values()].flatMap(([first]) => first?.guardianId ?? []),
  );
  const balances = [...byPayer.values()].flatMap((lines) => {
    const [first] = lines;
    if (first === undefined) return [];
    const { householdId, guardianId } = first;
    const standing = allocate(lines);
    const open = lines.filter(({ id }) => standing.open.has(id));
    const payer = names.get(guardianId) ?? "";
    const balance = lines.reduce((sum, line) => sum + line.cents, 0);
    const days = open.map(({ dueOn, day }) => dueOn ?? day).toSorted(Temporal.PlainDate.compare);
    const own = guardianId === guardian.id;
    return { householdId, guardianId, own, payer, balance: cents(balance), due: days[0] ?? null };
  });
  return balances.toSorted((a, b) => Number(b.own) - Number(a.own) || (payerKey(a) < payerKey(b) ? -1 : 1));
}

async function payerNames(
  reads: Reads,
  guardianIds: readonly Id<"guardian">[],
): Promise<ReadonlyMap<Id<"guardian">, string>> {
  if (guardianIds.length === 0) return new Map();
  const rows = await reads.rows<{ id: Id<"guardian">; name: string }>(
    "billing_payer_names",
    `select guardian_id as id, first_name || ' ' || last_name as name
     from families_guardian_name where guardian_id = any ($1::uuid[])`,
    [guardianIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
