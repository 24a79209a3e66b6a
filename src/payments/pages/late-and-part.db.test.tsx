import { afterAll, beforeAll, expect, test } from "vitest";

import type { Visit } from "#identity";
import { cents } from "#kernel";
import type { Answer, RawInput } from "#platform";

import { newId } from "../../../test/builders/canteen.ts";
import { htmlOf, sent } from "../../../test/builders/visit.tsx";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { paymentsRoutes } from "../routes.ts";
import { changeSetting } from "../settings/change-setting.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const now = Temporal.Instant.from("2026-11-13T08:00:00Z");
const claire = (minutes = 0) => paying.claire(now.add({ minutes }));
function ask(path: string, visit: Visit, parts: Partial<RawInput>): Promise<Answer> {
  const routes = paymentsRoutes(() => paying.gateway);
  const found = routes.find((one) => one.method === "GET" && one.path === path);
  if (found === undefined) throw new Error(`No route ${path}`);
  return found.handle(visit, sent(parts));
}
const text = (answer: Answer) =>
  htmlOf(answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");

test("a part being paid holds its own document: the other may be paid; after twenty minutes the page asks, and offers to begin again", async () => {
  const order = await paying.order({ part: cents(1000) });
  expect(await paying.open(order, now)).toMatchObject({ ok: true });
  const account = { foyer: paying.payer.householdId, payeur: paying.payer.guardianId };
  const other = text(await ask("/regler", claire(3), { query: account }));
  expect(other).toContain("Un paiement d’autres factures est en cours");
  expect(other).toContain("Payer 30,00 €");
  const [oldest] = order.chosen;
  const held = await ask("/regler", claire(3), { query: { ...account, facture: oldest?.invoice } });
  expect(text(held)).toMatch(/Un paiement est déjà en cours.*Payer autre chose.*30,00 €/);
  expect(text(held)).not.toContain("Payer 40,00 €");

  const page = async (minutes: number) =>
    text(await ask("/paiements/:attempt", claire(minutes), { params: { attempt: order.id } }));
  expect(await page(19)).toContain("Paiement en cours de confirmation");
  const late = await page(20);
  expect(late).toContain("PayFiP n’a pas confirmé ce paiement");
  expect(late).toContain("Payer de nouveau");
  // It was paid all the same: what is true is told as soon as the service says it.
  paying.gateway.last().end = "paid";
});

test("a form of the settings that was replaced since is not told as saved; a number that is not activated is refused", async () => {
  const agent = (minutes: number) => ({ ...paying.agent(), now: now.add({ minutes }) });
  const setting = {
    opened: true,
    origin: "https://payfip.exemple.fr",
    account: "123456",
    mode: "production" as const,
    partAllowed: true,
  };
  const key = newId<"gatewaySetting">();
  expect(await changeSetting(agent(1), key, setting)).toEqual({ ok: true, value: null });
  expect(await changeSetting(agent(2), key, setting)).toEqual({ ok: true, value: null });
  const otherwise = { ...setting, partAllowed: false };
  expect(await changeSetting(agent(3), key, otherwise)).toMatchObject({ refusal: { code: "used" } });
  expect(await changeSetting(agent(4), newId<"gatewaySetting">(), otherwise)).toMatchObject({ ok: true });
  expect(await changeSetting(agent(5), key, setting)).toMatchObject({ refusal: { code: "used" } });
  const unknown = { ...setting, account: "654321" };
  expect(await changeSetting(agent(6), newId<"gatewaySetting">(), unknown)).toMatchObject({
    refusal: { code: "not-activated", from: "never" },
  });
});
