import { afterAll, beforeAll, expect, test } from "vitest";

import type { Visit } from "#identity";
import { formatDay, parisDate, type Id } from "#kernel";
import type { Answer, RawInput } from "#platform";
import { testDatabase, type TestDatabase } from "#test";
import { MadeUpOwed, type MadeUpFact } from "../../../test/billing/made-up-owed.ts";
import { noPayments } from "../../../test/billing/no-payments.ts";
import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { htmlOf, sent, visitTo } from "../../../test/builders/visit.tsx";
import { billingHandlers } from "../handlers.ts";
import { billingAgentRoutes } from "./agent/routes.ts";
import { billingFamilyRoutes } from "./family/routes.ts";

const owed = new MadeUpOwed();
const routes = [...billingFamilyRoutes(noPayments), ...billingAgentRoutes(owed, noPayments)];

let town: TestDatabase;
let home: Household;
let other: Household;
beforeAll(async () => {
  town = await testDatabase();
  [home, other] = await town.database.write(async (writes) => {
    const first = await buildHousehold(writes, { guardians: ["Claire", "Paul"], children: ["Lina", "Tom"] });
    // Tom's other home: Paul, who belongs to it too, pays there as well.
    return [
      first,
      await buildHousehold(writes, {
        lastName: "Bernard",
        guardians: ["Odile"],
        children: [],
        sharedChildren: first.children.slice(1),
        sharedGuardians: first.guardians.slice(1),
      }),
    ];
  });
}, 60_000);
afterAll(() => town.close());

const agent = () => ({ ...visitTo(town), actor: agentWith(["billing.read", "billing.write"]) });
const claire = () => ({ ...visitTo(town), actor: guardianOf(home) });
const odile = () => ({ ...visitTo(town), actor: guardianOf(other) });

function ask(
  method: "GET" | "POST",
  path: string,
  visit: Visit,
  parts: Partial<RawInput> = {},
): Promise<Answer> {
  const found = routes.find((one) => one.method === method && one.path === path);
  if (found === undefined) throw new Error(`No route ${method} ${path}`);
  return found.handle(visit, sent(parts));
}
const text = (answer: Answer) =>
  htmlOf(answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

const [lina, tom] = ["Lina", "Tom"].map((name) => ({ id: newId<"participant">(), name }));
function fact(changes: Partial<MadeUpFact>): MadeUpFact {
  return {
    householdId: home.id,
    guardianId: home.guardians[0]?.id ?? newId<"guardian">(),
    sourceKey: "booking:1",
    day: "2026-10-05",
    cents: 400,
    participant: lina ?? null,
    activity: { id: newId<"activity">(), name: "Restauration scolaire – Rue" },
    why: [{ fact: "amount", euros: "4.00" }],
    ...changes,
  };
}
const pauls = (householdId: Id<"household">, changes: Partial<MadeUpFact>) =>
  fact({
    householdId,
    guardianId: home.guardians[1]?.id ?? newId<"guardian">(),
    participant: tom ?? null,
    ...changes,
  });

async function prepare(mois = "2026-10"): Promise<Id<"run">> {
  const id = newId<"run">();
  const begun = await ask("POST", "/agent/facturation", agent(), { body: { cle: id, mois } });
  expect(begun).toMatchObject({ kind: "redirect", to: `/agent/facturation/${id}` });
  const handlers = billingHandlers(owed, new URL("https://espace.exemple.fr"), noPayments);
  const { authority, database, now } = agent();
  expect(text(await ask("GET", "/agent/facturation/:run", agent(), { params: { run: id } }))).toContain(
    "En préparation",
  );
  for (const handle of handlers["billing.runStarted"] ?? [])
    await handle({ authority, database, now }, { run: id });
  return id;
}

async function issue(run: Id<"run">) {
  expect(await ask("POST", "/agent/facturation/:run/emettre", agent(), { params: { run } })).toMatchObject({
    kind: "redirect",
    to: `/agent/facturation/${run}`,
  });
  const { authority, database, now } = agent();
  const tell =
    billingHandlers(owed, new URL("https://espace.exemple.fr"), noPayments)["billing.issued"] ?? [];
  for (const handle of [...tell, ...tell]) await handle({ authority, database, now }, { run });
}

const invoices = () =>
  town.database.read((reads) =>
    reads.rows<{ id: Id<"invoice">; household: Id<"household">; payer: string; kind: string }>(
      "test_pages_invoices",
      `select id, household_id as household, payer_name as payer, kind from invoice order by series desc, number`,
    ),
  );

test("a month from its draft to the family's account, its dispute and its credit note", async () => {
  owed.facts = [
    fact({}),
    fact({ sourceKey: "booking:2", day: "2026-10-06", cents: null }),
    pauls(home.id, { sourceKey: "booking:3", cents: 320 }),
    pauls(other.id, { sourceKey: "booking:4", cents: 777 }),
  ];
  const run = await prepare();
  const review = text(await ask("GET", "/agent/facturation/:run", agent(), { params: { run } }));
  expect(review).toContain("Prix impossible à dire (bloque l’émission) : 1");
  expect(review).toContain("Foyer sans adresse : 3");
  expect(review).toContain("Ce mois ne peut pas encore être émis 1 prix ne peut pas être dit");
  expect(review).not.toContain("Émettre les 3 factures");
  const refused = await ask("GET", "/agent/facturation/:run/emettre", agent(), { params: { run } });
  expect(refused).toMatchObject({ kind: "refusal", refusal: { status: 409 } });

  // The fact is settled, and the draft made again.
  owed.facts = owed.facts.map((one) => (one.cents === null ? { ...one, cents: 400 } : one));
  const abandoned = await ask("POST", "/agent/facturation/:run/abandonner", agent(), { params: { run } });
  expect(abandoned).toMatchObject({ kind: "redirect" });
  // A run that was given up holds nothing: neither « rien d’anormal », nor services that lost all their money.
  const given = text(await ask("GET", "/agent/facturation/:run", agent(), { params: { run } }));
  expect(given).toContain("Abandonnée");
  expect(given).not.toContain("anormal");
  expect(given).not.toContain("Par service");
  const again = await prepare();
  const last = text(await ask("GET", "/agent/facturation/:run/emettre", agent(), { params: { run: again } }));
  expect(last).toContain("3 factures, 18,97 €");
  expect(last).not.toContain("Le mois n’est pas fini");
  await issue(again);

  // Each household reads its own documents, and no other.
  const issued = await invoices();
  const own = issued.filter(({ household }) => household === home.id);
  expect(issued).toHaveLength(3);
  const account = text(await ask("GET", "/factures", claire()));
  expect(account).toContain("Compte de Claire Lefebvre À régler : 8,00 €");
  const ledger = text(
    await ask("GET", "/agent/familles/:household/comptes/:guardian", agent(), {
      params: { household: home.id, guardian: home.guardians[0]?.id },
    }),
  );
  expect(ledger).toContain("Une seule écriture : 8,00 €.");
  expect(account).toContain("Compte de Paul Lefebvre À régler : 3,20 €");
  expect(account).not.toContain("7,77");
  const theirs = text(await ask("GET", "/factures", odile()));
  expect(theirs).toContain("7,77 €");
  expect(theirs).not.toContain("8,00");
  for (const { id, household } of issued) {
    const seen = await ask("GET", "/factures/:invoice", claire(), { params: { invoice: id } });
    expect(seen.kind).toBe(household === home.id ? "page" : "not-found");
    const printed = await ask("GET", "/factures/:invoice/facture.pdf", claire(), { params: { invoice: id } });
    expect(printed.kind).toBe(household === home.id ? "file" : "not-found");
  }
  const [first] = own;
  if (first === undefined) throw new Error("no invoice");
  const shown = text(await ask("GET", "/factures/:invoice", claire(), { params: { invoice: first.id } }));
  expect(shown).toContain("Prix : 4,00 €.");
  expect(shown).toContain("Je conteste cette ligne");
  const mails = await town.database.read((reads) =>
    reads.rows<{ to: string }>(
      "test_mails",
      `select to_address as to from outbox_message where key like 'billing.issued:%' order by to_address`,
    ),
  );
  expect(mails.map(({ to }) => to)).toEqual([
    "claire.lefebvre@exemple.fr",
    "paul.lefebvre@exemple.fr",
    "paul.lefebvre@exemple.fr",
  ]);

  // A line is disputed, an agent accepts, the fact is put right: the next run gives the difference back.
  const line = { invoice: first.id, position: "1" };
  const path = "/factures/:invoice/lignes/:position/contester";
  const empty = await ask("POST", path, claire(), { params: line, body: { cle: newId(), motif: " " } });
  expect(text(empty)).toContain("Écrivez ce qui ne va pas.");
  const dispute = newId<"dispute">();
  const body = { cle: dispute, motif: "Lina était malade." };
  for (const _ of [1, 2])
    expect(await ask("POST", path, claire(), { params: line, body })).toMatchObject({ kind: "redirect" });
  expect(await ask("POST", path, odile(), { params: line, body })).toMatchObject({ kind: "not-found" });
  expect(await ask("GET", path, claire(), { params: line })).toMatchObject({ kind: "refusal" });
  const list = text(await ask("GET", "/agent/facturation/contestations", agent()));
  expect(list).toContain("Lina était malade.");
  const one = await ask("GET", "/agent/facturation/contestations/:dispute", agent(), { params: { dispute } });
  expect(text(one)).toContain("Réservations de ce mois");
  expect(text(one)).not.toContain("Pointage de ce jour");
  const answered = await ask("POST", "/agent/facturation/contestations/:dispute", agent(), {
    params: { dispute },
    body: { decision: "accepted", reponse: "Le certificat est là." },
  });
  expect(answered).toMatchObject({
    kind: "redirect",
    to: "/agent/facturation/contestations?repondu=accepted",
  });
  const query = { repondu: "accepted" };
  const then = text(await ask("GET", "/agent/facturation/contestations", agent(), { query }));
  expect(then).toContain("La réponse est envoyée.");
  expect(then).toContain("préparez à nouveau le mois");
  owed.facts = owed.facts.map((one) => (one.sourceKey === "booking:1" ? { ...one, cents: 0 } : one));
  await issue(await prepare());
  const credit = (await invoices()).find(({ kind }) => kind === "credit_note");
  const corrected = text(
    await ask("GET", "/factures/:invoice", claire(), { params: { invoice: credit?.id ?? "" } }),
  );
  expect(corrected).toContain("Corrige la facture F-2026-00000");
  expect(corrected).toContain("Émis le");
  expect(corrected).toContain("4,00 € étaient déjà facturés ; le prix juste est maintenant 0,00 €.");
  const after = text(await ask("GET", "/factures", claire()));
  expect(after).toContain("Compte de Claire Lefebvre À régler : 4,00 €");
  const told = text(await ask("GET", "/factures/:invoice", claire(), { params: { invoice: first.id } }));
  expect(told).toContain("Contestation acceptée : Le certificat est là.");
  // The bill says what settled it, and its line what corrected it, where it may be disputed again.
  const claires = own.find(({ payer }) => payer.startsWith("Claire"))?.id ?? "";
  const bill = text(await ask("GET", "/factures/:invoice", claire(), { params: { invoice: claires } }));
  expect(bill).toMatch(/Réglé par Avoir A-2026-000001 , le [^:]+ : 4,00 € Reste à régler 4,00 €/);
  expect(bill).toContain("Corrigé par l’avoir A-2026-000001 − 4,00 €");
  expect(bill.match(/Je conteste cette ligne/g)).toHaveLength(1);
  expect(corrected).toContain("A réglé Facture F-2026-00000");
});

test("who has no authority over a child of the household reads only his own account", async () => {
  const actor = guardianOf(home);
  const step = {
    ...actor,
    guardian: { ...actor.guardian, withheldIds: [lina?.id ?? newId<"participant">()] },
  };
  const visit = { ...visitTo(town), actor: step };
  const account = text(await ask("GET", "/factures", visit));
  expect(account).not.toContain("Paul");
  const ofHome = (await invoices()).filter(({ household }) => household === home.id);
  const [own] = ofHome.filter(({ payer, kind }) => payer.startsWith("Claire") && kind === "invoice");
  const [paul] = ofHome.filter(({ payer }) => payer.startsWith("Paul"));
  const others = { params: { invoice: paul?.id ?? "" } };
  expect((await ask("GET", "/factures/:invoice", claire(), others)).kind).toBe("page");
  expect((await ask("GET", "/factures/:invoice", visit, others)).kind).toBe("not-found");
  const shown = text(await ask("GET", "/factures/:invoice", visit, { params: { invoice: own?.id ?? "" } }));
  expect(shown).not.toContain("Lina");
  expect(shown).toContain("dont vous ne recevez pas les informations");
});

test("an agent reads any invoice, and the journal keeps it; the list of payers is a file", async () => {
  const [first] = await invoices();
  const shown = await ask("GET", "/agent/factures/:invoice", agent(), {
    params: { invoice: first?.id ?? "" },
  });
  expect(text(shown)).toContain("Facture F-2026-000001");
  const printed = await ask("GET", "/agent/factures/:invoice/facture.pdf", agent(), {
    params: { invoice: first?.id ?? "" },
  });
  expect(printed).toMatchObject({
    kind: "file",
    name: "facture-F-2026-000001.pdf",
    type: "application/pdf",
  });
  const read = await town.database.read((reads) =>
    reads.row("test_read", `select act from journal_entry where act = 'billing.invoice-read'`),
  );
  expect(read).toEqual({ act: "billing.invoice-read" });
  const oddities = await ask("GET", "/agent/facturation/:run/a-regarder.csv", agent(), {
    params: { run: await prepare() },
  });
  expect(oddities).toMatchObject({ kind: "file", name: "a-regarder-2026-10.csv" });
  if (oddities.kind !== "file") throw new Error("no file");
  expect(String(oddities.body)).toContain("Foyer sans adresse;Foyer Lefebvre;Claire Lefebvre;");
  const list = htmlOf(await ask("GET", "/agent/facturation", agent()));
  expect(list).toContain("octobre 2026 (à relire)");
  const onlySite = { ...visitTo(town), actor: agentWith(["billing.read"], [newId<"site">()]) };
  expect(await ask("GET", "/agent/facturation", onlySite)).toMatchObject({ kind: "not-found" });
});

test("a month that is not over says so before it becomes final", async () => {
  const today = parisDate(agent().now);
  owed.facts = [fact({ day: today.toString(), sourceKey: "booking:early" })];
  const run = await prepare(today.toPlainYearMonth().toString());
  const last = text(await ask("GET", "/agent/facturation/:run/emettre", agent(), { params: { run } }));
  expect(last).toContain("Le mois n’est pas fini");
  expect(last).toContain(
    `jusqu’au ${formatDay(today.with({ day: today.daysInMonth }))}, sont facturés tels qu’ils sont réservés aujourd’hui`,
  );
});
