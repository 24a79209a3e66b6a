import { afterAll, beforeAll, expect, test } from "vitest";

import { cents } from "#kernel";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { lookUp } from "./look-up.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");

test("the same form, received twice at the same instant, asks the service for one page", async () => {
  const order = await paying.order();
  const before = paying.gateway.opened.length;
  const sent = await Promise.all([1, 2, 3].map(() => paying.open(order, start)));
  expect(paying.gateway.opened.length - before).toBe(1);
  expect(sent.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  // The same form with a part of it: back to the first, which asks the whole.
  expect(await paying.open({ ...order, part: cents(1000) }, start)).toMatchObject({
    refusal: { code: "under-way", attempt: { amount: 7000 } },
  });
  paying.gateway.last().end = "refused";
  const context = {
    database: paying.town.database,
    authority: paying.town.authority,
    now: start.add({ minutes: 5 }),
  };
  expect(await lookUp(context, () => paying.gateway, { attempt: order.id, cause: "poll" })).toBe("refused");
});
