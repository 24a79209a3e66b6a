import { afterAll, beforeAll, expect, test } from "vitest";

import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { paymentsHandlers } from "../handlers.ts";
import { takeNotification } from "./hints.ts";
import { pollAttempts } from "./poll.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
const context = (seconds: number) => ({
  database: paying.town.database,
  authority: paying.town.authority,
  now: start.add({ seconds }),
});

test("a service that says nothing keeps no other event from its turn, and what it said nothing of is asked again", async () => {
  const order = await paying.order();
  expect(await paying.open(order, start)).toMatchObject({ ok: true });
  const known = paying.gateway.last();
  known.end = "paid";
  const talks = Promise.withResolvers<void>();
  let asked = 0;
  const silent: Gateway = {
    open: (sent) => paying.gateway.open(sent),
    test: () => paying.gateway.test(),
    async lookUp(reference) {
      asked += 1;
      await talks.promise;
      return paying.gateway.lookUp(reference);
    },
  };
  const handlers = paymentsHandlers(() => silent, new URL("https://espace.exemple.fr"));
  const [onNotified] = handlers["payments.notified"] ?? [];
  if (onNotified === undefined) throw new Error("nobody listens");
  const facts = { attempt: order.id };
  await takeNotification({ ...context(0), address: "192.0.2.1" }, known.reference);
  // PayFiP's time-out is fifteen seconds, and two workers do everything: this one goes on after a moment.
  const begun = performance.now();
  await onNotified(context(0), facts);
  expect(asked).toBe(1);
  expect(performance.now() - begun).toBeLessThan(5_000);
  // What was notified is due: the job of the minute asks, whatever became of the first question.
  await pollAttempts(context(70), () => paying.gateway);
  const paid = () =>
    paying.town.database.read((reads) =>
      reads.row<{ count: number }>(
        "test_silent_paid",
        "select count(*) as count from payment where id = $1",
        [order.id],
      ),
    );
  expect(await paid()).toEqual({ count: 1 });
  talks.resolve();
  await onNotified(context(90), facts);
  expect(asked).toBe(2);
  expect(await paid()).toEqual({ count: 1 });
});

test("a question that was left behind and breaks leaves a line in the journal", async () => {
  await paying.bill("2026-11", 900);
  const order = await paying.order();
  expect(await paying.open(order, start)).toMatchObject({ ok: true });
  const breaks = Promise.withResolvers<never>();
  const silent: Gateway = {
    open: (sent) => paying.gateway.open(sent),
    test: () => paying.gateway.test(),
    lookUp: () => breaks.promise,
  };
  const handlers = paymentsHandlers(() => silent, new URL("https://espace.exemple.fr"));
  const [onNotified] = handlers["payments.notified"] ?? [];
  await onNotified?.(context(100), { attempt: order.id });
  breaks.reject(new Error("no such answer"));
  const kept = () =>
    paying.town.database.read((reads) =>
      reads.row<{ facts: object }>(
        "test_left_behind",
        "select facts from journal_entry where act = 'payments.look-up-failed' and object_id = $1",
        [order.id],
      ),
    );
  await expect
    .poll(async () => (await kept())?.facts)
    .toEqual({ cause: "notification", error: "Error: no such answer" });
});
