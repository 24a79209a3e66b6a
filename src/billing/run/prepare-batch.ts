import type { Reads } from "#platform";

import type { KeptFacts, OwedCharges } from "../owed/owed-charges.ts";
import { difference, type NewCharge } from "../rules/difference.ts";
import type { Payer, PayerOfMonth } from "../rules/owed.ts";
import { nextPayers, payerKey } from "../rules/payers-in-order.ts";
import { chargedBy, chargedPayersAfter } from "./charged.ts";
import { knownPayers } from "./known-payers.ts";
import { odditiesOf, type Oddity } from "./oddities.ts";

/** More payers than an authority has. */
const ALL = 10_000_000;

/** What a batch writes: the payers that follow a place of the run, what is charged to them, what is odd. */
export interface Batch {
  readonly after: Payer | null;
  readonly payers: readonly PayerOfMonth[];
  readonly charges: readonly NewCharge<KeptFacts>[];
  readonly oddities: readonly Oddity[];
}

/** All the payers of a month after one of them, in order, read once: to find them, the whole month is counted. */
export async function payersOfMonth(
  reads: Reads,
  owed: OwedCharges,
  month: Temporal.PlainYearMonth,
  after: Payer | null,
): Promise<readonly PayerOfMonth[]> {
  const owing = await owed.payersAfter(reads, month, after, ALL);
  const charged = await chargedPayersAfter(reads, month, after, ALL);
  return nextPayers(owing, charged, ALL);
}

/** The next of them after a place of the run. */
export function payersAfter(
  payers: readonly PayerOfMonth[],
  after: Payer | null,
  count: number,
): readonly PayerOfMonth[] {
  const reached = after === null ? "" : payerKey(after);
  const next = payers.findIndex((payer) => payerKey(payer) > reached);
  return next === -1 ? [] : payers.slice(next, next + count);
}

/** Reads and prices what these payers owe, and have not been charged; writes nothing. */
export async function prepareBatch(
  reads: Reads,
  owed: OwedCharges,
  month: Temporal.PlainYearMonth,
  after: Payer | null,
  payers: readonly PayerOfMonth[],
): Promise<Batch> {
  if (payers.length === 0) return { after, payers, charges: [], oddities: [] };
  const { charges, unpriced } = await owed.owedBy(reads, month, payers);
  const before = await chargedBy(reads, month, payers);
  const known = await knownPayers(reads, month, payers);
  return {
    after,
    payers,
    charges: difference(charges, before, unpriced),
    oddities: odditiesOf(known, charges, unpriced),
  };
}
