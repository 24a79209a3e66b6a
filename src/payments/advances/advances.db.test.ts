import { afterAll, beforeAll, expect, test } from "vitest";

import { lowBalanceJob, openInvoices } from "#billing";
import type { Visit } from "#identity";
import { cents } from "#kernel";
import type { Answer } from "#platform";
import { newId } from "../../../test/builders/canteen.ts";
import { htmlOf, sent } from "../../../test/builders/visit.tsx";
import { openAdvances } from "../../../test/payments/open-advances.ts";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { lookUp } from "../attempts/look-up.ts";
import { paymentsRoutes } from "../routes.ts";
import { askRefund, giveBack, refuseRefund } from "./refund-request.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const now = Temporal.Instant.from("2026-11-13T08:00:00Z");
const claire = (minutes = 0) => paying.claire(now.add({ minutes }));
const account = () => ({ foyer: paying.payer.householdId, payeur: paying.payer.guardianId });
function ask(method: "GET" | "POST", path: string, visit: Visit, fields: object = {}, params: object = {}) {
  const found = paymentsRoutes(() => paying.gateway).find(
    (one) => one.method === method && one.path === path,
  );
  if (found === undefined) throw new Error(`No route ${path}`);
  return found.handle(visit, sent(method === "GET" ? { params, query: fields } : { params, body: fields }));
}
const text = (answer: Answer) =>
  htmlOf(answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");
const page = async (minutes = 0) => text(await ask("GET", "/avance", claire(minutes), account()));

function order(changes: object = {}, visit = claire()) {
  return ask("POST", "/avance", visit, {
    ...account(),
    cle: newId<"attempt">(),
    montant: "85,00",
    email: "claire@exemple.fr",
    ...changes,
  });
}

test("closed, it is not there; opened, an amount out of bounds, another family and a second one are refused", async () => {
  expect(await ask("GET", "/avance", claire(), account())).toMatchObject({ kind: "not-found" });
  await openAdvances(paying);
  expect(await page()).toContain("Vous devez 70,00 €, et rien n’est en votre faveur.");
  for (const montant of ["9,99", "200,01", "beaucoup", "-5"]) {
    const refused = await order({ montant });
    expect(refused).toMatchObject({ kind: "page", status: 422 });
    expect(text(refused)).toContain("Écrivez un montant entre 10,00 € et 200,00 €");
  }
  expect(await order({}, paying.odile())).toMatchObject({ kind: "not-found" });
  expect(paying.gateway.opened).toHaveLength(0);
  const cle = newId<"attempt">();
  expect(await order({ cle })).toMatchObject({ kind: "redirect" });
  expect(await order({ cle })).toMatchObject({ kind: "redirect" });
  // Another one, or another amount with the same form: nobody goes to pay something else than what the page said.
  for (const changes of [{}, { cle, montant: "90,00" }])
    expect(await order(changes)).toMatchObject({
      kind: "refusal",
      refusal: { next: { href: `/paiements/${cle}` } },
    });
  expect(paying.gateway.opened).toHaveLength(1);
  expect(paying.gateway.last().order.amount).toBe(8500);

  paying.gateway.last().end = "paid";
  await lookUp({ ...claire(5) }, () => paying.gateway, { attempt: cle, cause: "notification" });
  const receipt = text(await ask("GET", "/paiements/:attempt", claire(5), {}, { attempt: cle }));
  expect(receipt).toContain("Une avance sur le compte");
  // It settles what is owed first; the rest settles the next invoice as it is issued.
  expect(await page(6)).toContain("15,00 € en votre faveur");
  await paying.bill("2026-11", 900);
  expect(await page(7)).toContain("6,00 € en votre faveur");
  expect(await paying.town.database.read((reads) => openInvoices(reads, paying.payer))).toEqual([]);
});

test("the account of a stranger, or of nobody, is none of this household: not seen, and nothing is paid into it", async () => {
  const stranger = paying.other.guardians[0]?.id;
  const opened = paying.gateway.opened.length;
  for (const payeur of [stranger, newId<"guardian">()]) {
    const of = { ...account(), payeur };
    for (const path of ["/avance", "/regler"])
      expect(await ask("GET", path, claire(), of), path).toMatchObject({ kind: "not-found" });
    expect(await order({ payeur })).toMatchObject({ kind: "not-found" });
    expect(await order({ payeur, montant: "beaucoup" })).toMatchObject({ kind: "not-found" });
    const body = {
      ...of,
      cle: newId<"attempt">(),
      facture: `${newId<"invoice">()}.100`,
      email: "a@exemple.fr",
    };
    expect(await ask("POST", "/regler", claire(), body)).toMatchObject({ kind: "not-found" });
    const back = { ...of, cle: newId<"refundRequest">(), rendre: "1,00" };
    expect(await ask("POST", "/avance/remboursement", claire(), back)).toMatchObject({ kind: "not-found" });
  }
  expect(paying.gateway.opened).toHaveLength(opened);
  // Another adult of the household is a payer, whether anything was billed to him or not.
  const marc = { ...account(), payeur: paying.home.guardians[1]?.id };
  expect(await ask("GET", "/regler", claire(), marc)).toMatchObject({ kind: "page" });
});

test("a low balance is told once by e-mail, and again only after it rose", async () => {
  const job = lowBalanceJob(new URL("https://exemple.fr"));
  const { authority, database } = claire();
  const mails = async (minutes: number) => {
    await job.run({ authority, database, now: now.add({ minutes }) });
    const rows = await database.read((reads) =>
      reads.rows<{ body: string }>(
        "test_low_mails",
        "select body_text as body from outbox_message where key like 'billing.lowBalance%' order by key",
      ),
    );
    return rows.map(({ body }) => body.replaceAll(/[\s\u00a0\u202f]+/g, " "));
  };
  const [first, ...others] = await mails(10);
  expect(others).toEqual([]);
  expect(first).toContain("Il reste 6,00 € sur votre avance : moins que 10,00 €");
  expect(await mails(20)).toHaveLength(1);
  const choose = (seuil: string) => ask("POST", "/avance/seuil", claire(25), { ...account(), seuil });
  expect(await choose("50,01")).toMatchObject({ kind: "page", status: 422 });
  expect(await choose("5,00")).toMatchObject({ kind: "redirect" });
  expect(await mails(30)).toHaveLength(1);
  expect(await choose("8,00")).toMatchObject({ kind: "redirect" });
  expect(await mails(40)).toHaveLength(2);
  expect(await choose("")).toMatchObject({ kind: "redirect" });
  expect(await mails(50)).toHaveLength(2);
});

test("the rest is asked back, given back by an agent with its means, and never more than is in favour", async () => {
  const back = (rendre: string, cle = newId<"refundRequest">()) =>
    ask("POST", "/avance/remboursement", claire(60), { ...account(), cle, rendre });
  expect(text(await back("6,01"))).toContain("entre 0,01 € et 6,00 €");
  const cle = newId<"refundRequest">();
  for (let sending = 0; sending < 2; sending += 1)
    expect(await back("6,00", cle)).toMatchObject({ kind: "redirect" });
  expect(text(await back("1,00"))).toContain("Vous avez demandé 6,00 €");
  expect(text(await back("5,00", cle))).toContain("Cette demande est déjà partie, pour 6,00 €.");
  const agent = paying.agent();
  const list = await ask("GET", "/agent/paiements/remboursements", agent);
  expect(text(list)).toContain("Claire Lefebvre 6,00 €");
  // Who reads what a family asks, and why, leaves a line.
  await ask("GET", "/agent/paiements/remboursements/:request", agent, {}, { request: cle });
  const lines = await paying.town.database.read((reads) =>
    reads.rows(
      "test_request_read",
      `select household_id as household, object_id as payer from journal_entry
       where act = 'payments.refund-request-read'`,
    ),
  );
  expect(lines).toEqual([{ household: paying.payer.householdId, payer: paying.payer.guardianId }]);
  const give = (montant: string, confirme?: "1") =>
    ask(
      "POST",
      "/agent/paiements/remboursements/:request",
      agent,
      { montant, moyen: "transfer", motif: "Virement fait.", ...(confirme && { confirme }) },
      { request: cle },
    );
  expect(await give("6,01")).toMatchObject({ kind: "page", status: 422 });
  // Nothing is given back before what it does was read.
  expect(text(await give("6,00"))).toMatch(
    /6,00 € seront notés comme rendus à Claire Lefebvre.*Virement fait\./,
  );
  expect(await page(65)).toContain("6,00 € en votre faveur");
  for (let sending = 0; sending < 2; sending += 1)
    expect(await give("6,00", "1")).toMatchObject({ kind: "redirect" });
  expect(await give("5,00")).toMatchObject({ kind: "refusal", refusal: { status: 409 } });
  expect(await page(70)).toMatch(/Rien n’est en votre faveur.*6,00 € rendus le .* : Virement fait\./);
  const refunds = await paying.town.database.read((reads) =>
    reads.rows<{ cents: number; means: string }>(
      "test_refunds",
      "select amount_cents as cents, means from refund",
    ),
  );
  expect(refunds).toEqual([{ cents: 600, means: "transfer" }]);
});

test("given back and refused at one moment, a request has one answer, and money leaves only where it is the first", async () => {
  const visit = claire(100);
  const cle = newId<"attempt">();
  await order({ cle, montant: "100,00" }, visit);
  paying.gateway.last().end = "paid";
  await lookUp(claire(105), () => paying.gateway, { attempt: cle, cause: "notification" });
  const agent = paying.agent();
  for (let turn = 0; turn < 10; turn += 1) {
    const reason = `Tour ${turn}`;
    const id = newId<"refundRequest">();
    const asked = { id, payer: paying.payer, amount: cents(100) };
    expect(await askRefund(claire(110 + turn), asked)).toMatchObject({ ok: true });
    const give = () => giveBack(agent, id, { cents: cents(100), means: "transfer", reason });
    const refuse = () => refuseRefund(agent, id, reason);
    await Promise.all(turn % 2 === 0 ? [give(), refuse()] : [refuse(), give()]);
    const left = await paying.town.database.read((reads) =>
      reads.row<{ outcome: string; refunds: number }>(
        "test_answered",
        `select outcome, (select count(*)::integer from refund where reason = $2) as refunds
         from refund_request where id = $1`,
        [id, reason],
      ),
    );
    expect(left?.refunds).toBe(left?.outcome === "given_back" ? 1 : 0);
  }
});
