import { afterAll, beforeAll, expect, test } from "vitest";

import { balanceOn } from "#billing";
import { cents, type Id } from "#kernel";
import { newId } from "../../../test/builders/canteen.ts";
import { htmlOf, sent } from "../../../test/builders/visit.tsx";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { lookUp } from "../attempts/look-up.ts";
import { paymentsRoutes } from "../routes.ts";
import { recordRefund, recordReversal } from "./refund.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
const balance = () =>
  paying.town.database.read((reads) => balanceOn(reads, paying.payer, Temporal.PlainDate.from("2030-01-01")));
const openSum = async () => (await paying.owed()).reduce((sum, { shown }) => sum + shown, 0);

/** Two attempts of the same documents are paid: the second is credit. */
test("what is owed can be paid: refund of a credit, then its payment bounces", async () => {
  const look = (attempt: Id<"attempt">, minutes: number) =>
    lookUp(
      { database: paying.town.database, authority: paying.town.authority, now: start.add({ minutes }) },
      () => paying.gateway,
      { attempt, cause: "poll" },
    );
  const first = await paying.order();
  await paying.open(first, start);
  const one = paying.gateway.last();
  expect(await look(first.id, 25)).toBe("expired");
  const second = await paying.order();
  expect(await paying.open(second, start.add({ minutes: 26 }))).toMatchObject({ ok: true });
  one.end = "paid";
  paying.gateway.last().end = "paid";
  expect(await look(first.id, 30)).toBe("paid");
  expect(await look(second.id, 30)).toBe("paid");
  expect(await balance()).toBe(-7000);
  const paid = await paying.town.database.read((reads) =>
    reads.row<{ id: Id<"payment"> }>("test_paid", "select id from payment where attempt_id = $1", [
      second.id,
    ]),
  );
  if (paid === undefined) throw new Error("no payment");
  // The receipt of the second says what it did: it paid off nothing, and is all in the payer's favour.
  const route = paymentsRoutes(() => paying.gateway).find(
    ({ method, path }) => method === "GET" && path === "/paiements/:attempt",
  );
  const receipt = await route?.handle(
    paying.claire(start.add({ minutes: 31 })),
    sent({ params: { attempt: second.id } }),
  );
  if (receipt === undefined) throw new Error("no receipt");
  const words = htmlOf(receipt).replaceAll(/<[^>]+>/g, " ");
  expect(words.replaceAll(/[\s\u00a0\u202f]+/g, " ")).toMatch(
    /Mis en votre faveur ce jour-là, pour vos prochaines factures : 70,00 €/,
  );
  const refund = { id: newId<"refund">(), payment: paid.id, cents: cents(7000), means: "transfer" as const };
  expect(await recordRefund(paying.agent(), { ...refund, reason: "Payé deux fois" })).toMatchObject({
    ok: true,
  });
  expect(await balance()).toBe(0);
  // The debit that had been given back bounces: 70,00 € are owed, and the family must be able to pay them.
  const day = Temporal.PlainDate.from("2026-12-20");
  await recordReversal(paying.agent(), { id: newId<"reversal">(), payment: paid.id, day, reason: "Rejet" });
  expect(await balance()).toBe(7000);
  expect(await openSum()).toBe(await balance());
});
