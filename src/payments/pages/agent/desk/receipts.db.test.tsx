import { afterAll, beforeAll, expect, test } from "vitest";

import { balanceOn } from "#billing";
import { cents } from "#kernel";
import { newId } from "../../../../../test/builders/canteen.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { deskPages, PAYER, RECEIPT, text } from "../../../../../test/payments/desk-pages.ts";
import { deskTown, type DeskTown } from "../../../../../test/payments/desk-town.ts";
import { ScriptedGateway } from "../../../../../test/payments/scripted-gateway.ts";
import { correctPayment } from "../../../desk/correct-payment.ts";
import { rehearsePayment, takePayment } from "../../../desk/take-payment.ts";
import { paymentsHandlers } from "../../../handlers.ts";

let desk: DeskTown;
beforeAll(async () => {
  desk = await deskTown();
}, 60_000);
afterAll(() => desk.town.close());

const now = Temporal.Instant.from("2026-12-03T09:00:00.123456789Z");
const { ask, take, regie, payer } = deskPages(
  () => desk,
  () => now,
);

test("what is given back at the desk is told to the payer, once", async () => {
  const { cle } = await take({ montant: "100", donne: "" });
  const refund = newId<"refund">();
  const body = { cle: refund, montant: "10", moyen: "cash", motif: "Trop versé" };
  const params = { ...regie(), payment: cle };
  // What it does is told first: nothing is given back by one press of a button.
  const told = text(await ask("POST", `${RECEIPT}/rembourser`, { params, body }));
  expect(told).toContain("10,00 € seront enregistrés comme rendus à Claire Lefebvre");
  expect(told).toContain("10,00 € sortent de la caisse");
  expect(told).toMatch(/Aujourd’hui 50,00 € en sa faveur Après 40,00 € en sa faveur/);
  expect(text(await ask("GET", RECEIPT, { params }))).not.toContain("rendus le");
  // What the account refuses comes before what the till refuses.
  const dear = await ask("POST", `${RECEIPT}/rembourser`, { params, body: { ...body, montant: "5000" } });
  expect(text(dear)).toContain("50,00 € au plus");
  const confirmed = { params, body: { ...body, confirme: "1" } };
  expect(await ask("POST", `${RECEIPT}/rembourser`, confirmed)).toMatchObject({ kind: "redirect" });
  const handlers = paymentsHandlers(() => new ScriptedGateway(), new URL("https://espace.exemple.fr"));
  const { database, authority } = desk.town;
  for (const handle of [...(handlers["payments.refunded"] ?? []), ...(handlers["payments.refunded"] ?? [])])
    await handle({ database, authority, now }, { refund });
  const mails = await database.read((reads) =>
    reads.rows<{ body: string }>(
      "test_refund_mail",
      "select body_text as body from outbox_message where key = $1",
      [`payments.refunded:${refund}`],
    ),
  );
  expect(mails.map((mail) => mail.body.replaceAll(/[\s\u00a0\u202f]+/g, " "))).toEqual([
    expect.stringMatching(
      /quittance 2026-\d{6} de 100,00 €, 10,00 € vous sont rendus en espèces.*Trop versé/,
    ),
  ]);
});

async function taken(changes: Parameters<DeskTown["order"]>[0]) {
  const done = await takePayment(desk.visit(desk.nadia, now), desk.order(changes));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}
const balance = () =>
  desk.town.database.read((reads) => balanceOn(reads, desk.payer, Temporal.PlainDate.from("2030-01-01")));

test("the same cheque taken twice names the earlier receipt, until the agent says that it is another one", async () => {
  const cheque = { means: "cheque" as const, cents: cents(1234), drawer: "M. Petit" };
  const first = { ...cheque, bank: "Société Générale", reference: "0004521" };
  const { payment, number } = await taken(first);
  // However it is typed, whoever takes it.
  const again = desk.order({ ...cheque, bank: "societe  generale", reference: "4521" });
  const told = { payment, number, year: 2026, payer: "Claire Lefebvre", regie: "Régie Enfance", cents: 1234 };
  const before = await balance();
  expect(await takePayment(desk.visit(desk.martine, now), again)).toMatchObject({
    refusal: { code: "same-cheque", earlier: told },
  });
  expect(await balance()).toBe(before);
  expect(await rehearsePayment(desk.visit(desk.nadia, now), again)).toMatchObject({
    value: { sameCheque: told },
  });
  for (const changes of [{ cents: cents(1235) }, { reference: "4522" }, { bank: "LBP" }])
    expect(await rehearsePayment(desk.visit(desk.nadia, now), { ...again, ...changes })).toMatchObject({
      value: { sameCheque: null },
    });
  for (const _ of [1, 2])
    expect(await takePayment(desk.visit(desk.nadia, now), { ...again, knowingly: true })).toMatchObject({
      ok: true,
    });
  // One that was cancelled may be handed in again.
  const other = { ...first, reference: "99" };
  const wrong = await taken(other);
  await correctPayment(desk.visit(desk.nadia, now), {
    id: newId(),
    regie: desk.regie,
    payment: wrong.payment,
    reason: "Erreur",
  });
  expect(await takePayment(desk.visit(desk.nadia, now), desk.order(other))).toMatchObject({ ok: true });
});

test("a cheque that a receipt has already is asked about on the page of verification", async () => {
  const cheque = {
    moyen: "cheque",
    montant: "3",
    donne: "",
    tireur: "M. Petit",
    banque: "LBP",
    reference: "7",
  };
  const { answer: first } = await take(cheque);
  expect(first).toMatchObject({ kind: "redirect" });
  const { body, answer } = await take(cheque);
  expect(text(answer)).toContain("porte déjà ce chèque");
  const confirm = text(await ask("POST", `${PAYER}/verifier`, { params: payer(), body }));
  expect(confirm).toMatch(/La quittance n° 2026-\d{6} du .* porte un chèque de même banque/);
  expect(confirm).toContain("C’est un autre chèque : encaisser 3,00 €");
  // What is on the cheque is there to be compared with the one in hand.
  expect(confirm).toContain("n° 7, LBP, tiré par M. Petit");
  expect((await take({ ...body, autre: "1" })).answer).toMatchObject({ kind: "redirect" });
});

test("a receipt is cancelled once what it does was read: what is owed again, what leaves the till", async () => {
  const { cle } = await take({ montant: "30", donne: "" });
  const params = { ...regie(), payment: cle };
  const body = { cle: newId<"reversal">(), raison: "Mauvais compte" };
  const told = text(await ask("POST", `${RECEIPT}/annuler`, { params, body }));
  expect(told).toMatch(/Une écriture contraire de 30,00 €, datée d’aujourd’hui, annulera cette quittance/);
  expect(told).toContain("30,00 € sortent de la caisse");
  expect(text(await ask("GET", RECEIPT, { params }))).not.toContain("Annulée");
  const confirmed = { params, body: { ...body, confirme: "1" } };
  expect(await ask("POST", `${RECEIPT}/annuler`, confirmed)).toMatchObject({ kind: "redirect" });
  const cancelled = text(await ask("GET", RECEIPT, { params }));
  expect(cancelled).toContain("Annulée le jeudi 3 décembre");
  expect(cancelled).not.toContain("preuve du paiement");
});

test("where a title can pay nothing, its page says so, and offers no form that would be refused", async () => {
  const query = { moyen: "ancv" };
  const html = await ask("GET", PAYER, { params: payer(), query });
  expect(htmlOf(html)).not.toContain('name="montant"');
  expect(text(html)).not.toContain("sera un crédit");
  expect(text(html)).toContain("Rien de ce qui est à régler ne se paie avec ce titre");
});

test("reading a receipt leaves a line in the journal: whose it is, and who read it", async () => {
  const { cle } = await take({ montant: "4", donne: "" });
  await ask("GET", RECEIPT, { params: { ...regie(), payment: cle } });
  const lines = await desk.town.database.read((reads) =>
    reads.rows(
      "test_receipt_read",
      `select by_label as by, household_id as household from journal_entry
       where act = 'payments.desk-receipt-read' and object_id = $1`,
      [cle],
    ),
  );
  expect(lines).toEqual([{ by: desk.nadia.name, household: desk.payer.householdId }]);
});
