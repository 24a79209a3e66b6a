import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import type { Payer, PayerOfMonth } from "../rules/owed.ts";
import { nextPayers, payerKey } from "../rules/payers-in-order.ts";
import { linesMoved, type MovedLine } from "./moved-lines.ts";
import { payersAfter, payersOfMonth, prepareBatch } from "./prepare-batch.ts";
import type { Run } from "./run.ts";

/** Payers that are compared at once, as many as are drafted at once. */
const BATCH = 80;
/** Payers that are told by name. */
const NAMED = 10;

/** A payer whom a draft charges something else than what he or she owes by now, and line by line what. */
export interface MovedPayer {
  readonly householdId: Id<"household">;
  readonly household: string;
  readonly payer: string;
  readonly lines: readonly MovedLine[];
}

/** How many such payers there are, and the first of them. */
export interface Moved {
  readonly payers: number;
  readonly first: readonly MovedPayer[];
}

const NOTHING: Moved = { payers: 0, first: [] };

/**
 * Whether a fact on which a price may hang was written since a draft was begun: a booking, a pointing, a quotient, a
 * tariff, a file. It may be one of another month.
 */
export async function factsMoved(reads: Reads, run: Pick<Run, "factsMark">): Promise<boolean> {
  const found = await reads.row<{ mark: number | null }>(
    "billing_facts_mark",
    "select platform_facts_mark() as mark",
  );
  const mark = found?.mark ?? null;
  return mark === null || mark !== run.factsMark;
}

/**
 * Whom a draft charges something else than what he or she owes by now. It costs one statement where no fact was written
 * at all; otherwise the month is priced again and compared, charge by charge.
 */
export async function movedSince(reads: Reads, owed: OwedCharges, run: Run): Promise<Moved> {
  if (!(await factsMoved(reads, run))) return NOTHING;
  const owing = await payersOfMonth(reads, owed, run.month, null);
  const drafted = await draftedPayers(reads, run);
  const payers = nextPayers(owing, drafted, owing.length + drafted.length);
  const moved = new Map<string, MovedLine[]>();
  for (let batch = payersAfter(payers, null, BATCH); batch.length > 0;) {
    const now = await prepareBatch(reads, owed, run.month, null, batch);
    for (const line of await linesMoved(reads, run, now)) {
      const known = moved.get(payerKey(line));
      if (known === undefined) moved.set(payerKey(line), [line]);
      else known.push(line);
    }
    batch = payersAfter(payers, batch.at(-1) ?? null, BATCH);
  }
  return { payers: moved.size, first: await named(reads, [...moved.values()].slice(0, NAMED)) };
}

/** Whom the draft charges something, or could not. */
function draftedPayers(reads: Reads, { id }: Run): Promise<PayerOfMonth[]> {
  return reads.rows<PayerOfMonth>(
    "billing_drafted_payers",
    `select household_id as "householdId", guardian_id as "guardianId", 0 as bookings
     from (select household_id, guardian_id from charge where run_id = $1
           union
           select household_id, guardian_id from billing_oddity where run_id = $1 and kind = 'unpriced') payer
     order by household_id, guardian_id`,
    [id],
  );
}

async function named(reads: Reads, payers: readonly (readonly MovedLine[])[]): Promise<MovedPayer[]> {
  const first = payers.flatMap(([line]) => line ?? []);
  const names = await reads.rows<Payer & { household: string; payer: string }>(
    "billing_moved_names",
    `select p.household_id as "householdId", p.guardian_id as "guardianId", coalesce(h.label, '') as household,
            coalesce(g.first_name || ' ' || g.last_name, '') as payer
     from unnest($1::uuid[], $2::uuid[]) as p (household_id, guardian_id)
     left join families_household_card h on h.household_id = p.household_id
     left join lateral (select first_name, last_name from families_guardian_card
                        where guardian_id = p.guardian_id limit 1) g on true`,
    [first.map(({ householdId }) => householdId), first.map(({ guardianId }) => guardianId)],
  );
  const known = new Map(names.map((name) => [payerKey(name), name]));
  return payers.flatMap((lines) => {
    const name = lines[0] && known.get(payerKey(lines[0]));
    return name === undefined ? [] : [{ ...name, lines }];
  });
}
