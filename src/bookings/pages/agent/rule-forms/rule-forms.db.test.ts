import { afterAll, beforeAll, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { offeredSeasons } from "../../../enrolments/offered-seasons.ts";
import { ruleFormRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let helene: Visit;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, ruleFormRoutes);
  helene = at.visit(agentWith(["offer.write", "offer.read"]));
}, 60_000);
afterAll(() => town.close());

const places = (changes: Record<string, unknown> = {}) => ({
  pour: at.rue.activityId,
  panier: "",
  tard: "non",
  liste: "oui",
  ordre: "points",
  reponse: "donnee",
  temps: "1",
  unite: "1440",
  du: "2026-12-01",
  ...changes,
});
const conditions = (changes: Record<string, unknown> = {}) => ({
  pour: at.rue.activityId,
  qui: "family",
  "age-le": "slotDay",
  "age-de": "3",
  "age-unite": "ans",
  public: "",
  commune: "1",
  "groupe-0-nom": "les habitants",
  "groupe-0-points": "10",
  "groupe-0-qui": "residence",
  du: "2026-12-01",
  ...changes,
});
const words = (answer: Answer) => wordsOf(htmlOf(answer));
const statusOf = (answer: Answer) => (answer.kind === "page" ? (answer.status ?? 200) : answer.kind);
const send = (path: string, body: unknown, visit = helene) => at.ask("POST", path, visit, { body });
const list = async (path: string, query: Record<string, unknown> = {}) =>
  words(await at.ask("GET", path, helene, { query }));

/** The rule that the statements which book and wait read for the slots of a day. */
const ruleOn = (day: string) =>
  town.database.read(async (reads) => {
    const row = await reads.row<{ waitingOrder: string; answerMinutes: number | null }>(
      "test_place_rule_on",
      `select waiting_order as "waitingOrder", answer_minutes as "answerMinutes" from place_rule_on($1, $2)`,
      [at.rue.activityId, day],
    );
    return row && `${row.waitingOrder} ${row.answerMinutes}`;
  });

test("places: said, shown, written; the slots before the day keep theirs", async () => {
  expect(await list("/agent/attente")).toContain(
    "Pas de paiement d’abord. Liste d’attente par ordre d’arrivée ; une place libérée est proposée, 1 jour pour répondre. séance par séance Après le délai, la famille n’annule plus. depuis toujours En vigueur",
  );
  expect(
    words(await at.ask("GET", "/agent/attente/changer", helene, { query: { pour: at.rue.activityId } })),
  ).toContain("Par points de priorité");
  const check = words(await send("/agent/attente/verifier", places()));
  expect(check).toContain("À partir du mardi 1er décembre 2026");
  expect(check).toContain(
    "Liste d’attente par points de priorité ; une place libérée est donnée d’office (jusque-là, pas de paiement d’abord.",
  );
  expect(await ruleOn("2026-12-01")).toBeUndefined();

  expect(statusOf(await send("/agent/attente/enregistrer", places()))).toBe("redirect");
  expect(await ruleOn("2026-11-30")).toBeUndefined();
  expect(await ruleOn("2026-12-01")).toBe("points null");
  await send(
    "/agent/attente/enregistrer",
    places({ du: "2027-01-04", ordre: "siblings", reponse: "proposee", temps: "2", tard: "oui" }),
  );
  expect(await list("/agent/attente")).toContain("la famille annule encore jusqu’au début de la séance");
  expect(await ruleOn("2027-01-03")).toBe("points null");
  expect(await ruleOn("2027-01-04")).toBe("siblings 2880");
  expect(words(await send("/agent/attente/verifier", places()))).toContain(
    "prévus pour plus tard sont remplacés",
  );
  expect(await list("/agent/attente", { pour: at.rue.activityId, fait: at.rue.activityId })).toContain(
    "1 service, 2 changements prévus.",
  );
  const csv = await at.ask("GET", "/agent/attente/liste.csv", helene);
  expect(csv.kind === "file" && String(csv.body)).toContain("donnée d’office");
});

test("conditions: said, shown, written; who enrols before the day is not held by them", async () => {
  expect(await list("/agent/conditions")).toContain("Un agent Aucune condition.");
  const check = words(await send("/agent/conditions/verifier", conditions()));
  expect(check).toContain(
    "la famille s’inscrit elle-même (jusque-là, un agent inscrit) ; conditions : avoir 3 ans ou plus",
  );
  expect(statusOf(await send("/agent/conditions/enregistrer", conditions()))).toBe("redirect");
  const ruleFor = (day: string) =>
    town.database.read(async (reads) => {
      const [season] = await offeredSeasons(
        reads,
        Temporal.Instant.from(`${day}T08:00:00Z`),
        at.rue.seasonId,
      );
      return season && `${season.byFamily} ${season.conditions.map(({ kind }) => kind).join(" ")}`;
    });
  expect(await ruleFor("2026-11-30")).toBe("false ");
  expect(await ruleFor("2026-12-01")).toBe("true age residence priority");
  expect(await list("/agent/conditions")).toContain(
    "avoir 3 ans ou plus le jour de la séance · habiter une commune de la collectivité · groupe prioritaire : les habitants (10 points ; habiter une commune de la collectivité).",
  );
  const again = htmlOf(
    await at.ask("GET", "/agent/conditions/changer", helene, {
      query: { pour: at.rue.activityId, du: "2026-12-01" },
    }),
  );
  expect(again).toContain('value="les-habitants"');
  expect(words(await send("/agent/conditions/verifier", conditions()))).toContain("Tout est déjà ainsi");
});

test.each([
  ["/agent/attente", () => places({ du: "2026-11-01" }), "Ce qui est passé ne change plus"],
  ...["", "0", "70", "deux"].map((temps): [string, () => Record<string, unknown>, string] => [
    "/agent/attente",
    () => places({ reponse: "proposee", temps }),
    "Écrivez le temps pour répondre : un nombre entre 1 et 69, en jours.",
  ]),
  ["/agent/attente", () => places({ panier: "0" }), "entre 1 et 10080"],
  ["/agent/conditions", () => conditions({ du: "x" }), "Écrivez une date"],
  ["/agent/conditions", () => conditions({ reserve: ["inconnu"] }), "Le groupe « inconnu » n’est pas défini"],
  [
    "/agent/conditions",
    () => conditions({ autre: ['{"kind":"sibling","activities":["judo"]}'] }),
    "Aucun service n’a le code « judo »",
  ],
])("%s refuses at its field", async (path, body, message) => {
  for (const step of ["verifier", "enregistrer"]) {
    const answer = await send(`${path}/${step}`, body());
    expect(statusOf(answer)).toBe(422);
    expect(words(answer)).toContain(message);
  }
});

test("only who changes the whole offer may; what is not there does not exist", async () => {
  const ofSite = at.visit(agentWith(["offer.write", "offer.read"], [at.rue.siteId]));
  expect(statusOf(await send("/agent/attente/enregistrer", places(), ofSite))).toBe("not-found");
  expect(
    statusOf(await send("/agent/conditions/enregistrer", conditions({ pour: newId<"activity">() }))),
  ).toBe("not-found");
  expect(
    statusOf(await at.ask("GET", "/agent/conditions", helene, { query: { pour: newId<"activity">() } })),
  ).toBe("not-found");
});
