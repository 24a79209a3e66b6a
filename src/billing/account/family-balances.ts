import type { GuardianVisit } from "#identity";
import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import { allocate, type LedgerLine } from "../rules/allocation.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import { accountReach, type AccountReach } from "./reach.ts";
import { ledgerLines } from "./standing.ts";

/** What a payer of the family owes now; less than 0 for what is in his or her favour. */
export interface PayerBalance extends Payer {
  readonly own: boolean;
  readonly payer: string;
  readonly balance: Cents;
  /** What is not paid, by the day until which it is to be paid, the first one first; none where nothing is owed. */
  readonly dues: readonly Due[];
  /** What was issued and is too little for a document: it will be asked with a later one. */
  readonly waiting: Cents;
}

/** So much is to be paid until a day. */
export interface Due {
  readonly until: Temporal.PlainDate;
  readonly cents: Cents;
}

/**
 * @rule Ce qui reste à régler, et jusqu’à quand
 *
 * Un payeur doit, dans un foyer, la somme des lignes de son compte. Chaque somme est annoncée avec la date limite du
 * document qui la demande : deux dates ne sont jamais dites sous la première.
 *
 * Exemple : une facture d’octobre 2026 de 40,00 € à régler avant le 5 décembre, une de novembre de 30,00 € avant le
 * 4 janvier : « Vous devez 70,00 € : 40,00 € avant le 5 décembre et 30,00 € avant le 4 janvier ». Après un avoir de
 * 40,00 € : « Vous devez 30,00 € avant le 4 janvier ».
 */
export async function familyBalances(
  reads: Reads,
  guardian: GuardianVisit["actor"]["guardian"],
): Promise<PayerBalance[]> {
  const reach = accountReach({ guardian });
  const byPayer = await ledgerLines(reads, reach);
  const waiting = new Map((await waitingTotals(reads, reach)).map((one) => [payerKey(one), one]));
  const payers = new Map([
    ...waiting,
    ...[...byPayer].flatMap(([key, [first]]) => (first === undefined ? [] : [[key, first] as const])),
  ]);
  const names = await payerNames(
    reads,
    [...payers.values()].map(({ guardianId }) => guardianId),
  );
  const balances = [...payers].map(([key, { householdId, guardianId }]) => {
    const lines = byPayer.get(key) ?? [];
    const payer = names.get(guardianId) ?? "";
    const balance = lines.reduce((sum, line) => sum + line.cents, 0);
    const own = guardianId === guardian.id;
    return {
      householdId,
      guardianId,
      own,
      payer,
      balance: cents(balance),
      dues: duesOf(lines),
      waiting: waiting.get(key)?.cents ?? cents(0),
    };
  });
  return balances.toSorted((a, b) => Number(b.own) - Number(a.own) || (payerKey(a) < payerKey(b) ? -1 : 1));
}

function duesOf(lines: readonly LedgerLine[]): readonly Due[] {
  const { open } = allocate(lines);
  const owed = lines.filter(({ id }) => open.has(id));
  const byDay = Map.groupBy(owed, ({ dueOn, day }) => (dueOn ?? day).toString());
  return [...byDay]
    .map(([day, own]) => ({
      until: Temporal.PlainDate.from(day),
      cents: cents(own.reduce((sum, { id }) => sum + (open.get(id) ?? 0), 0)),
    }))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.until, b.until));
}

/** What waits for a later document, payer by payer. */
function waitingTotals(
  reads: Reads,
  { householdIds, onlyGuardian, ownGuardian }: AccountReach,
): Promise<(Payer & { cents: Cents })[]> {
  return reads.rows(
    "billing_waiting_totals",
    `select w.household_id as "householdId", w.guardian_id as "guardianId", sum(c.amount_cents)::integer as cents
     from carried_charge w
     join charge c on c.id = w.charge_id
     where (w.household_id = any ($1::uuid[]) or w.guardian_id = $3) and ($2::uuid is null or w.guardian_id = $2)
       and w.invoice_id is null
     group by w.household_id, w.guardian_id`,
    [householdIds, onlyGuardian, ownGuardian],
  );
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
