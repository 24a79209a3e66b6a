import { afterAll, beforeAll, expect, test } from "vitest";

import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { ask, takeNotification } from "./hints.ts";
import { lookUp } from "./look-up.ts";
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

test("a notification that arrives while the service answers an earlier question is not forgotten by that answer", async () => {
  const order = await paying.order();
  expect(await paying.open(order, start)).toMatchObject({ ok: true });
  const known = paying.gateway.last();
  // The family asks at 60 s; the service takes its time, and then says what it knew when it was asked: nothing yet.
  const answers = Promise.withResolvers<void>();
  const slow: Gateway = {
    open: (sent) => paying.gateway.open(sent),
    test: () => paying.gateway.test(),
    async lookUp(reference) {
      const answered = await paying.gateway.lookUp(reference);
      await answers.promise;
      return answered;
    },
  };
  await paying.town.database.write((writes) => ask(writes, known.reference, context(60).now));
  const looking = lookUp(context(60), () => slow, { attempt: order.id, cause: "family" });
  await expect.poll(() => paying.gateway.lookUps).toBe(1);
  // Paid at 62 s, and told; asked two seconds ago, the service is not asked again now.
  known.end = "paid";
  await takeNotification({ ...context(62), address: "192.0.2.1" }, known.reference);
  answers.resolve();
  expect(await looking).toBe("open");
  // The job of the minute asks, not that of five minutes later.
  await pollAttempts(context(75), () => paying.gateway);
  const paid = await paying.town.database.read((reads) =>
    reads.row<{ state: string }>("test_hinted", "select state from payment_attempt where id = $1", [
      order.id,
    ]),
  );
  expect(paid?.state).toBe("paid");
});
