import type { SignedInVisit } from "#identity";
import { cents, ok, refuse, type Cents, type Id, type Result } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

import { holdDesk, type HoldRefusal } from "./hold-desk.ts";
import { holdingsNow, nextNumber, postDeskEntry } from "./holdings.ts";
import { depositOf } from "./journal.ts";
import type { HeldMeans } from "./regie.ts";
import { slipItems, type SlipItem } from "./slip.ts";
import { countedCents, type CashCount } from "./rules/cash-count.ts";

/** What leaves a régie for the Treasury. */
export type NewDeposit = {
  /** The form's own key: sent twice, it leaves once. */
  readonly id: Id<"deposit">;
  readonly regie: Id<"regie">;
} & (
  | {
      readonly means: "cash";
      readonly announced: Cents;
      readonly counted: CashCount;
      readonly explanation: string;
    }
  | { readonly means: Exclude<HeldMeans, "cash">; readonly payments: readonly Id<"payment">[] }
);

/** Why nothing was deposited. */
export type DepositRefusal =
  | HoldRefusal
  | { readonly code: "nothing" }
  | { readonly code: "cash"; readonly cash: Cents }
  | { readonly code: "unexplained"; readonly difference: Cents }
  /** This form has made a slip of something else already. */
  | { readonly code: "used"; readonly year: number; readonly number: number }
  /** Deposited or corrected since the page was shown. */
  | { readonly code: "changed" };

/**
 * @rule Verser ce que la régie détient
 *
 * Un versement sort de la régie ce qu’il contient, avec un bordereau numéroté : des chèques ou des titres un par un, ou des
 * espèces comptées par billets et pièces. Ce qui est compté fait foi ; un écart avec ce qui était annoncé est dit et
 * expliqué. On ne verse pas plus que ce que le journal dit en caisse : un excédent se constate à la clôture.
 *
 * Exemple : 150,00 € annoncés, 145,00 € comptés : le bordereau porte 145,00 € et l’écart de − 5,00 €.
 */
export function depositAtTreasury(
  visit: SignedInVisit,
  deposit: NewDeposit,
): Promise<Result<null, DepositRefusal>> {
  return visit.database.write(async (writes) => {
    const { id, regie, means } = deposit;
    const held = await holdDesk(writes, visit, regie);
    if (!held.ok) return held;
    const made = await madeBefore(writes, deposit);
    if (made !== undefined) return made;
    const judged = await judge(writes, deposit);
    if (!judged.ok) return judged;
    const { day } = held.value;
    const number = await nextNumber(writes, { regie, kind: "deposit", year: day.year });
    await writeDeposit(writes, visit, { deposit, day, number, ...judged.value });
    await postDeskEntry(writes, {
      ...{
        regie,
        day,
        means,
        kind: "deposit",
        cents: cents(0 - judged.value.amount),
        held: true,
        sourceId: id,
      },
      ...{ payment: null, by: visit.actor, at: visit.now },
    });
    return ok(null);
  });
}

/** The same form sent again; one that lets something else leave is told of the slip of the first. */
async function madeBefore(
  reads: Reads,
  deposit: NewDeposit,
): Promise<Result<null, DepositRefusal> | undefined> {
  const made = await depositOf(reads, deposit.regie, deposit.id);
  if (made === undefined) return undefined;
  const isSame =
    deposit.means === "cash"
      ? made.cents === countedCents(deposit.counted) && made.announced === deposit.announced
      : isSameSet(await slipItems(reads, deposit.id), deposit.payments);
  return made.means === deposit.means && isSame
    ? ok(null)
    : refuse({ code: "used", year: made.year, number: made.number });
}

const isSameSet = (items: readonly SlipItem[], payments: readonly Id<"payment">[]) =>
  items.length === new Set(payments).size && items.every(({ payment }) => payments.includes(payment));

async function judge(
  reads: Reads,
  deposit: NewDeposit,
): Promise<Result<{ amount: Cents; payments: readonly Id<"payment">[] }, DepositRefusal>> {
  if (deposit.means === "cash") {
    const amount = countedCents(deposit.counted);
    if (amount < 1) return refuse({ code: "nothing" });
    const { cash } = await holdingsNow(reads, deposit.regie);
    if (amount > cash) return refuse({ code: "cash", cash });
    const difference = cents(amount - deposit.announced);
    return difference !== 0 && deposit.explanation === ""
      ? refuse({ code: "unexplained", difference })
      : ok({ amount, payments: [] });
  }
  const { payments } = deposit;
  if (payments.length === 0) return refuse({ code: "nothing" });
  const waiting = await waitingItems(reads, deposit.regie, deposit.means);
  const leaving = waiting.filter(({ payment }) => payments.includes(payment));
  if (leaving.length !== new Set(payments).size) return refuse({ code: "changed" });
  const amount = cents(leaving.reduce((sum, one) => sum + one.cents, 0));
  return ok({ amount, payments: leaving.map(({ payment }) => payment) });
}

async function writeDeposit(
  writes: Writes,
  { actor, now, address }: SignedInVisit,
  of: {
    deposit: NewDeposit;
    day: Temporal.PlainDate;
    number: number;
    amount: Cents;
    payments: readonly Id<"payment">[];
  },
): Promise<void> {
  const { deposit, day, number, amount, payments } = of;
  const cash = deposit.means === "cash" ? deposit : null;
  await writes.run(
    "payments_deposit_write",
    `insert into desk_deposit (id, regie_id, year, number, day, means, amount_cents, announced_cents, counted,
                               explanation, account_id, by_label, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      deposit.id,
      deposit.regie,
      day.year,
      number,
      day.toString(),
      deposit.means,
      amount,
      cash?.announced ?? null,
      cash && JSON.stringify(cash.counted),
      cash?.explanation || null,
      actor.accountId,
      actor.name,
      now.toString(),
    ],
  );
  await writes.run(
    "payments_deposit_items_write",
    `insert into desk_deposit_item (payment_id, deposit_id, position)
     select item.payment_id, $1, item.position
     from unnest($2::uuid[]) with ordinality as item (payment_id, position)`,
    [deposit.id, payments],
  );
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "payments.deposited",
    objectKind: "deposit",
    objectId: deposit.id,
    facts: { regie: deposit.regie, number: `${day.year}-${number}`, cents: amount, means: deposit.means },
    address,
  });
}

/** Cheques or titles of a slip at most: what a form can name; the others wait for the next one. */
export const MOST_ITEMS = 2_000;

/** The cheques or titles that a régie holds, in the order in which they were taken, the first ones. */
export function waitingItems(
  reads: Reads,
  regie: Id<"regie">,
  means: Exclude<HeldMeans, "cash">,
): Promise<SlipItem[]> {
  return reads.rows<SlipItem>(
    "payments_desk_waiting",
    `select p.id as payment, r.year, r.number, p.day, p.amount_cents as cents, r.payer_name as payer, r.drawer, r.bank,
            r.reference
     from desk_receipt r
     join payment p on p.id = r.payment_id and p.means = $2
     left join desk_deposit_item d on d.payment_id = p.id
     left join payment_reversal b on b.payment_id = p.id
     where r.regie_id = $1 and d.payment_id is null and b.payment_id is null
     order by r.year, r.number
     limit ${MOST_ITEMS}`,
    [regie, means],
  );
}
