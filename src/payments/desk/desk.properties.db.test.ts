import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { balanceOn } from "#billing";
import { cents, parisDate, type Id } from "#kernel";
import { newId } from "../../../test/builders/canteen.ts";
import { deskTown, type DeskTown } from "../../../test/payments/desk-town.ts";
import { closeDay, expectedOn } from "./close-day.ts";
import { correctPayment, refundAtDesk } from "./correct-payment.ts";
import { depositAtTreasury, waitingItems } from "./deposit.ts";
import { holdingsNow } from "./holdings.ts";
import type { DeskMeans } from "./regie.ts";
import { takePayment } from "./take-payment.ts";

/**
 * Payments, the same form sent again, corrections, refunds, deposits and closings, in any order and as many at once as a
 * batch holds, against sums that are counted by hand from what was answered.
 */
let desk: DeskTown;
beforeAll(async () => {
  desk = await deskTown();
}, 60_000);
afterAll(() => desk.town.close());

const amount = fc.integer({ min: 1, max: 6000 });
const pick = fc.nat(9);
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant("take" as const),
      amount,
      means: fc.constantFrom<DeskMeans>("cash", "cash", "cheque", "desk_card", "cesu", "transfer"),
      copies: fc.constantFrom(1, 1, 2),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("correct" as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("refund" as const),
      pick,
      amount,
      means: fc.constantFrom("cash" as const, "transfer" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("deposit" as const), tens: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("deposit-cheques" as const), most: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant("close" as const), off: fc.integer({ min: -50, max: 50 }) }),
  },
);
const story = fc.array(fc.record({ days: fc.nat(1), acts: fc.array(act, { maxLength: 7 }) }), {
  minLength: 2,
  maxLength: 7,
});
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

let now = Temporal.Instant.from("2026-12-03T09:00:00Z");
/** What was answered « done », over all the stories: the régie and the payer are the same. */
const done = { owed: 5000, cash: 0, taken: new Map<Id<"payment">, { means: DeskMeans; cents: number }>() };
const closedDays = new Map<string, string>();

const visit = () => desk.visit(desk.nadia, now);
const { values } = Object;

async function run(one: Act): Promise<void> {
  const { regie } = desk;
  const payments = [...done.taken.keys()];
  const payment =
    "pick" in one ? payments[payments.length - 1 - (one.pick % Math.max(1, payments.length))] : undefined;
  if (one.act === "take") {
    const order = desk.order({ means: one.means, cents: cents(one.amount) });
    const all = await Promise.all(Array.from({ length: one.copies }, () => takePayment(visit(), order)));
    expect(new Set(all.map((each) => (each.ok ? each.value.number : each.refusal.code))).size).toBe(1);
    if (all[0]?.ok !== true) return;
    done.taken.set(order.id, { means: one.means, cents: one.amount });
    done.owed -= one.amount;
    if (one.means === "cash") done.cash += one.amount;
  } else if (one.act === "correct" && payment !== undefined) {
    const corrected = await correctPayment(visit(), { id: newId(), regie, payment, reason: "Essai" });
    const of = done.taken.get(payment);
    if (!corrected.ok || of === undefined) return;
    done.taken.delete(payment);
    done.owed += of.cents;
    if (of.means === "cash") done.cash -= of.cents;
  } else if (one.act === "refund" && payment !== undefined) {
    const { means } = one;
    const given = { id: newId<"refund">(), regie, payment, cents: cents(one.amount), means, reason: "Essai" };
    if (!(await refundAtDesk(visit(), given)).ok) return;
    done.owed += one.amount;
    if (means === "cash") done.cash -= one.amount;
  } else if (one.act === "deposit") {
    const counted = { "1000": one.tens };
    const deposit = { id: newId<"deposit">(), regie, means: "cash" as const, counted };
    const announced = cents(one.tens * 1000);
    if ((await depositAtTreasury(visit(), { ...deposit, announced, explanation: "" })).ok)
      done.cash -= announced;
  } else if (one.act === "deposit-cheques") {
    const waiting = await desk.town.database.read((reads) => waitingItems(reads, regie, "cheque"));
    const leaving = waiting.slice(0, one.most).map((item) => item.payment);
    await depositAtTreasury(visit(), { id: newId(), regie, means: "cheque", payments: leaving });
  } else if (one.act === "close") await close(one.off);
}

async function close(off: number): Promise<void> {
  const day = parisDate(now).subtract({ days: 1 });
  const expected = await desk.town.database.read((reads) => expectedOn(reads, desk.regie, day));
  const counted = { ...expected, cash: cents(Math.max(0, expected.cash + off)) };
  const id = newId<"closing">();
  const closed = await closeDay(visit(), { id, regie: desk.regie, day, counted, explanation: "Essai" });
  if (!closed.ok) return;
  const entry = await desk.town.database.read((reads) =>
    reads.row<{ cents: number }>(
      "test_difference",
      "select amount_cents as cents from desk_entry where source_id = $1",
      [id],
    ),
  );
  done.cash += entry?.cents ?? 0;
  closedDays.set(day.toString(), await journalOf(day.toString()));
}

async function journalOf(day: string): Promise<string> {
  const rows = await desk.town.database.read((reads) =>
    reads.rows(
      "test_journal",
      "select id, means, kind, amount_cents from desk_entry where day = $1 order by id",
      [day],
    ),
  );
  return JSON.stringify(rows);
}

async function check(): Promise<void> {
  const { database } = desk.town;
  const balance = await database.read((reads) =>
    balanceOn(reads, desk.payer, Temporal.PlainDate.from("2099-01-01")),
  );
  expect(balance).toBe(done.owed);
  const holdings = await database.read((reads) => holdingsNow(reads, desk.regie));
  expect(holdings.cash).toBe(done.cash);
  for (const held of values(holdings)) expect(held).toBeGreaterThanOrEqual(0);
  for (const means of ["cheque", "cesu"] as const) {
    const waiting = await database.read((reads) => waitingItems(reads, desk.regie, means));
    expect(holdings[means]).toBe(waiting.reduce((sum, item) => sum + item.cents, 0));
  }
  const numbers = await database.read((reads) =>
    reads.row<{ receipts: boolean; slips: boolean; sums: boolean }>(
      "test_numbers",
      `select (select coalesce(max(n), 0) = 0 from (select count(*) - max(number) as n from desk_receipt group by year) x)
                as receipts,
              (select coalesce(max(n), 0) = 0 from (select count(*) - max(number) as n from desk_deposit group by year) x)
                as slips,
              (select coalesce(sum(amount_cents), 0) from payment)
                = (select coalesce(sum(amount_cents), 0) from desk_entry where kind = 'receipt') as sums`,
    ),
  );
  expect(numbers).toEqual({ receipts: true, slips: true, sums: true });
  for (const [day, journal] of closedDays) expect(await journalOf(day)).toBe(journal);
}

test("balances, holdings and numbers are right to the cent, whatever happens at once", async () => {
  await fc.assert(
    fc.asyncProperty(story, async (batches) => {
      for (const { days, acts } of batches) {
        now = now.add({ hours: 24 * days });
        await Promise.all(acts.map(run));
        await check();
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 360_000);
