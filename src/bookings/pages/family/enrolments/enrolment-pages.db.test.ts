import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { setEnrolmentRule } from "../../../enrolments/enrolment-rules.ts";
import type { EnrolmentConditions } from "../../../rules/conditions/condition.ts";
import { submitBookings } from "../../../submit/submit-bookings.ts";
import { familyEnrolmentRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let quend: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, familyEnrolmentRoutes);
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
    "Restauration scolaire – Rue, 2026-2027 École de Rue Inscription jusqu’au 2 juillet 2027",
  );
  expect(list).toContain("Possible à partir du 4 mai 2027 Pas encore : Lina aura 9 ans le 4 mai 2027.");
  expect(list).toContain("1 autre service, et pourquoi");
  expect(list).toContain("Inscription par un agent Appelez le 03 22 25 00 00 : un agent inscrit avec vous.");
  expect(html).toContain(`/inscriptions/nouvelle?pour=${home.children[0]?.id}`);
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
  expect(words(await at.ask("GET", "/inscriptions", visitOf(home)))).not.toContain("Inscription jusqu’au");
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
  expect(receipt).toContain("Inscription terminée : Lina – Restauration scolaire – Rue");
  expect(receipt).toContain("du 2 novembre 2026 au 30 novembre 2026");
  expect(receipt).toContain("Fin demandée, lundi 2 novembre à 9 h. Claire Lefebvre");
});
