import { afterAll, beforeAll, expect, test } from "vitest";

import type { Visit } from "#identity";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../test/builders/family-town.tsx";
import type { Household } from "../../../test/builders/household.ts";
import { announced, lettersTo } from "../../../test/builders/letters.ts";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { tellSettled } from "../emails/tell-settled.ts";
import { pricingRoutes } from "./routes.ts";

let town: TestDatabase;
/** The request by which families declare, where the authority offers one. */
let offered: string | undefined;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(
    town,
    pricingRoutes(() => Promise.resolve(offered)),
  );
}, 60_000);
afterAll(() => town.close());

const agent = agentWith(["income.read", "income.write", "settings.write"]);
const DECLARE = "/famille/quotient/:household/declarer";
const FILE = "/agent/familles/:household/quotient";
const income = (changes: Record<string, string> = {}) => ({
  cle: newId(),
  valeur: "699,99",
  du: "2026-10-15",
  regime: "caf",
  ...changes,
});
const declare = (home: Household, body: Record<string, string>, actor: Visit["actor"] = guardianOf(home)) =>
  at.ask("POST", DECLARE, at.visit(actor), { params: { household: home.id }, body });
const enter = (home: Household, body: Record<string, string>, actor: Visit["actor"] = agent) =>
  at.ask("POST", FILE, at.visit(actor), { params: { household: home.id }, body });
const read = async (actor: Visit["actor"]) =>
  wordsOf(htmlOf(await at.ask("GET", "/famille/quotient", at.visit(actor))));
const file = async (home: Household, actor: Visit["actor"] = agent) =>
  at.ask("GET", FILE, at.visit(actor), { params: { household: home.id } });

test("a family declares, an agent accepts, the family is told without the amount", async () => {
  const home = await at.family({ lastName: "Declare" });
  const body = income();
  expect(await declare(home, body)).toMatchObject({
    kind: "redirect",
    to: `/famille/quotient?fait=${body.cle}`,
  });
  const before = await read(guardianOf(home));
  expect(before).toContain("Déclaré, à vérifier");
  expect(before).toContain("Comptera à partir du lundi 2 novembre 2026.");
  expect(before).toContain("attestation de la CAF");
  const params = { household: home.id, entry: body.cle };
  await at.ask("POST", `${FILE}/:entry/decider`, at.visit(agent), { params, body: { decision: "accepter" } });
  const facts = (await announced(town, "pricing.quotientSettled")).at(-1);
  const now = Temporal.Instant.from("2026-11-02T09:00:00Z");
  const handler = tellSettled(new URL("http://localhost:3000"));
  await handler({ ...town, now }, facts);
  await handler({ ...town, now }, facts);
  const letters = await lettersTo(town, "claire.declare@exemple.fr");
  expect(letters.map(({ subject }) => subject)).toEqual(["Votre déclaration est acceptée"]);
  expect(letters[0]?.text).toContain("Elle compte à partir du lundi 2 novembre 2026.");
  expect(letters[0]?.text).not.toMatch(/699/);
  expect(await read(guardianOf(home))).toContain("699,99 Valable");
});

test("where the authority offers a request for it, a family declares by it and nowhere else", async () => {
  const home = await at.family({ lastName: "Demande" });
  offered = "/demarches/nouvelle/1";
  const params = { household: home.id };
  const to = `/demarches/nouvelle/1?foyer=${home.id}`;
  const shown = await at.ask("GET", DECLARE, at.visit(guardianOf(home)), { params });
  expect([shown, await declare(home, income())]).toMatchObject([{ to }, { to }]);
  offered = undefined;
  expect(await read(guardianOf(home))).not.toContain("Déclaré, à vérifier");
});

test("a refusal is told with its reason, and can be followed by another declaration", async () => {
  const home = await at.family({ lastName: "Refus" });
  const body = income();
  await declare(home, body);
  const settle = (raison: string) =>
    at.ask("POST", `${FILE}/:entry/decider`, at.visit(agent), {
      params: { household: home.id, entry: body.cle },
      body: { decision: "refuser", raison },
    });
  expect(await settle("")).toMatchObject({ status: 422 });
  await settle("L’attestation date de 2025.");
  expect(await read(guardianOf(home))).toContain("L’attestation date de 2025.");
  expect(await settle("Encore.")).toMatchObject({ status: 409 });
});

test.each([
  [{ valeur: "" }, "Écrivez le quotient, ou les ressources."],
  [{ valeur: "-3" }, "Écrivez un nombre, par exemple 699"],
  [{ valeur: "699,999" }, "Écrivez un nombre, par exemple 699"],
  [{ ressources: "2450" }, "Écrivez le nombre d’enfants à charge"],
  [{ ressources: "2450", enfants: "1", aeeh: "2" }, "plus d’enfants avec l’AEEH"],
  [{ du: "2026-12-01" }, "Cette date est à venir"],
] as const)("a form that says %o comes back: %s", async (changes, words) => {
  const home = await at.family({ lastName: "Corrige" });
  const answer = await declare(home, income(changes));
  expect(answer).toMatchObject({ kind: "page", status: 422 });
  expect(wordsOf(htmlOf(answer))).toContain(words);
});

test("another household's page does not exist, for a parent and for its form", async () => {
  const [home, other] = [await at.family({ lastName: "Ici" }), await at.family({ lastName: "Autre" })];
  expect((await declare(other, income(), guardianOf(home))).kind).toBe("not-found");
  const params = { household: other.id };
  expect((await at.ask("GET", DECLARE, at.visit(guardianOf(home)), { params })).kind).toBe("not-found");
});

test("an agent without the right, or with it at one site only, reads nothing; each reading is in the journal", async () => {
  const home = await at.family({ lastName: "Lue" });
  await enter(home, income({ ressources: "2450", enfants: "2", aeeh: "1" }));
  for (const actor of [agentWith(["families.read"]), agentWith(["income.read"], [at.rue.siteId])])
    expect((await file(home, actor)).kind).toBe("not-found");
  expect(wordsOf(htmlOf(await file(home)))).toMatch(
    /2 450,00 € par mois 2 enfants à charge, dont 1 avec AEEH/,
  );
  const lines = await town.database.read((reads) =>
    reads.rows<{ act: string }>("test_income_read", `select act from journal_entry where household_id = $1`, [
      home.id,
    ]),
  );
  expect(lines.map(({ act }) => act)).toEqual(["pricing.quotient-entered", "pricing.income-read"]);
});

test("days that have passed change with a reason only", async () => {
  const home = await at.family({ lastName: "Passe" });
  const answer = await enter(home, income({ "compte-du": "2026-09-01" }));
  expect(wordsOf(htmlOf(answer))).toContain("Cette date est passée : écrivez la raison.");
  expect((await enter(home, income({ "compte-du": "2026-09-01", motif: "Attestation oubliée." }))).kind).toBe(
    "redirect",
  );
});

test("the hourly rate of a household, tried with other figures, and its year without a floor", async () => {
  const home = await at.family({ lastName: "Horaire" });
  await enter(
    home,
    income({ ressources: "2450", enfants: "2", "compte-du": "2025-10-01", motif: "Contrat." }),
  );
  const rate = async (query: Record<string, string>) =>
    wordsOf(
      htmlOf(
        await at.ask("GET", "/agent/familles/:household/tarif-horaire", at.visit(agent), {
          params: { household: home.id },
          query,
        }),
      ),
    );
  expect(await rate({ jour: "2025-10-02" })).toContain("2 450,00 € × 0,0516 % = 1,2642 €, arrondi à 1,26 €");
  expect(await rate({ jour: "2025-10-02", ressources: "8500", enfants: "4" })).toContain("arrondi à 2,64 €");
  expect(await rate({ jour: "2026-01-15" })).toContain("Le plancher de ressources du jeudi 15 janvier 2026");
  const limits = { des: "2026-01-01", plancher: "814", plafond: "8500" };
  await at.ask("POST", "/agent/quotients/bareme-psu", at.visit(agent), { body: limits });
  expect(await rate({ jour: "2026-01-15" })).toContain("arrondi à 1,26 €");
});

test("the list names who must be asked, and tells no amount", async () => {
  const home = await at.family({ lastName: "Liste" });
  await enter(home, income({ valeur: "543,21", "jusqu-au": "2026-11-30" }));
  const list = async (etat: string) =>
    wordsOf(htmlOf(await at.ask("GET", "/agent/quotients", at.visit(agent), { query: { etat } })));
  expect(await list("bientot")).toContain("Foyer Liste");
  expect(await list("bientot")).not.toContain("543");
  expect(await list("manquants")).not.toContain("Foyer Liste");
});

test("a setting holds from its day on", async () => {
  const setting = {
    des: "2026-11-02",
    effet: "jour",
    annee: "1",
    expire: "31/08",
    proche: "31",
    prevenir: "30",
  };
  const save = (changes: Record<string, string>) =>
    at.ask("POST", "/agent/quotients/reglage", at.visit(agent), { body: { ...setting, ...changes } });
  expect(await save({ expire: "31/02" })).toMatchObject({ status: 422 });
  const past = await save({ des: "2026-10-01", proche: "45" });
  expect(past).toMatchObject({ status: 422 });
  // What was typed comes back as it was.
  expect(htmlOf(past)).toContain('value="2026-10-01"');
  expect(htmlOf(past)).toContain('value="45"');
  expect((await save({})).kind).toBe("redirect");
  const home = await at.family({ lastName: "Regle" });
  await declare(home, income());
  expect(await read(guardianOf(home))).toContain("699,99 Valable");
  expect(await read(guardianOf(home))).toContain("31 août 2027");
});
