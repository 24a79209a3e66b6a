import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { accountReach, balanceOn } from "#billing";
import { cents, type Id } from "#kernel";
import { newId } from "../../../test/builders/canteen.ts";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { reaches } from "../advances/open-advance.ts";
import { settleAnomaly } from "../anomalies/anomalies.ts";
import { attemptWithin } from "./attempt.ts";
import { settling } from "./settling.ts";
import { recordRefund, recordReversal } from "../received/refund.ts";
import { takeNotification } from "./hints.ts";
import { lookUp } from "./look-up.ts";
import { openAttempt } from "./open-attempt.ts";
import { pollAttempts } from "./poll.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
let hours = 0;
/** Each test a day later: nothing of the one before is alive. */
let morning = start;
beforeEach(() => {
  hours += 24;
  morning = start.add({ hours });
  paying.gateway.fault = null;
});

const after = (minutes: number) => morning.add({ minutes });
const context = (minutes: number) => ({
  database: paying.town.database,
  authority: paying.town.authority,
  now: after(minutes),
});
const look = (attempt: Id<"attempt">, minutes: number, cause: "poll" | "return" = "poll") =>
  lookUp(context(minutes), () => paying.gateway, { attempt, cause });
const balance = () =>
  paying.town.database.read((reads) => balanceOn(reads, paying.payer, Temporal.PlainDate.from("2030-01-01")));
const count = (table: string, id: Id<"attempt">) =>
  paying.town.database.read(async (reads) => {
    const row = await reads.row<{ count: number }>(
      `test_count_${table}`,
      `select count(*) as count from ${table} where attempt_id = $1`,
      [id],
    );
    return row?.count;
  });

async function opened(changes: Parameters<PayingTown["order"]>[0] = {}) {
  const order = await paying.order(changes);
  const sent = await paying.open(order, morning);
  if (!sent.ok) throw new Error(sent.refusal.code);
  return { order, known: paying.gateway.last(), sent: sent.value };
}

test("one attempt at a time for a document; the same form sent twice opens one", async () => {
  const { order, known, sent } = await opened();
  expect(known.order.refdet).toMatch(/^202600000[12]\d{8}$/);
  expect(known.order.amount).toBe(7000);
  const count1 = paying.gateway.opened.length;
  expect(await paying.open(order, after(1))).toEqual({ ok: true, value: sent });
  expect(paying.gateway.opened).toHaveLength(count1);
  const again = await paying.open(await paying.order(), after(2));
  expect(again).toMatchObject({ ok: false, refusal: { code: "under-way", attempt: { id: order.id } } });
  // Nothing is known after twenty minutes: the next may begin, and pays.
  expect(await look(order.id, 19)).toBe("open");
  expect(await look(order.id, 20)).toBe("expired");
  const next = await paying.open(await paying.order(), after(21));
  expect(next.ok).toBe(true);
  paying.gateway.last().end = "refused";
  await pollAttempts(context(30), () => paying.gateway);
});

test("ten forms at the same instant open one attempt", async () => {
  const orders = await Promise.all(Array.from({ length: 10 }, () => paying.order()));
  const sent = await Promise.all(orders.map((order) => paying.open(order, morning)));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  paying.gateway.last().end = "gone";
  const won = orders[sent.findIndex(({ ok }) => ok)];
  expect(await look(won?.id ?? newId<"attempt">(), 5)).toBe("gone");
});

test("another family's document, an amount changed, a document settled since: nothing is opened", async () => {
  const owed = await paying.owed();
  const [first] = owed;
  if (first === undefined) throw new Error("nothing owed");
  const known = paying.gateway.opened.length;
  const foreign = await openAttempt(paying.odile(), await paying.order(), () => paying.gateway);
  expect(foreign).toMatchObject({ ok: false, refusal: { code: "unknown" } });
  const mixed = await paying.order({
    householdId: paying.other.id,
    guardianId: paying.other.guardians[0]?.id ?? newId<"guardian">(),
  });
  expect(await openAttempt(paying.odile(), mixed, () => paying.gateway)).toMatchObject({
    refusal: { code: "changed" },
  });
  for (const shown of [cents(1), cents(first.shown + 1)])
    expect(await paying.open(await paying.order({ chosen: [{ ...first, shown }] }), morning)).toMatchObject({
      refusal: { code: "changed" },
    });
  for (const part of [cents(99), cents(first.shown - 99), cents(first.shown + 1), cents(-500), cents(0)])
    expect(await paying.open(await paying.order({ chosen: [first], part }), morning)).toMatchObject({
      refusal: { code: "amount", least: 100 },
    });
  expect(paying.gateway.opened).toHaveLength(known);
  const noted = await paying.town.database.read((reads) =>
    reads.rows(
      "test_refused_orders",
      `select by_label as by, facts->>'code' as code from journal_entry where act = 'payments.order-refused' order by at, id`,
    ),
  );
  expect(noted.slice(-4)).toEqual([
    { by: "Odile Bernard", code: "unknown" },
    { by: "Odile Bernard", code: "changed" },
    { by: "Claire Lefebvre", code: "changed" },
    { by: "Claire Lefebvre", code: "changed" },
  ]);
});

test("who has left the household pays what he or she owes there, and follows the payment", async () => {
  const { actor, ...visit } = paying.claire(morning);
  const gone = {
    ...visit,
    actor: { ...actor, guardian: { ...actor.guardian, householdIds: [newId<"household">()] } },
  };
  const order = await paying.order();
  expect(await openAttempt(gone, order, () => paying.gateway)).toMatchObject({ ok: true });
  const reach = accountReach(gone.actor);
  const seen = await paying.town.database.read(async (reads) => [
    (await attemptWithin(reads, reach, order.id))?.id,
    (await settling.underWay(reads, reach)).map(({ href }) => href),
  ]);
  expect(seen).toEqual([order.id, [`/paiements/${order.id}`]]);
  expect(reaches(gone.actor, paying.payer)).toBe(false);
  paying.gateway.last().end = "gone";
  await look(order.id, 5);
});

test("where no part is allowed, a form that asks for one opens nothing; where nothing is open, nothing", async () => {
  await paying.setting({ partAllowed: false });
  expect(await paying.open(await paying.order({ part: cents(100) }), morning)).toMatchObject({
    refusal: { code: "changed" },
  });
  await paying.setting({ opened: false });
  expect(await paying.open(await paying.order(), morning)).toMatchObject({ refusal: { code: "closed" } });
  await paying.setting();
});

test.each(["test", "activation"] as const)(
  "in %s no money moves: nothing is paid outside a demonstration",
  async (mode) => {
    await paying.setting({ mode });
    expect(await paying.open(await paying.order(), morning)).toMatchObject({ refusal: { code: "closed" } });
    await paying.setting();
  },
);

test("a service that does not answer holds nothing", async () => {
  paying.gateway.fault = { code: "unavailable", reason: "HTTP 502", retryAfterMinutes: 30 };
  const order = await paying.order();
  expect(await paying.open(order, morning)).toMatchObject({ refusal: { code: "gateway" } });
  paying.gateway.fault = null;
  const next = await opened();
  next.known.end = "gone";
  await look(next.order.id, 5);
});

test("paid, told by everybody at the same instant: one payment, one entry, one announcement", async () => {
  await paying.bill("2026-08", 500);
  const before = await balance();
  const [first] = await paying.owed();
  if (first === undefined) throw new Error("nothing owed");
  const { order, known } = await opened({ chosen: [first] });
  known.end = "paid";
  await Promise.all(Array.from({ length: 8 }, () => look(order.id, 4, "return")));
  expect(await balance()).toBe(before - first.shown);
  expect(await count("payment", order.id)).toBe(1);
  expect(await count("look_up_entry", order.id)).toBe(8);
  const told = await paying.town.pool.query(
    `select 1 from graphile_worker._private_jobs
     where payload->>'type' = 'payments.received' and payload->'facts'->>'payment' = $1`,
    [order.id],
  );
  expect(told.rowCount).toBe(1);
  // What it pays is settled, and the next form cannot ask for it.
  expect((await paying.owed()).map(({ invoice }) => invoice)).not.toContain(first.invoice);
  expect(await look(order.id, 60)).toBe("paid");
});

test("late truth: expired, paid by another attempt since, then said to be paid: a credit, that can be given back", async () => {
  await paying.bill("2026-07", 1500);
  const chosen = (await paying.owed()).filter(({ shown }) => shown === 1500);
  const late = await opened({ chosen });
  expect(await look(late.order.id, 25)).toBe("expired");
  const second = await paying.open(await paying.order({ chosen }), after(26));
  expect(second.ok).toBe(true);
  paying.gateway.last().end = "paid";
  await pollAttempts(context(40), () => paying.gateway);
  const between = await balance();
  late.known.end = "paid";
  expect(await look(late.order.id, 600)).toBe("paid");
  expect(await balance()).toBe(between - 1500);

  const payment = (
    await paying.town.database.read((reads) =>
      reads.row<{ id: Id<"payment"> }>("test_payment", "select id from payment where attempt_id = $1", [
        late.order.id,
      ]),
    )
  )?.id;
  if (payment === undefined) throw new Error("no payment");
  const refund = {
    id: newId<"refund">(),
    payment,
    cents: cents(1),
    means: "transfer" as const,
    reason: "Trop-perçu",
  };
  const rest = await balance();
  // What settles other documents is not given back.
  if (rest >= 0)
    expect(await recordRefund(paying.agent(), refund)).toMatchObject({
      refusal: { code: "too-much", most: 0 },
    });
  // The debit bounces: owed again, once.
  for (const _ of [1, 2])
    expect(
      await recordReversal(paying.agent(), {
        id: newId<"reversal">(),
        payment,
        day: Temporal.PlainDate.from("2026-12-20"),
        reason: "Provision insuffisante",
      }),
    ).toMatchObject({ ok: true });
  expect(await balance()).toBe(between);
  expect(await recordRefund(paying.agent(), refund)).toMatchObject({ refusal: { code: "bounced" } });
});

test("a difference touches no account, until an agent says what it is", async () => {
  await paying.bill("2026-06", 900);
  const chosen = (await paying.owed()).filter(({ shown }) => shown === 900);
  const before = await balance();
  const { order, known } = await opened({ chosen });
  known.end = "paid";
  known.changed = { amount: cents(90) };
  for (const minutes of [4, 5]) expect(await look(order.id, minutes)).toBe("differing");
  expect(await balance()).toBe(before);
  expect(await count("payment", order.id)).toBe(0);
  expect(await count("payment_anomaly", order.id)).toBe(1);
  const waiting = await paying.town.database.read((reads) =>
    reads.row<{ id: Id<"anomaly"> }>("test_anomaly", "select id from payment_anomaly where attempt_id = $1", [
      order.id,
    ]),
  );
  const settled = {
    anomaly: waiting?.id ?? newId<"anomaly">(),
    outcome: "recorded" as const,
    why: "Vu au relevé",
  };
  for (const _ of [1, 2]) expect(await settleAnomaly(paying.agent(), settled)).toMatchObject({ ok: true });
  expect(await balance()).toBe(before - 90);
});

test("a notification only has the service asked; a flood asks once; an unknown one leaves a line", async () => {
  await paying.bill("2026-05", 800);
  const chosen = (await paying.owed()).filter(({ shown }) => shown === 800);
  const { order, known } = await opened({ chosen });
  const { lookUps } = paying.gateway;
  const hint = { ...context(1), address: "192.0.2.9" };
  await Promise.all(Array.from({ length: 20 }, () => takeNotification(hint, known.reference)));
  expect(paying.gateway.lookUps).toBe(lookUps);
  const jobs = await paying.town.pool.query(
    `select 1 from graphile_worker._private_jobs
     where payload->>'type' = 'payments.notified' and payload->'facts'->>'attempt' = $1`,
    [order.id],
  );
  expect(jobs.rowCount).toBe(1);
  await takeNotification(hint, newId<"attempt">());
  await takeNotification(hint, null);
  const lines = await paying.town.database.read((reads) =>
    reads.rows("test_lines", "select act from journal_entry where act = 'payments.unknown-notification'"),
  );
  expect(lines).toHaveLength(2);
  // Asked a moment ago, it is asked again by the next job: what happened since is not missed.
  known.end = "paid";
  await pollAttempts(context(2), () => paying.gateway);
  expect(await count("payment", order.id)).toBe(1);
});

test("a clock that is finer than the database's opens the page all the same", async () => {
  const order = await paying.order();
  expect(await paying.open(order, morning.add({ nanoseconds: 123_456_789 }))).toMatchObject({ ok: true });
});
