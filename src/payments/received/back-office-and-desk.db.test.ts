import { afterAll, beforeAll, expect, test } from "vitest";

import { balanceOn } from "#billing";
import { cents, parisDate, type Id } from "#kernel";
import { newId } from "../../../test/builders/canteen.ts";
import { deskTown, type DeskTown } from "../../../test/payments/desk-town.ts";
import { askRefund, giveBack } from "../advances/refund-request.ts";
import { closeDay, expectedOn } from "../desk/close-day.ts";
import { correctPayment, refundAtDesk } from "../desk/correct-payment.ts";
import { takePayment } from "../desk/take-payment.ts";
import { recordRefund } from "./refund.ts";

let desk: DeskTown;
beforeAll(async () => {
  desk = await deskTown();
}, 60_000);
afterAll(() => desk.town.close());

const now = Temporal.Instant.from("2026-12-03T10:00:00Z");
const visit = () => desk.visit(desk.nadia, now);
const today = parisDate(now);
const refundsOf = (payment: Id<"payment">) =>
  desk.town.database.read((reads) =>
    reads.rows(
      "test_refund_entries",
      `select day::text, means, amount_cents as cents, held_cents as held
       from desk_entry where payment_id = $1 and kind = 'refund' order by id`,
      [payment],
    ),
  );

async function taken(amount: number) {
  const done = await takePayment(visit(), desk.order({ cents: cents(amount) }));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.payment;
}

test("régies and accounts are held in one order: the back office and the desk, all at once, never wait for each other", async () => {
  // What is owed, and enough besides that every act finds what it gives back, whichever comes first.
  await taken(8000);
  for (let turn = 0; turn < 5; turn += 1) {
    const [one, two] = [await taken(1000), await taken(1000)];
    const back = { means: "transfer" as const, cents: cents(400), reason: "Trop" };
    const request = newId<"refundRequest">();
    const asked = { id: request, payer: desk.payer, amount: cents(300) };
    expect(await askRefund({ ...visit(), actor: desk.claire() }, asked)).toMatchObject({ ok: true });
    const done = await Promise.all([
      recordRefund(visit(), { id: newId<"refund">(), payment: one, ...back }),
      refundAtDesk(visit(), { id: newId<"refund">(), regie: desk.regie, payment: one, ...back }),
      giveBack(visit(), request, { ...back, cents: cents(300) }),
      correctPayment(visit(), { id: newId<"reversal">(), regie: desk.regie, payment: two, reason: "Erreur" }),
      takePayment(visit(), desk.order({ cents: cents(500) })),
    ]);
    expect(done.at(-1)).toMatchObject({ ok: true });
    // Else the request waits, and the family may not ask again.
    expect(done[2]).toMatchObject({ ok: true });
    // Whatever the order in which they came, what was given back was there, and the account is the sum of what was done.
    const sums = await desk.town.database.read((reads) =>
      reads.row<{ back: number; journal: number }>(
        "test_back_sums",
        `select coalesce((select sum(amount_cents) from refund), 0) as back,
                coalesce((select sum(0 - amount_cents) from desk_entry where kind = 'refund'), 0) as journal`,
      ),
    );
    expect(sums?.journal).toBe(sums?.back);
    const balance = await desk.town.database.read((reads) =>
      balanceOn(reads, desk.payer, Temporal.PlainDate.from("2030-01-01")),
    );
    expect(balance).toBeLessThanOrEqual(0);
  }
});

test("what a family asked back of a payment at the desk is told by the journal of the régie, on its next open day", async () => {
  await taken(1500);
  const id = newId<"refundRequest">();
  const asked = { id, payer: desk.payer, amount: cents(600) };
  expect(await askRefund({ ...visit(), actor: desk.claire() }, asked)).toMatchObject({ ok: true });
  const counted = await desk.town.database.read((reads) => expectedOn(reads, desk.regie, today));
  const closing = { id: newId<"closing">(), regie: desk.regie, day: today, counted, explanation: "" };
  expect(await closeDay(visit(), closing)).toMatchObject({ ok: true });
  const back = { cents: cents(600), means: "transfer" as const, reason: "Virement fait" };
  for (const _ of [1, 2]) expect(await giveBack(visit(), id, back)).toMatchObject({ ok: true });
  const given = await desk.town.database.read((reads) =>
    reads.rows<{ payment: Id<"payment">; cents: number }>(
      "test_given",
      "select payment_id as payment, amount_cents as cents from refund where reason = $1",
      [back.reason],
    ),
  );
  expect(given.reduce((sum, one) => sum + one.cents, 0)).toBe(600);
  for (const { payment, cents: amount } of given)
    expect(await refundsOf(payment)).toContainEqual({
      day: today.add({ days: 1 }).toString(),
      means: "transfer",
      cents: 0 - amount,
      held: 0,
    });
});
