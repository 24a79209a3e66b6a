import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer, RawInput } from "#platform";
import { newId } from "../../../test/builders/canteen.ts";
import { htmlOf, sent, visitTo } from "../../../test/builders/visit.tsx";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { paymentsRoutes } from "../routes.ts";

/** What a dishonest family, or anybody at all, may send. Each test bills a month of its own, a day later. */
let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

let month = 0;
let now: Temporal.Instant;
beforeEach(async () => {
  month += 1;
  now = Temporal.Instant.from("2026-11-12T08:00:00Z").add({ hours: 24 * month });
  await paying.bill(`2025-0${month}`, 1000 + month);
});

const claire = () => paying.claire(now);
const nobody = () => visitTo(paying.town, { now });

function ask(
  method: "GET" | "POST",
  path: string,
  visit: Visit,
  parts: Partial<RawInput> = {},
): Promise<Answer> {
  const found = paymentsRoutes(() => paying.gateway).find(
    (one) => one.method === method && one.path === path,
  );
  if (found === undefined) throw new Error(`No route ${method} ${path}`);
  return found.handle(visit, sent(parts));
}

/** The form of the confirm page, for the month of this test. */
async function form(changes: Readonly<Record<string, string>> = {}) {
  const owed = (await paying.owed()).find(({ shown }) => shown === 1000 + month);
  return {
    cle: newId(),
    foyer: paying.payer.householdId,
    payeur: paying.payer.guardianId,
    facture: `${owed?.invoice}.${owed?.shown}`,
    email: "claire@exemple.fr",
    ...changes,
  };
}

async function counted() {
  const row = await paying.town.database.read((reads) =>
    reads.row<{ attempts: number; payments: number; anomalies: number; balance: number; lines: number }>(
      "test_hostile_counts",
      `select (select count(*) from payment_attempt) as attempts, (select count(*) from payment) as payments,
              (select count(*) from payment_anomaly) as anomalies,
              (select sum(amount_cents) from ledger_entry)::integer as balance,
              (select count(*) from journal_entry where act = 'payments.unknown-notification') as lines`,
    ),
  );
  if (row === undefined) throw new Error("no row");
  return row;
}

/** Claire is sent to pay the month of this test. */
async function underWay() {
  const body = await form();
  expect(await ask("POST", "/regler", claire(), { body })).toMatchObject({ kind: "redirect" });
  return { attempt: body.cle, known: paying.gateway.last() };
}

test("a notification that is forged changes nothing, is answered like any other, and leaves a line", async () => {
  const before = await counted();
  const forged = [
    { query: { idop: newId() } },
    { body: { idOp: newId(), resultrans: "P", montant: "100" } },
    { body: "<xml/>" },
    { query: { idop: "' or 1=1 --" } },
    { body: null },
    {},
  ];
  for (const parts of forged)
    for (const method of ["GET", "POST"] as const)
      expect(await ask(method, "/paiement/notification", nobody(), parts)).toEqual({ kind: "taken" });
  const { lines, ...rest } = await counted();
  expect(rest).toEqual({ ...before, lines: undefined });
  expect(lines - before.lines).toBe(forged.length * 2);
});

test("a notification that says « paid » of a true attempt is only a hint: the service says that nothing is", async () => {
  const { attempt, known } = await underWay();
  const before = await counted();
  const body = { idOp: known.reference.toUpperCase(), resultrans: "P", montant: "1" };
  expect(await ask("POST", "/paiement/notification", nobody(), { body })).toEqual({ kind: "taken" });
  expect(await ask("GET", "/paiement/retour", nobody(), { query: { idop: known.reference } })).toEqual(
    expect.objectContaining({ kind: "redirect", to: `/paiements/${attempt}` }),
  );
  expect(await counted()).toEqual(before);
  known.end = "refused";
});

test("a return replayed, by whoever has its address, pays once and shows nothing without a session", async () => {
  const { attempt, known } = await underWay();
  known.end = "paid";
  const before = await counted();
  const back = (idop: string) => ask("GET", "/paiement/retour", nobody(), { query: { idop } });
  const answers = await Promise.all(Array.from({ length: 8 }, () => back(known.reference)));
  for (const answer of answers)
    expect(answer).toMatchObject({ kind: "redirect", to: `/paiements/${attempt}` });
  now = now.add({ minutes: 3 });
  await back(known.reference);
  const after = await counted();
  expect(after.payments - before.payments).toBe(1);
  expect(before.balance - after.balance).toBe(1000 + month);
  const params = { attempt };
  expect(await ask("GET", "/paiements/:attempt", nobody(), { params })).toMatchObject({ kind: "sign-in" });
  expect(await back(newId())).toMatchObject({ kind: "redirect", to: "/factures" });
});

test("another family neither pays, reads, checks nor prints what is not its own", async () => {
  const { attempt, known } = await underWay();
  const { lookUps } = paying.gateway;
  const odile = { ...paying.odile(), now };
  const params = { attempt };
  const body = await form();
  const query = { foyer: body.foyer, payeur: body.payeur };
  for (const answer of [
    await ask("GET", "/regler", odile, { query }),
    await ask("POST", "/regler", odile, { body }),
    // The key of an attempt that another family opened.
    await ask("POST", "/regler", odile, { body: { ...body, cle: attempt } }),
    await ask("GET", "/paiements/:attempt", odile, { params }),
    await ask("GET", "/paiements/:attempt/recu.pdf", odile, { params }),
    await ask("POST", "/paiements/:attempt/verifier", odile, { params }),
  ])
    expect(answer).toEqual({ kind: "not-found" });
  expect(paying.gateway.lookUps).toBe(lookUps);
  known.end = "refused";
});

test("an amount changed in the form opens nothing, and the page says what is owed now", async () => {
  const fair = await form();
  const [invoice] = fair.facture.split(".");
  const before = await counted();
  for (const facture of [
    `${invoice}.1`,
    `${invoice}.100000`,
    `${invoice}.-5`,
    `${invoice}`,
    `${newId()}.1000`,
  ]) {
    const answer = await ask("POST", "/regler", claire(), { body: { ...fair, cle: newId(), facture } });
    expect(answer).toMatchObject({ kind: "page", status: 409 });
    expect(htmlOf(answer)).toContain("Rien n’a été payé");
  }
  const foreign = await paying.town.database.read((reads) =>
    reads.row<{ id: string }>("test_foreign", "select id from invoice where household_id = $1 limit 1", [
      paying.other.id,
    ]),
  );
  const body = { ...fair, cle: newId(), facture: `${foreign?.id}.777` };
  const answer = await ask("POST", "/regler", claire(), { body });
  expect(answer).toMatchObject({ kind: "page", status: 409 });
  expect(htmlOf(answer)).not.toContain("7,77");
  expect(await counted()).toEqual(before);
});

test("while a payment is open, the next is told until when, and where the open one is", async () => {
  const { attempt, known } = await underWay();
  now = now.add({ minutes: 5 });
  const answer = await ask("POST", "/regler", claire(), { body: await form() });
  if (answer.kind !== "refusal") throw new Error(answer.kind);
  expect(answer.refusal).toMatchObject({ status: 409, next: { href: `/paiements/${attempt}` } });
  expect(answer.refusal.sentences.join(" ").replaceAll(/\s/g, " ")).toContain("avant 9 h 20");
  known.end = "refused";
});
