import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answer, RawInput } from "#platform";
import { htmlOf, sent, visitTo } from "../../../test/builders/visit.tsx";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { paymentsRoutes } from "../routes.ts";
import type { GatewayOf } from "../settings/setting.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const now = Temporal.Instant.from("2026-11-13T08:00:00Z");
const text = (answer: Answer) =>
  htmlOf(answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");

function handle(gatewayOf: GatewayOf, method: "GET" | "POST", path: string) {
  const found = paymentsRoutes(gatewayOf).find((one) => one.method === method && one.path === path);
  if (found === undefined) throw new Error(`No route ${method} ${path}`);
  return found;
}

test("a look-up that breaks or is not answered: the payer who comes back is told so, and what came is kept", async () => {
  const order = await paying.order();
  await paying.open(order, now);
  const claire = (minutes: number) => paying.claire(now.add({ minutes }));
  const ask = (method: "GET" | "POST", path: string, minutes: number, parts: Partial<RawInput> = {}) =>
    handle(() => paying.gateway, method, path).handle(
      claire(minutes),
      sent({ params: { attempt: order.id }, ...parts }),
    );
  const broken: GatewayOf = () => {
    throw new Error("no such service");
  };
  const visitor = visitTo(paying.town, { now: now.add({ minutes: 2 }) });
  const back = { query: { idop: paying.gateway.last().reference } };
  expect(await handle(broken, "GET", "/paiement/retour").handle(visitor, sent(back))).toMatchObject({
    kind: "redirect",
    to: `/paiements/${order.id}?verification=echouee`,
  });
  const told = await ask("GET", "/paiements/:attempt", 2, { query: { verification: "echouee" } });
  expect(text(told)).toContain("Nous n’avons pas pu interroger PayFiP à l’instant");
  const { database } = paying.town;
  const kept = await database.read((reads) =>
    reads.row<{ facts: object }>(
      "test_failed_look_up",
      "select facts from journal_entry where act = 'payments.look-up-failed' and object_id = $1",
      [order.id],
    ),
  );
  expect(kept?.facts).toEqual({ cause: "return", error: "Error: no such service" });
  paying.gateway.fault = { code: "unavailable", reason: "HTTP 502", retryAfterMinutes: 30, raw: "<html>" };
  await ask("POST", "/paiements/:attempt/verifier", 4);
  expect(text(await ask("GET", "/paiements/:attempt", 4))).toContain(
    "PayFiP n’a pas répondu à 9 h 04 : nous lui redemandons à 9 h 34.",
  );
  const raw = await database.read((reads) =>
    reads.row<{ raw: string }>("test_raw", "select raw from look_up_entry where attempt_id = $1", [order.id]),
  );
  expect(raw?.raw).toBe("<html>");
});
