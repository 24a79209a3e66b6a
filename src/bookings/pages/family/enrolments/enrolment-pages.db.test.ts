import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../../../test/builders/canteen.ts";
import { keptDocument } from "../../../../../test/builders/request.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { lackingDocuments } from "../../../enrolments/lacking-documents.ts";
import { setEnrolmentRule } from "../../../enrolments/enrolment-rules.ts";
import type { EnrolmentConditions } from "../../../rules/conditions/condition.ts";
import { submitBookings } from "../../../submit/submit-bookings.ts";
import { agentEnrolmentRoutes } from "../../agent/enrolments/routes.ts";
import { familyEnrolmentRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let quend: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [...familyEnrolmentRoutes(), ...agentEnrolmentRoutes]);
  quend = await at.canteen({ name: "Quend" });
  await at.canteen({ name: "Crécy" });
  await rule(quend, [{ kind: "age", on: "slotDay", fromYears: 9 }]);
  await rule(at.rue, []);
}, 60_000);
afterAll(() => town.close());

const rule = (canteen: Canteen, conditions: EnrolmentConditions) =>
  town.database.write((writes) =>
    setEnrolmentRule(writes, {
      activityId: canteen.activityId,
      validFrom: Temporal.PlainDate.from("2026-09-01"),
      byFamily: true,
      conditions,
    }),
  );

const NEW = "/inscriptions/nouvelle";
const SAVE = "/inscriptions/enregistrer";
const ONE = "/inscriptions/:enrolment";
const END = "/inscriptions/:enrolment/arreter";
const visitOf = (home: Household) => at.visit(guardianOf(home));
const words = (answer: Answer) => wordsOf(htmlOf(answer));
const statusOf = (answer: Answer) => (answer.kind === "page" ? (answer.status ?? 200) : answer.kind);
const form = (home: Household, canteen: Canteen) => ({
  pour: home.children[0]?.id ?? "",
  foyer: home.id,
  saison: canteen.seasonId,
});

async function enrolAt(home: Household, canteen: Canteen): Promise<string> {
  const body = { ...form(home, canteen), venue: "regulier" };
  const answer = await at.ask("POST", SAVE, visitOf(home), { body });
  if (answer.kind !== "redirect") throw new Error(`Not enrolled: ${words(answer)}`);
  return answer.to.replace("/inscriptions/", "");
}

test("each person of the household reads what holds, what is possible, and what is not and why", async () => {
  await rule(quend, [{ kind: "age", on: "slotDay", fromYears: 9 }]);
  const home = await at.family();
  const html = htmlOf(await at.ask("GET", "/inscriptions", visitOf(home)));
  const list = wordsOf(html);
  expect(list).toContain(
    "Restauration scolaire – Rue, 2026-2027 École de Rue Inscription faite, pour venir jusqu’au 2 juillet 2027",
  );
  expect(list).toContain("Possible à partir du 4 mai 2027 Pas encore : Lina aura 9 ans le 4 mai 2027.");
  expect(list).toContain("1 autre service, et pourquoi");
  expect(list).toContain("Inscription par un agent Appelez le 03 22 25 00 00 : un agent inscrit avec vous.");
  expect(html).toContain(`/inscriptions/nouvelle?pour=${home.children[0]?.id}`);
});

test("the services of other schools are folded under one line", async () => {
  await rule(quend, [{ kind: "school", schools: ["Quend"] }]);
  const home = await at.family();
  await sql(
    "test_schooling",
    `insert into schooling (participant_id, school_year, school_name, level) values ($1, '2026-2027', 'Rue', 'CE1')`,
    [home.children[0]?.id ?? ""],
  );
  const list = words(await at.ask("GET", "/inscriptions", visitOf(home)));
  expect(list).toMatch(
    /1 autre service, et pourquoi .* Services d’autres écoles \(1\) Restauration scolaire – Quend/,
  );
});

test("what will be is said first, then done, then kept at its address", async () => {
  await rule(quend, [
    { kind: "priority", group: "nouveaux", name: "les nouveaux", points: 1, who: { kind: "regular" } },
    { kind: "age", on: "slotDay", fromYears: 9 },
  ]);
  const home = await at.family({ enrolledIn: [] });
  const check = words(await at.ask("GET", NEW, visitOf(home), { query: form(home, quend) }));
  expect(check).toContain("Inscrire Lina : Restauration scolaire – Quend");
  expect(check).toContain("Rien n’est encore fait.");
  expect(check).toContain("du 4 mai 2027 au 2 juillet 2027");
  const unsaid = await at.ask("POST", SAVE, visitOf(home), { body: form(home, quend) });
  expect(statusOf(unsaid)).toBe(422);
  expect(words(unsaid)).toContain("Choisissez « Régulièrement » ou « De temps en temps ».");

  const enrolment = await enrolAt(home, quend);
  expect(await enrolAt(home, quend)).toBe(enrolment);
  const receipt = words(await at.ask("GET", ONE, visitOf(home), { params: { enrolment } }));
  expect(receipt).toContain("C’est fait : Lina peut venir – Restauration scolaire – Quend");
  expect(receipt).toContain("Facturé à Claire Lefebvre Venue Régulièrement Priorité les nouveaux");
  expect(receipt).toContain("Inscription, lundi 2 novembre à 9 h. Claire Lefebvre");
  const again = await at.ask("GET", NEW, visitOf(home), { query: form(home, quend) });
  expect(again).toMatchObject({ kind: "redirect", to: `/inscriptions/${enrolment}` });
});

test("a refusal says which condition, and nothing is written", async () => {
  await rule(quend, [{ kind: "completeFile", needs: ["phone"] }]);
  const home = await at.family({ enrolledIn: [] });
  const body = { ...form(home, quend), venue: "occasionnel" };
  const answer = await at.ask("POST", SAVE, visitOf(home), { body });
  expect(statusOf(answer)).toBe(422);
  expect(words(answer)).toContain(
    "Il manque au dossier un numéro de téléphone : appelez-nous pour le compléter.",
  );
  expect(words(await at.ask("GET", "/inscriptions", visitOf(home)))).not.toContain("Inscription faite");
});

test("an enrolment that lacks a document stays, and says so to the family and to agents until one is kept", async () => {
  await rule(quend, [{ kind: "document", document: "Attestation d’assurance" }]);
  const [home, enrolled] = [
    await at.family({ enrolledIn: [] }),
    await at.family({ enrolledIn: [quend], children: ["Hugo", "Lina"] }),
  ];
  const asked = "Il manque un document, « Attestation d’assurance » : envoyez-le dans « Mes documents ».";
  const refused = await at.ask("POST", SAVE, visitOf(home), {
    body: { ...form(home, quend), venue: "regulier" },
  });
  expect(words(refused)).toContain(asked);
  const list = async () => words(await at.ask("GET", "/inscriptions", visitOf(enrolled)));
  expect(await list()).toContain(`Inscription faite, pour venir jusqu’au 2 juillet 2027 ${asked}`);
  const lacking = () =>
    town.database.read((reads) =>
      lackingDocuments(
        reads,
        { id: enrolled.guardians[0]?.id ?? newId<"guardian">(), householdIds: [enrolled.id] },
        visitOf(enrolled).now,
      ),
    );
  const documents = ["Attestation d’assurance"];
  expect(await lacking()).toMatchObject([
    { firstName: "Hugo", documents },
    { firstName: "Lina", documents },
  ]);
  const agents = { params: { household: enrolled.id } };
  const agent = at.visit(agentWith(["bookings.write", "families.read"]));
  expect(words(await at.ask("GET", "/agent/familles/:household/inscriptions", agent, agents))).toContain(
    "Il manque un document, « Attestation d’assurance ».",
  );
  await keptDocument(town, enrolled, "Attestation d’assurance", enrolled.children[0]?.id ?? null);
  expect(await lacking()).toMatchObject([{ firstName: "Lina", documents }]);
  await keptDocument(town, enrolled, "Attestation d’assurance");
  expect(await list()).not.toContain("Il manque un document");
});

const sql = (name: string, text: string, parameters: readonly string[]) =>
  town.database.write((writes) => writes.run(name, text, parameters));

test("a season in which nothing is left to book is refused, with since when, and kept by who is in it", async () => {
  const term = await at.canteen({ name: "Nouvion" });
  await rule(term, []);
  const home = await at.family({ enrolledIn: [] });
  const enrolled = await at.family({ enrolledIn: [term] });
  const before = words(await at.ask("GET", NEW, visitOf(home), { query: form(home, term) }));
  expect(before).toContain("Comment viendra-t-on ?");
  await sql(
    "test_window_over",
    `insert into booking_window (season_id, first_day, last_day, opens_at, closes_at)
     select id, first_day, last_day, '2026-09-01 08:00+02', '2026-10-01 12:00+02' from season where id = $1`,
    [term.seasonId],
  );
  const body = { ...form(home, term), venue: "regulier" };
  const refused = await at.ask("POST", SAVE, visitOf(home), { body });
  expect(statusOf(refused)).toBe(422);
  for (const said of [refused, await at.ask("GET", NEW, visitOf(home), { query: form(home, term) })]) {
    expect(words(said)).toContain("L’inscription n’est plus possible");
    expect(words(said)).toContain(
      "Plus rien ne se réserve pour « 2026-2027 » depuis le jeudi 1er octobre à 12 h. La suite n’est pas encore proposée",
    );
    expect(words(said)).not.toContain("Comment viendra-t-on ?");
  }
  expect(words(await at.ask("GET", "/inscriptions", visitOf(home)))).toContain("Plus rien ne se réserve");
  const own = words(await at.ask("GET", "/inscriptions", visitOf(enrolled)));
  expect(own).toContain(
    "Nouvion, 2026-2027 École de Nouvion Inscription faite, pour venir jusqu’au 2 juillet 2027",
  );

  await sql(
    "test_next_term",
    `insert into season (activity_id, name, first_day, last_day, opens_on)
     select activity_id, 'Trimestre 2', '2027-08-30', '2027-12-17', opens_on from season where id = $1`,
    [term.seasonId],
  );
  const again = words(await at.ask("GET", NEW, visitOf(home), { query: form(home, term) }));
  expect(again).toContain("Choisissez « Trimestre 2 », à partir du 30 août 2027.");
  const list = words(await at.ask("GET", "/inscriptions", visitOf(home)));
  expect(list).toContain("Service ouvert du 30 août 2027 au 17 décembre 2027.");
  expect(list).not.toContain("Plus rien ne se réserve");
});

test("for days that are dates alone nobody is asked whether every week", async () => {
  const workshops = await at.canteen({ name: "Ateliers" });
  await rule(workshops, []);
  await sql("test_no_weekday", `delete from opening where season_id = $1`, [workshops.seasonId]);
  await sql(
    "test_dates",
    `insert into opening_date (season_id, unit_id, date, places) values ($1, $2, '2026-12-03', 10)`,
    [workshops.seasonId, workshops.unitId],
  );
  const home = await at.family({ enrolledIn: [] });
  const check = words(await at.ask("GET", NEW, visitOf(home), { query: form(home, workshops) }));
  expect(check).not.toContain("Comment viendra-t-on ?");
  const saved = await at.ask("POST", SAVE, visitOf(home), { body: form(home, workshops) });
  expect(statusOf(saved)).toBe("redirect");
});

test("nobody enrols for, sees or ends what is another family's", async () => {
  const [home, other] = [await at.family({ enrolledIn: [] }), await at.family({ enrolledIn: [] })];
  const enrolment = await enrolAt(home, at.rue);
  const visit = visitOf(other);
  const params = { enrolment };
  const body = { ...form(home, quend), venue: "regulier" };
  const answers = [
    await at.ask("GET", NEW, visit, { query: form(home, quend) }),
    await at.ask("POST", SAVE, visit, { body }),
    await at.ask("POST", SAVE, visit, { body: { ...body, foyer: other.id } }),
    await at.ask("GET", ONE, visit, { params }),
    await at.ask("GET", END, visit, { params }),
    await at.ask("POST", END, visit, { params, body: { des: "2026-12-01" } }),
  ];
  expect(answers.map(statusOf)).toEqual(answers.map(() => "not-found"));
});

test("it ends once nothing is booked any more", async () => {
  const home = await at.family({ enrolledIn: [] });
  const params = { enrolment: await enrolAt(home, at.rue) };
  const actor = guardianOf(home);
  const slotId = at.rue.slotOn("2026-12-03");
  const participantId = home.children[0]?.id ?? newId<"participant">();
  const send = (act: "book" | "cancel") =>
    submitBookings(
      { ...at.visit(actor), actor },
      { key: newId<"submission">(), lines: [{ act, participantId, slotId }] },
    );
  await send("book");
  const end = (des: string) => at.ask("POST", END, visitOf(home), { params, body: { des } });
  expect(words(await end(""))).toContain("Écrivez le premier jour sans inscription.");
  const inTheWay = await end("2026-12-01");
  expect(statusOf(inTheWay)).toBe(422);
  expect(words(inTheWay)).toContain("Repas du 03/12/2026");
  await send("cancel");
  for (const _ of [1, 2]) expect(statusOf(await end("2026-12-01"))).toBe("redirect");
  const receipt = words(await at.ask("GET", ONE, visitOf(home), { params }));
  expect(receipt).toContain("La fin de l’inscription est notée : Lina – Restauration scolaire – Rue");
  expect(receipt).toContain("du 2 novembre 2026 au 30 novembre 2026");
  expect(receipt).toContain("Fin demandée, lundi 2 novembre à 9 h. Claire Lefebvre");
});

test("an agent reads and ends it in the family's file, and nowhere else", async () => {
  const [home, other] = [await at.family({ enrolledIn: [] }), await at.family({ enrolledIn: [] })];
  const enrolment = await enrolAt(home, at.rue);
  const agent = at.visit(agentWith(["bookings.write"]));
  const file = "/agent/familles/:household/inscriptions";
  const list = htmlOf(await at.ask("GET", file, agent, { params: { household: home.id } }));
  const address = `/agent/familles/${home.id}/inscriptions/${enrolment}`;
  expect(list).toContain(`href="${address}"`);
  const params = { household: home.id, enrolment };
  const receipt = htmlOf(await at.ask("GET", `${file}/:enrolment`, agent, { params }));
  expect(receipt).toContain(`href="/agent/familles/${home.id}/planning"`);
  expect(receipt).toContain(`href="${address}/arreter"`);
  const end = await at.ask("POST", `${file}/:enrolment/arreter`, agent, {
    params,
    body: { des: "2026-12-01" },
  });
  expect(end).toMatchObject({ kind: "redirect", to: address });
  expect(words(await at.ask("GET", `${file}/:enrolment`, agent, { params }))).toContain("Fin demandée");
  const elsewhere = { household: other.id, enrolment };
  expect(statusOf(await at.ask("GET", `${file}/:enrolment`, agent, { params: elsewhere }))).toBe("not-found");
  expect(["refused", "not-found"]).toContain(
    statusOf(await at.ask("GET", ONE, agent, { params: { enrolment } })),
  );
});
