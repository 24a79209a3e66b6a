import { afterAll, beforeAll, expect, test } from "vitest";

import { balanceOn } from "#billing";
import type { Id } from "#kernel";
import type { Answer, IncomingFile, RawInput } from "#platform";
import { newId } from "../../../test/builders/canteen.ts";
import { htmlOf, sent } from "../../../test/builders/visit.tsx";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { lookUp } from "../attempts/look-up.ts";
import { paymentsHandlers } from "../handlers.ts";
import { paymentsRoutes } from "../routes.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const now = Temporal.Instant.from("2026-12-20T08:00:00Z");
const agent = (rights?: readonly string[]) => ({ ...paying.agent(rights), now });
const balance = () =>
  paying.town.database.read((reads) => balanceOn(reads, paying.payer, Temporal.PlainDate.from("2030-01-01")));
const text = (answer: Answer) =>
  htmlOf(answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");

function ask(
  method: "GET" | "POST",
  path: string,
  parts: Partial<RawInput> = {},
  visit: ReturnType<typeof agent> = agent(),
): Promise<Answer> {
  const found = paymentsRoutes(() => paying.gateway).find(
    (one) => one.method === method && one.path === path,
  );
  if (found === undefined) throw new Error(`No route ${method} ${path}`);
  return found.handle(visit, sent(parts));
}

/** Two attempts of the same documents, both paid, by card and by debit: 70,00 € too many. */
async function paidTwice(): Promise<{ first: Id<"attempt">; second: Id<"attempt"> }> {
  const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
  const look = (attempt: Id<"attempt">, minutes: number) =>
    lookUp({ ...agent(), now: start.add({ minutes }) }, () => paying.gateway, { attempt, cause: "poll" });
  const first = await paying.order();
  await paying.open(first, start);
  const one = paying.gateway.last();
  await look(first.id, 25);
  const second = await paying.order();
  await paying.open(second, start.add({ minutes: 26 }));
  one.end = "paid";
  const other = paying.gateway.last();
  other.end = "paid";
  other.changed = { means: "debit" };
  await look(first.id, 30);
  await look(second.id, 30);
  return { first: first.id, second: second.id };
}

/** The file of a form, as it arrives. */
async function* oneFile(name: string, text: string): AsyncGenerator<IncomingFile, void, undefined> {
  async function* content() {
    yield Buffer.from(text);
  }
  yield { field: "fichier", name, content: content() };
}

async function mails(event: "payments.refunded" | "payments.reversed", facts: Record<string, string>) {
  const handlers = paymentsHandlers(() => paying.gateway, new URL("https://espace.exemple.fr"));
  const { database, authority } = paying.town;
  for (const handle of [...(handlers[event] ?? []), ...(handlers[event] ?? [])])
    await handle({ database, authority, now }, facts);
  const rows = await database.read((reads) =>
    reads.rows<{ body: string }>(
      "test_mails_of_event",
      "select subject || ' ' || body_text as body from outbox_message where key like $1 || ':%'",
      [event],
    ),
  );
  return rows.map(({ body }) => body.replaceAll(/[\s\u00a0\u202f]+/g, " "));
}

test("a payment is given back: what it does is told first, written once, and told to the family", async () => {
  const { first, second } = await paidTwice();
  expect(await balance()).toBe(-7000);
  const params = { payment: second };
  const shown = text(await ask("GET", "/agent/paiements/:payment", { params }));
  expect(shown).toContain("70,00 € en sa faveur");
  expect(shown).toContain("70,00 € au plus peuvent être rendus");
  expect(shown).not.toContain("En espèces");
  const refund = (body: object) => ask("POST", "/agent/paiements/:payment/remboursement", { params, body });
  const good = { cle: newId<"refund">(), montant: "30", moyen: "card", motif: "Payé deux fois" };
  for (const [field, value, message] of [
    ["montant", "70,01", "entre 0,01 € et 70,00 €"],
    ["montant", "0", "entre 0,01 € et 70,00 €"],
    ["montant", "1e3", "entre 0,01 € et 70,00 €"],
    ["moyen", "cesu", "Choisissez comment"],
    // Cash leaves a till, which only a desk writes.
    ["moyen", "cash", "Choisissez comment"],
    ["motif", " ", "Écrivez la raison"],
  ] as const) {
    const refused = await refund({ ...good, [field]: value, confirme: "1" });
    expect(refused).toMatchObject({ status: 422 });
    expect(text(refused)).toContain(message);
  }
  const before = text(await refund(good));
  expect(before).toContain("Confirmer le remboursement");
  expect(before).toMatch(/Aujourd’hui 70,00 € en sa faveur Après 40,00 € en sa faveur/);
  expect(await balance()).toBe(-7000);
  for (let i = 0; i < 2; i += 1)
    expect(await refund({ ...good, confirme: "1" })).toMatchObject({ kind: "redirect" });
  expect(await balance()).toBe(-4000);
  expect(text(await ask("GET", "/agent/paiements/:payment", { params }))).toContain("Payé deux fois");
  const [mail, ...more] = await mails("payments.refunded", { refund: good.cle });
  expect(more).toEqual([]);
  expect(mail).toContain("30,00 € vous sont rendus sur votre carte");
  expect(mail).toContain("L’agent vous écrit : « Payé deux fois");

  // A card that was accepted has paid: only a debit comes back.
  const ofCard = { params: { payment: first } };
  expect(text(await ask("GET", "/agent/paiements/:payment", ofCard))).not.toContain("Noter un rejet");
  const noReject = { cle: newId<"reversal">(), jour: "2026-12-18", raison: "x", confirme: "1" };
  expect(text(await ask("POST", "/agent/paiements/:payment/rejet", { ...ofCard, body: noReject }))).toContain(
    "il ne peut pas revenir impayé",
  );

  // Weeks later its bank rejects it: what the account owes is told before, document by document.
  const reject = (body: object, visit = agent()) =>
    ask("POST", "/agent/paiements/:payment/rejet", { params, body }, visit);
  const rejection = { cle: newId<"reversal">(), jour: "2026-12-18", raison: "Provision insuffisante" };
  expect(text(await reject({ ...rejection, jour: "2026-12-21" }))).toContain("Écrivez un jour entre le");
  expect(text(await reject({ ...rejection, jour: "2026-11-11" }))).toContain("Écrivez un jour entre le");
  const foreseen = text(await reject(rejection));
  expect(foreseen).toMatch(/Aujourd’hui 40,00 € en sa faveur Après 30,00 € à régler/);
  expect(foreseen).toMatch(/De nouveau à régler F-2026-\d{6} : 30,00 € à régler/);
  expect(await balance()).toBe(-4000);
  expect(await reject({ ...rejection, confirme: "1" }, agent(["billing.write"]))).toMatchObject({
    kind: "not-found",
  });
  for (let i = 0; i < 2; i += 1)
    expect(await reject({ ...rejection, confirme: "1" })).toMatchObject({ kind: "redirect" });
  expect(await balance()).toBe(3000);
  expect((await paying.owed()).reduce((sum, { shown: owed }) => sum + owed, 0)).toBe(3000);
  const after = text(await ask("GET", "/agent/paiements/:payment", { params }));
  expect(after).toContain("Rejeté le vendredi 18 décembre 2026");
  expect(after).not.toContain("Voir ce que cela change");
  const told = await ask("GET", "/paiements/:attempt", { params: { attempt: second } }, paying.claire(now));
  expect(text(told)).toContain("Paiement rejeté");
  expect(text(told)).not.toContain("Paiement reçu");
  expect((await mails("payments.reversed", { reversal: rejection.cle }))[0]).toContain("a été rejeté");
  // The other payment stands, and nothing of it can be given back.
  expect(text(await ask("GET", "/agent/paiements/:payment", { params: { payment: first } }))).toContain(
    "Rien ne peut être rendu",
  );
});

test("a payment is found by its reference", async () => {
  const [known] = paying.gateway.opened;
  expect(await ask("GET", "/agent/paiements", { query: { reference: known?.order.refdet } })).toMatchObject({
    kind: "redirect",
  });
  expect(text(await ask("GET", "/agent/paiements", { query: { reference: "202600009999" } }))).toContain(
    "Aucun paiement reçu",
  );
});

test("a report is handed in on a page that tells its progress, then what differs first", async () => {
  const [known] = paying.gateway.opened;
  const file = [
    "EN-TETE;123456;12/11/2026",
    "LIGNE;DATE;REFDET;MONTANT",
    `LIGNE;12/11/2026;${known?.order.refdet};70,00`,
    "LIGNE;12/11/2026;202600000999900000001;3,10",
    "PIED-DE-PAGE;2;73,10",
  ].join("\n");
  const cle = newId<"report">();
  const give = (key: Id<"report">) =>
    ask("POST", "/agent/paiements/releves", {
      body: { cle: key },
      files: oneFile("C:\\relevés\\12.csv", file),
    });
  expect(await give(cle)).toMatchObject({ kind: "redirect", to: `/agent/paiements/releves/${cle}` });
  // The same form sent twice finds what it sent.
  expect(await give(cle)).toMatchObject({ kind: "redirect", to: `/agent/paiements/releves/${cle}` });
  const page = (query = {}) =>
    ask("GET", "/agent/paiements/releves/:report", { params: { report: cle }, query });
  expect(text(await page())).toContain("Environ 4 lignes à lire");
  const handlers = paymentsHandlers(() => paying.gateway, new URL("https://espace.exemple.fr"));
  const { database, authority } = paying.town;
  for (const handle of handlers["payments.reportTaken"] ?? [])
    await handle({ database, authority, now }, { report: cle });
  const shown = text(await page({ page: "7" }));
  expect(shown).toContain("Relevé « 12.csv »");
  expect(shown).toMatch(/12\/11\/2026 73,10 € \(2\) 140,00 € \(2\) −66,90 €/);
  expect(shown).toContain("Référence inconnue ici");
  // The second payment of the day is absent from this report.
  expect(shown).toContain("Dans le compte, absent du relevé");
  const list = htmlOf(await ask("GET", "/agent/paiements"));
  expect(list).toContain("Écarts avec les relevés");
  const [, difference] = /releves\/ecarts\/([0-9a-f-]{36})/.exec(list) ?? [];
  const settle = (body: object) =>
    ask("POST", "/agent/paiements/releves/ecarts/:difference", { params: { difference }, body });
  expect(await settle({ decision: "set_aside", motif: "" })).toMatchObject({ status: 422 });
  expect(text(await settle({ decision: "recorded", motif: "Vu" }))).toContain("ne peut pas être inscrit");
  expect(await settle({ decision: "set_aside", motif: "Payé à la médiathèque" })).toMatchObject({
    kind: "redirect",
  });
  expect(
    text(await ask("GET", "/agent/paiements/releves/ecarts/:difference", { params: { difference } })),
  ).toContain("Payé à la médiathèque");
  const again = await give(newId<"report">());
  if (again.kind !== "refusal") throw new Error("taken twice");
  expect(again.refusal).toMatchObject({ status: 409, next: { href: `/agent/paiements/releves/${cle}` } });
  expect(again.refusal.sentences.join(" ")).toMatch(/a importé ce fichier le dimanche 20 décembre/);
  expect(text(await ask("POST", "/agent/paiements/releves", { body: { cle } }))).toContain(
    "Choisissez le fichier",
  );
  const reports = text(await ask("GET", "/agent/paiements/releves"));
  expect(reports).toContain("Jours sans relevé");
  expect(reports).toContain("19/12/2026");
  expect(await ask("GET", "/agent/paiements/releves", {}, agent(["billing.write"]))).toMatchObject({
    kind: "not-found",
  });
});
