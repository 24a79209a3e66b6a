import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer, RawInput } from "#platform";

import { htmlOf, sent } from "../../../test/builders/visit.tsx";
import { basketTown, type BasketTown } from "../../../test/payments/basket-town.ts";
import { paymentsRoutes } from "../routes.ts";

let at: BasketTown;
beforeAll(async () => {
  at = await basketTown();
}, 60_000);
afterAll(() => at.paying.town.close());

/** Each test has a day of the centre of its own. */
let day = -1;
beforeEach(() => {
  day += 1;
});
const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
const after = (minutes: number) => start.add({ minutes: 300 * day + minutes });
const home = () => at.paying.home;
const claire = (minutes: number) => at.as(home(), after(minutes));

async function read(path: string, visit: Visit, parts: Partial<RawInput> = {}): Promise<string> {
  const found = paymentsRoutes(() => at.paying.gateway).find(
    (one) => one.method === "GET" && one.path === path,
  );
  if (found === undefined) throw new Error(`No route ${path}`);
  const answer: Answer = await found.handle(visit, sent(parts));
  return htmlOf(answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");
}

async function paying() {
  expect(await at.send(home(), "book", at.slot("Sortie", day), after(0))).toBe("held");
  expect(await at.send(home(), "book", at.slot("Journée", day), after(0))).toBe("held");
  const order = await at.order(home(), after(1));
  expect(await at.pay(home(), order, after(1))).toMatchObject({ ok: true });
  const page = (minutes: number) =>
    read("/paiements/:attempt", claire(minutes), { params: { attempt: order.id } });
  return { order, page, service: at.paying.gateway.last() };
}

test("the basket names its payer and what the account owes, and tells a free place as such", async () => {
  expect(await at.send(home(), "book", at.slot("Sortie", day), after(0))).toBe("held");
  expect(await at.send(home(), "book", at.slot("Journée", day), after(0))).toBe("held");
  const page = await read("/panier", claire(1));
  expect(page).toContain("Compte de Claire Lefebvre");
  expect(page).toContain("gratuit");
  expect(page).toContain("Vous devez déjà 70,00 €");
  expect(page).toContain("Payer 12,40 €");
});

test("no answer in twenty minutes: the page says what becomes of the places; paid late, that they are booked", async () => {
  const { page, service, order } = await paying();
  expect(await page(5)).toContain("Vos places restent gardées jusqu’à la réponse de PayFiP");
  const late = await page(22);
  expect(late).toContain("PayFiP n’a pas confirmé ce paiement");
  expect(late).toContain("elles sont réservées si elles sont encore libres");
  await at.expire(after(23));
  service.end = "paid";
  expect(await at.look(order.id, after(39))).toBe("paid");
  expect(await page(40)).toContain("2 places avaient été rendues : elles étaient encore libres");
  const agents = await read("/agent/paiements", { ...claire(41), ...at.paying.agent() });
  expect(agents).toContain("Places confirmées trop tard");
  expect(agents).toMatch(/Journée[^€]*12,40 €, réservée/i);
});

test("refused: the page leads back to the basket, where the places still kept are", async () => {
  const { page, service, order } = await paying();
  service.end = "refused";
  await at.look(order.id, after(3));
  expect(await page(4)).toContain("Les places qui sont encore gardées sont dans votre panier");
  expect(await read("/panier", claire(4))).toContain("Payer 12,40 €");
});
