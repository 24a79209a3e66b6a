import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Visit } from "#identity";
import { cents } from "#kernel";
import type { Answer, RawInput } from "#platform";
import { newId } from "../../../test/builders/canteen.ts";
import { htmlOf, sent, visitTo } from "../../../test/builders/visit.tsx";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { paymentsHandlers } from "../handlers.ts";
import { paymentsRoutes } from "../routes.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

let months = 0;
/** Each test an invoice of its own, a day later than the one before; to the nanosecond, as the program's clock is. */
let now = Temporal.Instant.from("2026-11-13T08:00:00.123456789Z");
beforeEach(async () => {
  months += 1;
  now = now.add({ hours: 24 });
  paying.gateway.fault = null;
  await paying.bill(Temporal.PlainYearMonth.from("2025-01").add({ months }).toString(), 4800);
});

function ask(
  method: "GET" | "POST",
  path: string,
  visit: Visit,
  parts: Partial<RawInput> = {},
): Promise<Answer> {
  const routes = paymentsRoutes(() => paying.gateway);
  const found = routes.find((one) => one.method === method && one.path === path);
  if (found === undefined) throw new Error(`No route ${method} ${path}`);
  return found.handle({ ...visit }, sent(parts));
}
const text = (answer: Answer) =>
  htmlOf(answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");

const claire = (minutes = 0) => paying.claire(now.add({ minutes }));
const account = () => ({ foyer: paying.payer.householdId, payeur: paying.payer.guardianId });

async function lastInvoice() {
  const owed = await paying.owed();
  const last = owed.findLast(({ shown }) => shown === 4800);
  if (last === undefined) throw new Error("nothing owed");
  return last;
}

/** Sends the confirm page as it was shown, with what a browser would change. */
async function pay(changes: Readonly<Record<string, unknown>> = {}, visit = claire()) {
  const { invoice, shown } = await lastInvoice();
  const body = {
    ...account(),
    cle: newId<"attempt">(),
    facture: `${invoice}.${shown}`,
    email: "claire@exemple.fr",
    ...changes,
  };
  return { invoice, cle: body.cle, body, answer: await ask("POST", "/regler", visit, { body }) };
}
const of = (attempt: unknown) => ({ params: { attempt } });

test("the confirm page says what is paid and how much, and its form may lead to the service", async () => {
  const { invoice } = await lastInvoice();
  const confirm = await ask("GET", "/regler", claire(), { query: { ...account(), facture: invoice } });
  expect(text(confirm)).toContain("48,00 €");
  expect(text(confirm)).toContain("Payer 48,00 €");
  if (confirm.kind !== "page") throw new Error("no page");
  expect(confirm.page.formTargets).toEqual(["https://payfip.exemple.fr"]);
  const part = await ask("GET", "/regler", claire(), {
    query: { ...account(), facture: invoice, montant: "20" },
  });
  expect(text(part)).toContain("Payer 20,00 €");
  const tooMuch = await ask("GET", "/regler", claire(), {
    query: { ...account(), facture: invoice, montant: "47,01" },
  });
  expect(text(tooMuch)).toContain("Écrivez un montant entre 1,00 € et 47,00 €");
});

test("a refused part stays written in its field, which is open", async () => {
  const { invoice } = await lastInvoice();
  const query = { ...account(), facture: invoice, montant: "47,01" };
  const html = htmlOf(await ask("GET", "/regler", claire(), { query }));
  expect(html).toMatch(/<details[^>]* open/);
  expect(html).toContain('value="47,01"');
});

test("paid: the page tells it when the service says so, with the receipt, its PDF and one e-mail", async () => {
  const { cle, answer } = await pay();
  expect(answer).toMatchObject({
    kind: "redirect",
    to: `https://payfip.exemple.fr/page?idop=${paying.gateway.last().reference}`,
  });
  const waiting = await ask("GET", "/paiements/:attempt", claire(3), of(cle));
  expect(text(waiting)).toContain("Paiement en cours de confirmation");
  expect(text(waiting)).toContain("Ouvrir la page de paiement");
  // Opened twice, the service answers P3: what to do then, and from when, is told.
  expect(text(waiting)).toMatch(
    /« déjà utilisée » \(P3\), revenez ici : vous pourrez recommencer à partir de 9 h 20/,
  );
  expect(await ask("GET", "/paiements/:attempt/recu.pdf", claire(3), of(cle))).toMatchObject({
    kind: "not-found",
  });
  // The page of the service is closed after fifteen minutes, and is no longer offered.
  expect(text(await ask("GET", "/paiements/:attempt", claire(16), of(cle)))).not.toContain("Ouvrir la page");
  paying.gateway.last().end = "paid";
  const back = await ask("POST", "/paiement/retour", visitTo(paying.town, { now: now.add({ minutes: 4 }) }), {
    body: { idOp: paying.gateway.last().reference },
  });
  expect(back).toMatchObject({ kind: "redirect", to: `/paiements/${cle}` });
  const receipt = text(await ask("GET", "/paiements/:attempt", claire(5), of(cle)));
  expect(receipt).toContain("Paiement reçu");
  expect(receipt).toContain("accusé de réception");
  expect(receipt).toContain(paying.gateway.last().order.refdet);
  const printed = await ask("GET", "/paiements/:attempt/recu.pdf", claire(5), of(cle));
  expect(printed).toMatchObject({ kind: "file", type: "application/pdf" });
  const tell =
    paymentsHandlers(() => paying.gateway, new URL("https://espace.exemple.fr"))["payments.received"] ?? [];
  const { database, authority } = paying.town;
  for (const handle of [...tell, ...tell]) await handle({ database, authority, now }, { payment: cle });
  const mails = await database.read((reads) =>
    reads.rows<{ body: string }>(
      "test_mails",
      "select body_text as body from outbox_message where key = $1 and to_address = 'claire@exemple.fr'",
      [`payments.received:${cle}`],
    ),
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain("48,00");
});

test("a forged notification, a return replayed, an idOp of another authority: nothing changes, all are answered", async () => {
  const { cle } = await pay();
  const visitor = visitTo(paying.town, { now: now.add({ minutes: 1 }) });
  const { reference } = paying.gateway.last();
  for (const parts of [
    { query: { idop: reference } },
    { query: { idOp: reference } },
    { body: { idop: reference, resultrans: "P", montant: "1" } },
    { body: { idOp: randomUUID() } },
    { query: { idop: "' or 1=1 --" } },
    { query: { idop: [reference, reference] } },
    {},
  ])
    for (const method of ["GET", "POST"] as const)
      expect(await ask(method, "/paiement/notification", visitor, parts)).toEqual({ kind: "taken" });
  expect(text(await ask("GET", "/paiements/:attempt", claire(2), of(cle)))).toContain(
    "en cours de confirmation",
  );
  const { lookUps } = paying.gateway;
  for (let i = 0; i < 5; i += 1)
    expect(await ask("GET", "/paiement/retour", visitor, { query: { idop: reference } })).toMatchObject({
      to: `/paiements/${cle}`,
    });
  // The notification had it asked just before: a replay asks nothing more.
  expect(paying.gateway.lookUps).toBe(lookUps);
  const strange = randomUUID();
  expect(await ask("GET", "/paiement/retour", visitor, { query: { idop: strange } })).toMatchObject({
    to: "/factures",
  });
  const noted = await paying.town.database.read((reads) =>
    reads.rows("test_unknown_return", "select act from journal_entry where facts->>'reference' = $1", [
      strange,
    ]),
  );
  expect(noted).toEqual([{ act: "payments.unknown-return" }]);
  paying.gateway.last().end = "refused";
  expect(await ask("POST", "/paiements/:attempt/verifier", claire(3), of(cle))).toMatchObject({
    kind: "redirect",
  });
  expect(text(await ask("GET", "/paiements/:attempt", claire(3), of(cle)))).toContain("Paiement refusé");
});

test("another family reads nothing of it; its invoice cannot be slipped into a form", async () => {
  const { cle, body } = await pay();
  for (const [method, path] of [
    ["GET", "/paiements/:attempt"],
    ["GET", "/paiements/:attempt/recu.pdf"],
    ["POST", "/paiements/:attempt/verifier"],
  ] as const)
    expect(await ask(method, path, paying.odile(), of(cle))).toMatchObject({ kind: "not-found" });
  expect(await ask("GET", "/regler", paying.odile(), { query: account() })).toMatchObject({
    kind: "not-found",
  });
  expect(await ask("POST", "/regler", paying.odile(), { body: { ...body, cle: newId() } })).toMatchObject({
    kind: "not-found",
  });
  const own = { foyer: paying.other.id, payeur: paying.other.guardians[0]?.id };
  const slipped = await ask("POST", "/regler", paying.odile(), { body: { ...body, ...own, cle: newId() } });
  expect(slipped).toMatchObject({ kind: "page", status: 409 });
  expect(text(slipped)).toContain("7,77 €");
  paying.gateway.last().end = "gone";
  await ask("POST", "/paiements/:attempt/verifier", claire(1), of(cle));
});

test("an amount changed in the form shows what is owed; a second payment is told until when, and where to go", async () => {
  const { invoice, shown } = await lastInvoice();
  const known = paying.gateway.opened.length;
  const less = await pay({ facture: `${invoice}.${shown - 1000}` });
  expect(less.answer).toMatchObject({ kind: "page", status: 409 });
  expect(text(less.answer)).toContain("Rien n’a été payé. Voici ce qui reste à régler maintenant.");
  expect(text((await pay({ email: "claire" })).answer)).toContain("Écrivez une adresse e-mail");
  expect(paying.gateway.opened).toHaveLength(known);
  for (const partie of [String(shown + 1), "99"]) {
    const part = await pay({ partie });
    expect(part.answer).toMatchObject({ kind: "page", status: 422 });
    expect(text(part.answer)).toContain("Écrivez un montant entre 1,00 € et 47,00 €");
  }
  // Closed while the page was open: the family is not sent to pay more than it read.
  await paying.setting({ partAllowed: false });
  const closed = await pay({ partie: "1000" });
  expect(closed.answer).toMatchObject({ kind: "page", status: 409 });
  await paying.setting();
  expect(paying.gateway.opened).toHaveLength(known);
  const first = await pay();
  const again = await pay({}, claire(6));
  expect(again.answer).toMatchObject({
    kind: "refusal",
    refusal: { status: 409, next: { href: `/paiements/${first.cle}` } },
  });
  if (again.answer.kind !== "refusal") throw new Error("no refusal");
  expect(again.answer.refusal.sentences.join(" ")).toMatch(/9\sh\s20/);
  const confirm = text(await ask("GET", "/regler", claire(6), { query: { ...account(), facture: invoice } }));
  expect(confirm).toContain("Un paiement est déjà en cours");
  expect(confirm).not.toContain("Payer 48,00 €");
  paying.gateway.last().end = "abandoned";
  await ask("POST", "/paiements/:attempt/verifier", claire(21), of(first.cle));
  expect(text(await ask("GET", "/paiements/:attempt", claire(21), of(first.cle)))).toContain(
    "Paiement abandonné",
  );
});

test("a service that does not answer, or refuses: the family is told, and nothing is held", async () => {
  paying.gateway.fault = { code: "refused", serviceCode: "T4", text: "numcli sans accès", raw: "" };
  const failed = await pay();
  expect(failed.answer).toMatchObject({ kind: "refusal", refusal: { status: 503 } });
  if (failed.answer.kind !== "refusal") throw new Error("no refusal");
  expect(failed.answer.refusal.sentences.join(" ")).toContain("numcli sans accès");
  paying.gateway.fault = null;
  expect((await pay()).answer).toMatchObject({ kind: "redirect" });
  paying.gateway.last().end = "gone";
});

test("an agent sets the service, tests it, and settles a difference with a reason", async () => {
  const agent = paying.agent();
  const good = {
    cle: newId(),
    origine: "https://payfip.exemple.fr/",
    numero: "123456",
    mode: "production",
    ouvert: "1",
  };
  const save = (body: object) => ask("POST", "/agent/paiements/reglages", { ...agent, now }, { body });
  expect(await save(good)).toMatchObject({ kind: "redirect" });
  for (const [field, value, message] of [
    ["origine", "ftp://x", "sans chemin"],
    ["origine", "https://u:p@x.fr", "sans chemin"],
    ["origine", "https://x.fr/tpa", "sans chemin"],
    ["numero", "12345", "six chiffres"],
    ["mode", "P", "Choisissez un mode"],
  ] as const) {
    const refused = await save({ ...good, cle: newId(), [field]: value });
    expect(refused).toMatchObject({ status: 422 });
    expect(text(refused)).toContain(message);
  }
  const test = () => ask("POST", "/agent/paiements/reglages/tester", agent).then(text);
  expect(await test()).toContain("CC EXEMPLE, ENFANCE");
  paying.gateway.fault = { code: "refused", serviceCode: "T2", text: "numcli inconnu", raw: "" };
  expect(await test()).toContain("T2");
  paying.gateway.fault = null;

  const { cle } = await pay();
  Object.assign(paying.gateway.last(), { end: "paid", changed: { amount: cents(480) } });
  await ask("POST", "/paiements/:attempt/verifier", claire(1), of(cle));
  expect(text(await ask("GET", "/paiements/:attempt", claire(1), of(cle)))).toContain("Un agent vérifie");
  const list = await ask("GET", "/agent/paiements", agent);
  const [, anomaly] = /ecarts\/([0-9a-f-]{36})/.exec(htmlOf(list)) ?? [];
  expect(text(list)).toContain("48,00 € demandé, 4,80 € répondu");
  const settle = (body: object) =>
    ask("POST", "/agent/paiements/ecarts/:anomaly", agent, { params: { anomaly }, body });
  expect(await settle({ decision: "recorded", motif: " " })).toMatchObject({ status: 422 });
  expect(await settle({ decision: "recorded", motif: "Vu au relevé" })).toMatchObject({ kind: "redirect" });
  expect(text(await ask("GET", "/paiements/:attempt", claire(2), of(cle)))).toContain("4,80 €");
  for (const path of ["/agent/paiements", "/agent/paiements/reglages"])
    expect(await ask("GET", path, paying.agent(["billing.read"]))).toMatchObject({ kind: "not-found" });
});
