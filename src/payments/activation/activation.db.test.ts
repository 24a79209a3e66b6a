import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answer, RawInput } from "#platform";
import { newId } from "../../../test/builders/canteen.ts";
import { htmlOf, sent, visitTo } from "../../../test/builders/visit.tsx";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { paymentsRoutes } from "../routes.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

let minutes = 0;
const PATH = "/agent/paiements/reglages/activation";
const text = (answer: Answer) =>
  htmlOf(answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");

function ask(method: "GET" | "POST", path: string, parts: Partial<RawInput> = {}, visit = paying.agent()) {
  const found = paymentsRoutes(() => paying.gateway).find(
    (one) => one.method === method && one.path === path,
  );
  if (found === undefined) throw new Error(`No route ${method} ${path}`);
  minutes += 1;
  return found.handle({ ...visit, now: visit.now.add({ minutes }) }, sent(parts));
}
const pay = () => ask("POST", PATH, { body: { cle: newId<"activation">() } });

test("from the first trial to production: each step is paid, asked about, and dated", async () => {
  await paying.setting({ mode: "test", opened: false });
  paying.gateway.mode = "test";
  expect(await pay()).toMatchObject({ kind: "redirect", to: expect.stringContaining("idop=") });
  const known = paying.gateway.last();
  expect(known.order).toMatchObject({ amount: 100, returnUrl: "https://espace.exemple.fr/paiement/retour" });
  expect(text(await ask("GET", PATH))).toContain("Sans réponse encore");
  known.end = "paid";
  // The browser comes back without its session.
  const visitor = visitTo(paying.town);
  const routes = paymentsRoutes(() => paying.gateway);
  const back = routes.find(({ method, path }) => method === "GET" && path === "/paiement/retour");
  expect(await back?.handle(visitor, sent({ query: { idop: known.reference } }))).toMatchObject({
    kind: "redirect",
    to: PATH,
  });
  expect(text(await ask("GET", PATH))).toMatch(/Un paiement de test Fait le jeudi 12 novembre/);

  await paying.setting({ mode: "activation", opened: false });
  paying.gateway.mode = "activation";
  await pay();
  paying.gateway.last().end = "paid";
  const html = htmlOf(await ask("GET", PATH));
  const [, activation] = /activation\/([0-9a-f-]{36})\/verifier/.exec(html) ?? [];
  await ask("POST", `${PATH}/:activation/verifier`, { params: { activation } });
  const done = text(await ask("GET", PATH));
  expect(done).toMatch(/activation par carte Fait le .* Effectif le vendredi 13 novembre 2026/);
  expect(done).toMatch(/Passer en production Possible à partir du vendredi 13 novembre 2026/);
  // It settles nothing: what the family owes is as it was.
  expect(await paying.owed()).toHaveLength(2);

  paying.gateway.fault = { code: "refused", serviceCode: "T4", text: "numcli sans accès", raw: "" };
  expect(await pay()).toMatchObject({ kind: "redirect", to: PATH });
  expect(text(await ask("GET", PATH))).toContain("numcli sans accès (T4)");
  paying.gateway.fault = null;
  await paying.setting();
  const known2 = paying.gateway.opened.length;
  expect(await pay()).toMatchObject({ kind: "redirect", to: PATH });
  expect(paying.gateway.opened).toHaveLength(known2);
  expect(await ask("GET", PATH, {}, paying.agent(["payments.write"]))).toMatchObject({ kind: "not-found" });
});

test("production is refused while no activation is known; who declares it leaves a line in the journal", async () => {
  await paying.setting({ mode: "test", opened: false });
  const SETTINGS = "/agent/paiements/reglages";
  const save = (active: object) =>
    ask("POST", SETTINGS, {
      body: {
        cle: newId<"gatewaySetting">(),
        origine: "https://payfip.exemple.fr",
        numero: "654321",
        mode: "production",
        ...active,
      },
    });
  const refused = await save({});
  expect(refused).toMatchObject({ kind: "page", status: 422 });
  expect(text(refused)).toContain("activation");
  const last = () =>
    paying.town.database.read((reads) =>
      reads.row<{ declared: boolean; mode: string; account: string }>(
        "test_setting_journal",
        `select (facts ->> 'declared')::boolean as declared, facts #>> '{after,mode}' as mode,
                facts #>> '{after,account}' as account
         from journal_entry where act = 'payments.setting-changed' order by at desc limit 1`,
      ),
    );
  expect(await last()).toMatchObject({ account: "123456" });
  expect(await save({ active: "1" })).toMatchObject({ kind: "redirect" });
  expect(await last()).toEqual({ declared: true, mode: "production", account: "654321" });
});
