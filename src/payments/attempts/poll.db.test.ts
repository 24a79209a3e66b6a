import { afterAll, beforeAll, expect, test } from "vitest";

import type { Id } from "#kernel";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { pollAttempts } from "./poll.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");

/** As many again as `of`, due at `due`; what the scripted service does not know, nobody ever paid (P1). */
const copies = (of: Id<"attempt">, count: number, due: Temporal.Instant) =>
  paying.town.database.write((writes) =>
    writes.run(
      "test_due_attempts",
      `insert into payment_attempt (id, household_id, guardian_id, account_id, by_label, email, setting_id, refdet,
                                    amount_cents, year, state, at, reference, page_url, next_look_up)
       select gen_random_uuid(), household_id, guardian_id, account_id, by_label, email, setting_id,
              (refdet::numeric * 10000000 + extract(epoch from $2::timestamptz)::bigint % 1000 * 10000 + n)::text,
              amount_cents, year, 'expired', at, gen_random_uuid()::text, page_url, $2
       from payment_attempt, generate_series(1, $3) n where id = $1`,
      [of, due.toString(), count],
    ),
  );
const poll = (now: Temporal.Instant, gateway: Gateway = paying.gateway, elapsed?: () => number) =>
  pollAttempts(
    { database: paying.town.database, authority: paying.town.authority, now },
    () => gateway,
    elapsed,
  );

test("on the day when everybody pays and no notification arrives, one turn asks about all of them, a few at a time", async () => {
  const order = await paying.order();
  const morning = start.subtract({ hours: 24 });
  expect(await paying.open(order, morning)).toMatchObject({ ok: true });
  await copies(order.id, 400, morning);
  let [asked, atOnce, most] = [0, 0, 0];
  const counting: Gateway = {
    open: (sent) => paying.gateway.open(sent),
    test: () => paying.gateway.test(),
    async lookUp(reference) {
      asked += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      const answered = await paying.gateway.lookUp(reference);
      atOnce -= 1;
      return answered;
    },
  };
  paying.gateway.last().end = "refused";
  await poll(morning.add({ minutes: 6 }), counting);
  expect(asked).toBe(401);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
});

test("a service that does not answer is not asked about thousands: the turn ends, the next one tries again", async () => {
  const order = await paying.order();
  const evening = start.subtract({ hours: 12 });
  expect(await paying.open(order, evening)).toMatchObject({ ok: true });
  await copies(order.id, 200, evening);
  const before = paying.gateway.lookUps;
  paying.gateway.fault = { code: "unavailable", reason: "HTTP 502", retryAfterMinutes: 5 };
  await poll(evening.add({ minutes: 6 }));
  expect(paying.gateway.lookUps - before).toBe(50);
  paying.gateway.fault = null;
  paying.gateway.last().end = "refused";
  await poll(evening.add({ minutes: 7 }));
  expect(paying.gateway.lookUps - before).toBe(50 + 151);
  await poll(evening.add({ minutes: 12 }));
  expect(paying.gateway.lookUps - before).toBe(50 + 151 + 50);
});

test("a service that answers slowly does not hold one of the two workers for an hour: the turn ends, the next goes on", async () => {
  const order = await paying.order();
  const noon = start.subtract({ hours: 6 });
  expect(await paying.open(order, noon)).toMatchObject({ ok: true });
  await copies(order.id, 200, noon);
  paying.gateway.last().end = "refused";
  let [asked, milliseconds] = [0, 0];
  const slow: Gateway = {
    open: (sent) => paying.gateway.open(sent),
    test: () => paying.gateway.test(),
    lookUp(reference) {
      asked += 1;
      milliseconds += 2_000;
      return paying.gateway.lookUp(reference);
    },
  };
  await poll(noon.add({ minutes: 6 }), slow, () => milliseconds);
  expect(asked).toBe(50);
  await poll(noon.add({ minutes: 7 }), slow, () => milliseconds);
  expect(asked).toBe(100);
  await poll(noon.add({ minutes: 8 }));
});

test("attempts about which the client breaks, however many, keep no other from its turn", async () => {
  const order = await paying.order();
  expect(await paying.open(order, start)).toMatchObject({ ok: true });
  // More than a batch, all due earlier.
  await copies(order.id, 80, start);
  const good = paying.gateway.last();
  good.end = "paid";
  const breaking: Gateway = {
    open: (asked) => paying.gateway.open(asked),
    test: () => paying.gateway.test(),
    lookUp: (reference) =>
      reference === good.reference
        ? paying.gateway.lookUp(reference)
        : Promise.reject(new TypeError("a bug of the client")),
  };
  for (const minutes of [6, 7, 8]) await poll(start.add({ minutes }), breaking).catch(() => undefined);
  const paid = await paying.town.database.read((reads) =>
    reads.row<{ state: string }>("test_poll_state", "select state from payment_attempt where id = $1", [
      order.id,
    ]),
  );
  expect(paid?.state).toBe("paid");
});
