import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { balanceOn } from "#billing";
import { cents, parisDate } from "#kernel";
import { newId } from "../../../test/builders/canteen.ts";
import { deskTown, type DeskTown } from "../../../test/payments/desk-town.ts";
import { closeDay } from "./close-day.ts";
import { correctPayment, refundAtDesk } from "./correct-payment.ts";
import { depositAtTreasury } from "./deposit.ts";
import { recordRefund } from "../received/refund.ts";
import { holdingsNow } from "./holdings.ts";
import { journalLines } from "./journal.ts";
import { rehearsePayment, takePayment } from "./take-payment.ts";

let desk: DeskTown;
beforeAll(async () => {
  desk = await deskTown();
}, 60_000);
afterAll(() => desk.town.close());

let now = Temporal.Instant.from("2026-12-03T09:00:00Z");
/** Each test a day later: the day before may be closed. */
beforeEach(async () => {
  now = now.add({ hours: 24 });
  await desk.setting();
});

const visit = (actor = desk.nadia) => desk.visit(actor, now);
const take = (changes: Parameters<DeskTown["order"]>[0] = {}, actor = desk.nadia) =>
  takePayment(visit(actor), desk.order(changes));
const balance = () =>
  desk.town.database.read((reads) => balanceOn(reads, desk.payer, Temporal.PlainDate.from("2030-01-01")));
const holdings = () => desk.town.database.read((reads) => holdingsNow(reads, desk.regie));
const today = () => parisDate(now);

/** An invoice of its own: so much of canteen, so much of care. */
let months = 0;
async function billed(canteen: number, care: number) {
  const known = new Set((await desk.owed()).map(({ id }) => id));
  for (const [of, amount] of [["canteen", canteen] as const, ["care", care] as const]) {
    months += 1;
    if (amount > 0)
      await desk.bill(Temporal.PlainYearMonth.from("2020-01").add({ months }).toString(), amount, of);
  }
  return (await desk.owed()).filter(({ id }) => !known.has(id)).map(({ id }) => id);
}
async function taken(changes: Parameters<DeskTown["order"]>[0]) {
  const done = await take(changes);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

test("cash, with change; numbers follow each other; sent ten times at once, counted once; a rehearsal writes nothing", async () => {
  const order = desk.order({ cents: cents(1240), handed: cents(2000) });
  const before = await balance();
  const rehearsed = await rehearsePayment(visit(), order);
  expect(rehearsed).toMatchObject({ ok: true, value: { number: 1, change: 760, credit: 0 } });
  expect(await balance()).toBe(before);
  const many = await Promise.all(Array.from({ length: 10 }, () => takePayment(visit(), order)));
  for (const one of many) expect(one).toMatchObject({ ok: true, value: { number: 1, change: 760 } });
  expect(await balance()).toBe(before - 1240);
  expect((await holdings()).cash).toBe(1240);
  expect(await take({ cents: cents(100) }, desk.martine)).toMatchObject({ value: { year: 2026, number: 2 } });
});

test("the key of a payment takes nothing else: another amount, other means or another payer are told, not lost", async () => {
  const order = desk.order({ cents: cents(300), chosen: [] });
  const first = await takePayment(visit(), order);
  if (!first.ok) throw new Error(first.refusal.code);
  const before = [await balance(), (await holdings()).cash];
  const { year, number } = first.value;
  for (const changes of [
    { cents: cents(200) },
    { means: "cheque" as const, drawer: "Claire", bank: "Banque", reference: "1" },
    { guardianId: newId<"guardian">() },
  ])
    for (const act of [rehearsePayment, takePayment])
      expect(await act(visit(), { ...order, ...changes })).toEqual({
        ok: false,
        refusal: { code: "taken", year, number },
      });
  expect([await balance(), (await holdings()).cash]).toEqual(before);
  expect(await takePayment(visit(), order)).toMatchObject({ ok: true, value: { number } });
});

test("who is not named takes nothing; neither does who only writes the settings", async () => {
  for (const actor of [desk.nobody, desk.helene, desk.claire(), { ...desk.nadia, rights: new Map() }])
    expect(await take({}, actor)).toMatchObject({ ok: false, refusal: { code: "unknown" } });
  // Somebody who only takes money corrects nothing, deposits nothing, closes nothing.
  const { payment } = await taken({ cents: cents(100) });
  const { regie } = desk;
  const martine = visit(desk.martine);
  const refused = { ok: false, refusal: { code: "unknown" } };
  expect(await correctPayment(martine, { id: newId(), regie, payment, reason: "x" })).toMatchObject(refused);
  expect(
    await closeDay(martine, { id: newId(), regie, day: today(), counted: {}, explanation: "x" }),
  ).toMatchObject(refused);
  expect(
    await depositAtTreasury(martine, { id: newId(), regie, means: "cheque", payments: [payment] }),
  ).toMatchObject(refused);
});

test("CESU pays care and no canteen, line by line, without change or credit; the rest is paid otherwise", async () => {
  const [canteen, care] = await billed(3000, 2000);
  if (canteen === undefined || care === undefined) throw new Error("not billed");
  const cesu = (amount: number, chosen = [canteen, care]) =>
    take({ means: "cesu", cents: cents(amount), chosen });
  expect(await cesu(2500)).toMatchObject({ refusal: { code: "too-much", most: 2000, owed: 5000 } });
  expect(await cesu(100, [canteen])).toMatchObject({ refusal: { code: "too-much", most: 0 } });
  expect(await take({ means: "cesu", cents: cents(500), handed: cents(600), chosen: [care] })).toMatchObject({
    refusal: { code: "handed" },
  });
  expect(await cesu(1500)).toMatchObject({
    value: { credit: 0, settles: [{ invoice: care, cents: 1500 }] },
  });
  expect(await cesu(501)).toMatchObject({ refusal: { code: "too-much", most: 500 } });
  expect(await cesu(500)).toMatchObject({ ok: true });
  expect(await take({ means: "ancv", cents: cents(100), chosen: [canteen] })).toMatchObject({
    refusal: { code: "too-much", most: 0 },
  });
});

test("one invoice of both: what cash pays first leaves the care to CESU", async () => {
  const chosen = (await desk.owed()).slice(0, 1).map(({ id }) => id);
  const [mixed] = (await desk.owed()).slice(0, 1);
  // October: 30,00 € of canteen and 20,00 € of care, of which the tests before paid a part in cash.
  expect(mixed?.open).toBeGreaterThan(2000);
  await taken({ cents: cents((mixed?.open ?? 0) - 2000), chosen });
  expect(await take({ means: "cesu", cents: cents(2001), chosen })).toMatchObject({
    refusal: { code: "too-much", most: 2000 },
  });
  expect(await take({ means: "cesu", cents: cents(2000), chosen })).toMatchObject({ ok: true });
  // What the certificate counts is what was admitted here: one care of this document, and no canteen.
  const kept = await desk.town.database.read((reads) =>
    reads.row<{ admits: Record<string, string[]> }>(
      "test_admits",
      "select admits from ledger_entry where means = 'cesu' order by id desc limit 1",
    ),
  );
  expect(kept?.admits[chosen[0] ?? ""]).toHaveLength(1);
});

test("what exceeds becomes a credit, of which the rest is given back from the till", async () => {
  const owed = Math.max(0, await balance());
  const { payment, credit } = await taken({ cents: cents(owed + 1000) });
  expect(credit).toBe(1000);
  const { regie } = desk;
  const refund = {
    id: newId<"refund">(),
    regie,
    payment,
    cents: cents(1000),
    means: "cash" as const,
    reason: "Trop",
  };
  const { cash } = await holdings();
  // The key of a refund of the back office moves nothing in the till.
  const known = { ...refund, id: newId<"refund">(), cents: cents(100), means: "transfer" as const };
  expect(await recordRefund(visit(), known)).toMatchObject({ ok: true });
  expect(await refundAtDesk(visit(), { ...refund, id: known.id })).toMatchObject({
    refusal: { code: "used" },
  });
  expect((await holdings()).cash).toBe(cash);
  expect(await refundAtDesk(visit(), { ...refund, cents: cents(1001) })).toMatchObject({
    refusal: { code: "too-much", most: 900 },
  });
  refund.cents = cents(900);
  for (const _ of [1, 2]) expect(await refundAtDesk(visit(), refund)).toMatchObject({ ok: true });
  for (const changes of [{ cents: cents(100) }, { means: "transfer" as const }])
    expect(await refundAtDesk(visit(), { ...refund, ...changes })).toEqual({
      ok: false,
      refusal: { code: "used" },
    });
  expect((await holdings()).cash).toBe(cash - 900);
  expect(await balance()).toBe(0);
  // The journal of the régie holds both: what left the till, and what the comptable paid.
  const lines = await desk.town.database.read((reads) =>
    journalLines(reads, { regie, first: today(), last: today() }),
  );
  expect(
    lines.filter(({ kind }) => kind === "refund").map((line) => [line.means, line.cents, line.held]),
  ).toEqual([
    ["transfer", -100, 0],
    ["cash", -900, -900],
  ]);
});

test("a wrong payment is reversed by an opposite entry; a cheque that was deposited leaves the till alone", async () => {
  const { regie } = desk;
  const before = await balance();
  const cheque = {
    means: "cheque" as const,
    cents: cents(2000),
    drawer: "M. Petit",
    bank: "LBP",
    reference: "42",
  };
  const first = await taken(cheque);
  const second = await taken({ ...cheque, reference: "43" });
  const held = (await holdings()).cheque;
  const correct = (payment: typeof first.payment) =>
    correctPayment(visit(), { id: newId(), regie, payment, reason: "Mauvaise famille" });
  for (const _ of [1, 2]) expect(await correct(first.payment)).toEqual({ ok: true, value: null });
  expect((await holdings()).cheque).toBe(held - 2000);
  const deposit = { id: newId<"deposit">(), regie, means: "cheque" as const, payments: [second.payment] };
  expect(
    await depositAtTreasury(visit(), { ...deposit, payments: [first.payment, second.payment] }),
  ).toMatchObject({ refusal: { code: "changed" } });
  for (const _ of [1, 2]) expect(await depositAtTreasury(visit(), deposit)).toMatchObject({ ok: true });
  for (const changes of [
    { payments: [first.payment, second.payment] },
    { means: "cash" as const, announced: cents(100), counted: { "100": 1 }, explanation: "" },
  ])
    expect(await depositAtTreasury(visit(), { ...deposit, ...changes })).toMatchObject({
      refusal: { code: "used", year: 2026 },
    });
  expect((await holdings()).cheque).toBe(held - 4000);
  expect(await correct(second.payment)).toMatchObject({ ok: true });
  expect((await holdings()).cheque).toBe(held - 4000);
  expect(await balance()).toBe(before);
});

test("cash is deposited as it was counted, the difference explained, and never more than there is", async () => {
  const { regie } = desk;
  await taken({ cents: cents(3000) });
  const { cash } = await holdings();
  const deposit = (counted: Record<string, number>, announced: number, explanation = "") =>
    depositAtTreasury(visit(), {
      ...{ id: newId(), regie, means: "cash", announced: cents(announced), counted, explanation },
    });
  expect(await deposit({}, 0)).toMatchObject({ refusal: { code: "nothing" } });
  expect(await deposit({ "50000": 9 }, 450_000)).toMatchObject({ refusal: { code: "cash", cash } });
  expect(await deposit({ "1000": 2, "500": 1 }, 3000)).toMatchObject({
    refusal: { code: "unexplained", difference: -500 },
  });
  expect(await deposit({ "1000": 2, "500": 1 }, 3000, "Un billet manque")).toMatchObject({ ok: true });
  expect((await holdings()).cash).toBe(cash - 2500);
});

test("a closed day takes nothing more; a difference of cash becomes an entry, explained", async () => {
  const { regie } = desk;
  await taken({ cents: cents(1500) });
  const { cash, cheque, cesu } = await holdings();
  const counted = { cash: cents(cash - 300), cheque, cesu };
  const close = (explanation: string, day = today(), id = newId<"closing">()) =>
    closeDay(visit(), { id, regie, day, counted, explanation });
  expect(await close("x", today().add({ days: 1 }))).toMatchObject({ refusal: { code: "to-come" } });
  expect(await close("")).toMatchObject({ refusal: { code: "unexplained" } });
  const id = newId<"closing">();
  for (const _ of [1, 2]) expect(await close("3 € manquent", today(), id)).toMatchObject({ ok: true });
  expect((await holdings()).cash).toBe(cash - 300);
  const { day } = { day: today() };
  const closed = { ok: false, refusal: { code: "closed", until: day } };
  // The same form that counts something else now changes nothing, and says so.
  counted.cash = cents(cash - 200);
  expect(await close("2 € manquent", today(), id)).toEqual(closed);
  expect(await take({ cents: cents(100) })).toEqual(closed);
  expect(await close("x", today().subtract({ days: 1 }))).toEqual(closed);
  expect(
    await refundAtDesk(visit(), {
      ...{ id: newId(), regie, payment: newId(), cents: cents(1), means: "cash", reason: "x" },
    }),
  ).toEqual(closed);
  now = now.add({ hours: 24 });
  expect(await take({ cents: cents(100) })).toMatchObject({ ok: true });
});

test("what the act does not allow is refused: before the opening, another means, another family's invoice", async () => {
  await desk.setting({ openedOn: Temporal.PlainDate.from("2027-06-01") });
  expect(await take()).toMatchObject({ refusal: { code: "not-opened" } });
  await desk.setting({ means: ["cash"] });
  expect(await take({ means: "cheque" })).toMatchObject({ refusal: { code: "means" } });
  expect(await take({ chosen: [newId()] })).toMatchObject({ refusal: { code: "settled" } });
  for (const amount of [0, -100, 10_000_000])
    expect(await take({ cents: cents(amount) })).toMatchObject({ refusal: { code: "amount" } });
  expect(await take({ cents: cents(500), handed: cents(400) })).toMatchObject({
    refusal: { code: "handed" },
  });
});

test("a régie of one site takes what that site is owed, no more and no credit", async () => {
  // Takes up the credit of the tests before.
  await billed(500_000, 0);
  await desk.setting({ siteIds: [desk.care.siteId] });
  const chosen = await billed(1000, 600);
  expect(await take({ cents: cents(601), chosen })).toMatchObject({
    refusal: { code: "too-much", most: 600 },
  });
  expect(await take({ cents: cents(600), chosen })).toMatchObject({ value: { credit: 0 } });
});
