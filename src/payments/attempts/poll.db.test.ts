import { afterAll, beforeAll, expect, test } from "vitest";

import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { pollAttempts } from "./poll.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");

test("attempts about which the client breaks, however many, keep no other from its turn", async () => {
  const order = await paying.order();
  expect(await paying.open(order, start)).toMatchObject({ ok: true });
  // More than one turn takes, all due earlier.
  await paying.town.database.write((writes) =>
    writes.run(
      "test_broken_attempts",
      `insert into payment_attempt (id, household_id, guardian_id, account_id, by_label, email, setting_id, refdet,
                                    amount_cents, year, state, at, reference, page_url, next_look_up)
       select gen_random_uuid(), household_id, guardian_id, account_id, by_label, email, setting_id, refdet || n,
              amount_cents, year, 'expired', at, gen_random_uuid()::text, page_url, $2
       from payment_attempt, generate_series(100, 179) n where id = $1`,
      [order.id, start.toString()],
    ),
  );
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
  for (const minutes of [6, 7, 8]) {
    const now = start.add({ minutes });
    const context = { database: paying.town.database, authority: paying.town.authority, now };
    await pollAttempts(context, () => breaking).catch(() => undefined);
  }
  const paid = await paying.town.database.read((reads) =>
    reads.row<{ state: string }>("test_poll_state", "select state from payment_attempt where id = $1", [
      order.id,
    ]),
  );
  expect(paid?.state).toBe("paid");
});
