import { afterAll, beforeAll, expect, test } from "vitest";

import { applyOndeImport } from "#families";
import type { Id } from "#kernel";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { ondeChild, ondeFiles, ondeGuardian } from "../../../../../test/builders/onde/extraction-of.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { setEnrolmentRule } from "../../../enrolments/enrolment-rules.ts";
import { agentEnrolmentRoutes } from "../enrolments/routes.ts";
import { carryOverRoutes } from "./routes.tsx";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
const next = newId<"season">();

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [...carryOverRoutes, ...agentEnrolmentRoutes]);
  await town.database.write(async (writes) => {
    await writes.run(
      "test_next_season",
      `insert into season (id, activity_id, name, first_day, last_day) values ($1, $2, '2027-2028', '2027-09-01', '2028-06-30')`,
      [next, at.rue.activityId],
    );
    await setEnrolmentRule(writes, {
      activityId: at.rue.activityId,
      validFrom: Temporal.PlainDate.from("2027-09-01"),
      byFamily: false,
      conditions: [
        { kind: "priority", group: "suivi", name: "les familles suivies", points: 5 },
        { kind: "school", levels: ["CP", "CE1", "CE2"] },
      ],
    });
  });
}, 60_000);
afterAll(() => town.close());

const words = (answer: Answer) => wordsOf(htmlOf(answer));
const visit = (sites?: readonly Id<"site">[]) => at.visit(agentWith(["bookings.write"], sites));
const rows = (name: string, text: string, ...parameters: readonly string[]) =>
  town.database.read((reads) => reads.rows(name, text, parameters));
const write = (name: string, text: string, ...parameters: readonly string[]) =>
  town.database.write((writes) => writes.run(name, text, parameters));

/** A child of the family goes to this level in the next school year. */
const goesTo = (child: { id: string } | undefined, level: string) =>
  write(
    "test_next_class",
    `insert into schooling (participant_id, school_year, school_name, level) values ($1, '2027-2028', 'Rue', $2)`,
    child?.id ?? "",
    level,
  );

test("who still meets the conditions passes to the next season in one click, as before; the others say why", async () => {
  const home = await at.family({ children: ["Lina", "Hugo", "Zoé"] });
  const [lina, hugo, zoe] = home.children;
  await goesTo(lina, "CE1");
  await goesTo(hugo, "6EME");
  await goesTo(zoe, "CP");
  await write(
    "test_occasional",
    `update enrolment set regular = false, priority_groups = '{suivi,ancien}' where participant_id = $1`,
    lina?.id ?? "",
  );
  await write("test_left", `update enrolment set ended_at = now() where participant_id = $1`, zoe?.id ?? "");

  // A move enrolled her for a day, and is no reason to come next year.
  const passing = await at.family({ children: ["Inès"] });
  const ines = passing.children[0]?.id ?? "";
  await goesTo(passing.children[0], "CP");
  await write("test_moved", `update enrolment set by_move = true where participant_id = $1`, ines);

  const seasons = words(await at.ask("GET", "/agent/rentree", visit()));
  expect(seasons).toContain("Restauration scolaire – Rue École de Rue 2027-2028 2 0");
  const query = { saison: next };
  const plan = words(await at.ask("GET", "/agent/rentree", visit(), { query }));
  expect(plan).toContain("1 personne à inscrire");
  expect(plan).toContain("1 personne ne remplit plus les conditions");
  expect(plan).toContain("en 2027-2028, Hugo est à l’école « Rue », en 6EME");
  expect(plan).not.toContain("Zoé");
  expect(plan).not.toContain("Inès");

  const qui = home.children.map(({ id }) => `${id} ${home.id}`);
  const send = () => at.ask("POST", "/agent/rentree", visit(), { body: { saison: next, qui } });
  expect(await send()).toMatchObject({ to: `/agent/rentree?saison=${next}&inscrits=1` });
  expect(await send()).toMatchObject({ to: `/agent/rentree?saison=${next}&inscrits=0` });
  expect(
    await rows(
      "test_carried",
      `select participant_id as id, regular, priority_groups as groups, priority_points as points,
              first_day::text as first from enrolment where season_id = $1`,
      next,
    ),
  ).toEqual([{ id: lina?.id, regular: false, groups: ["suivi"], points: 5, first: "2027-09-01" }]);
  const after = words(await at.ask("GET", "/agent/rentree", visit(), { query: { ...query, inscrits: "1" } }));
  expect(after).toContain("1 personne déjà inscrite");
});

test("once the season before is over, an agent of some sites has a number, no names, and passes nobody unknown", async () => {
  const home = await at.family({ lastName: "Noyelle", children: ["Sacha"] });
  await goesTo(home.children[0], "CP");
  const july = Temporal.Instant.from("2027-07-10T08:00:00Z");
  const as = (sites: readonly Id<"site">[] | undefined, now?: Temporal.Instant) =>
    at.visit(agentWith(["bookings.write"], sites), now);
  const ofRue = [at.rue.siteId];
  const query = { saison: next };
  const see = async (visitor: ReturnType<typeof as>) =>
    words(await at.ask("GET", "/agent/rentree", visitor, { query }));
  expect(await see(as(ofRue))).toContain("Sacha");
  expect(await see(as(undefined, july))).toContain("Sacha");
  const later = await see(as(ofRue, july));
  expect(later).not.toMatch(/Sacha|Noyelle|Hugo/);
  expect(later).toContain("2 personnes de la saison d’avant ne viennent plus sur vos lieux");
  const body = { saison: next, qui: home.children.map(({ id }) => `${id} ${home.id}`) };
  const pass = (visitor: ReturnType<typeof as>) => at.ask("POST", "/agent/rentree", visitor, { body });
  expect(await pass(as(ofRue, july))).toMatchObject({ to: `/agent/rentree?saison=${next}&inscrits=0` });
  expect(await pass(as(undefined, july))).toMatchObject({ to: `/agent/rentree?saison=${next}&inscrits=1` });
});

test("who only awaits the class of the new year is a group of its own, and passes with a reason", async () => {
  const home = await at.family({ lastName: "Attente", children: ["Inès"] });
  await at.family({ lastName: "Autre foyer", children: [], sharedChildren: home.children });
  const query = { saison: next };
  const see = async () => words(await at.ask("GET", "/agent/rentree", visit(), { query }));
  const plan = await see();
  expect(plan).toContain("École de 2027-2028 pas encore connue : 1 personne");
  expect(plan).toContain("Inès");
  expect(plan).not.toContain("appelez-nous pour la donner");
  const qui = home.children.map(({ id }) => `${id} ${home.id}`);
  const send = (body: object) =>
    at.ask("POST", "/agent/rentree", visit(), { body: { saison: next, qui, ...body } });
  expect(await send({})).toMatchObject({ to: `/agent/rentree?saison=${next}&inscrits=0` });
  const unfounded = await send({ motif: " " });
  expect(unfounded).toMatchObject({ kind: "page", status: 422 });
  expect(words(unfounded)).toContain("Écrivez un motif pour inscrire sans connaître l’école.");
  expect(await send({ motif: "Même école." })).toMatchObject({
    to: `/agent/rentree?saison=${next}&inscrits=1`,
  });
  expect(
    await rows(
      "test_awaiting",
      `select h.reason, e.first_day::text as first from enrolment e join enrolment_history h on h.enrolment_id = e.id
       where e.season_id = $1 and e.household_id = $2`,
      next,
      home.id,
    ),
  ).toEqual([{ reason: "Même école.", first: "2027-09-01" }]);
});

test("another site's seasons do not exist", async () => {
  const far = visit([newId<"site">()]);
  expect(words(await at.ask("GET", "/agent/rentree", far))).toContain("Rien à passer");
  expect((await at.ask("GET", "/agent/rentree", far, { query: { saison: next } })).kind).toBe("not-found");
  const body = { saison: next, qui: [] };
  expect((await at.ask("POST", "/agent/rentree", far, { body })).kind).toBe("not-found");
});

test("from the family's file an agent enrols, over a condition with a reason, and changes it after", async () => {
  const home = await at.family({ enrolledIn: [] });
  const params = { household: home.id };
  const BASE = "/agent/familles/:household/inscriptions";
  const list = words(await at.ask("GET", BASE, visit(), { params }));
  expect(list).toContain("0 inscription, 1 possible, 1 autre avec un motif");
  const query = { pour: home.children[0]?.id ?? "", saison: next };
  const form = words(await at.ask("GET", `${BASE}/nouvelle`, visit(), { params, query }));
  expect(form).toContain("L’école de Lina en 2027-2028 manque au dossier");
  expect(form).toContain("les familles suivies 5 points");
  const body = {
    ...query,
    du: "2027-09-01",
    au: "2027-12-17",
    payeur: home.guardians[0]?.id ?? "",
    venue: "occasionnel",
    groupes: "suivi",
  };
  const save = (changes: Record<string, string>) =>
    at.ask("POST", `${BASE}/enregistrer`, visit(), { params, body: { ...body, ...changes } });
  expect(words(await save({}))).toContain("Écrivez un motif pour passer outre");
  expect(words(await save({ du: "" }))).toContain("Écrivez un jour.");
  const saved = await save({ motif: "Arrivée en septembre." });
  expect(saved.kind).toBe("redirect");
  expect(await save({ motif: "Jusqu’en juin.", au: "2028-06-30" })).toEqual(saved);
  expect(words(await at.ask("GET", BASE, visit(), { params }))).toContain(
    "Inscription faite, pour venir du 1er septembre 2027 au 30 juin 2028",
  );
});

test("a child moved to the next class by the register keeps enrolment, bookings and health record", async () => {
  const legal = { legalBasis: "mission d’intérêt public", accountId: null, byLabel: "essai" };
  const importAt = async (at: string, className: string) => {
    const files = ondeFiles([ondeGuardian([ondeChild({ className })])]);
    const input = { files, schoolName: "École de Rue", at: Temporal.Instant.from(at) };
    const outcome = await applyOndeImport(town.database, input, legal);
    expect(outcome).toMatchObject({ state: "applied" });
  };
  await importAt("2026-09-10T08:00:00Z", "CP A");
  const kept = () =>
    rows(
      "test_kept_of_child",
      `select p.id, e.id as enrolment, b.id as booking, h.allergies
       from participant p join enrolment e on e.participant_id = p.id join booking b on b.enrolment_id = e.id
       join health_record h on h.participant_id = p.id where p.last_name = 'DUPONT'`,
    );
  await write(
    "test_enrol_onde",
    `with child as (
       select p.id, hp.household_id, hg.guardian_id from participant p
       join household_participant hp on hp.participant_id = p.id
       join household_guardian hg on hg.household_id = hp.household_id where p.last_name = 'DUPONT'
     ), health as (
       insert into health_record (participant_id, allergies, by_label, updated_at) select id, 'arachide', 'essai', now() from child
     ), enrolled as (
       insert into enrolment (participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day, last_day, created_at)
       select id, household_id, $1, $2, guardian_id, '2026-09-01', '2027-07-02', now() from child returning *
     )
     insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at)
     select $3, participant_id, household_id, id, now() from enrolled`,
    at.rue.activityId,
    at.rue.seasonId,
    at.rue.slotOn("2027-06-29"),
  );
  const before = await kept();
  expect(before).toHaveLength(1);
  await importAt("2027-09-03T08:00:00Z", "CE1 B");
  expect(await kept()).toEqual(before);
  const classes = await rows(
    "test_classes",
    `select school_year as year, class_name as class from schooling s join participant p on p.id = s.participant_id
     where p.last_name = 'DUPONT' order by 1`,
  );
  expect(classes).toHaveLength(2);
});

test("a child of two households, enrolled by both, is one person once enrolled as before", async () => {
  const mother = await at.family({ lastName: "Mere", children: ["Emma"] });
  const [emma] = mother.children;
  await goesTo(emma, "CP");
  const father = await at.family({ lastName: "Pere", children: [], sharedChildren: mother.children });
  const qui = [mother, father].map((home) => `${emma?.id} ${home.id}`);
  const body = { saison: next, qui };
  expect(await at.ask("POST", "/agent/rentree", visit(), { body })).toMatchObject({
    to: `/agent/rentree?saison=${next}&inscrits=1`,
  });
  const kept = await rows(
    "test_emma",
    `select household_id from enrolment where participant_id = $1 and season_id = $2`,
    emma?.id ?? "",
    next,
  );
  expect(kept).toHaveLength(2);
});

test("a season that nobody knows is an unknown page", async () => {
  const asked = at.ask("GET", "/agent/rentree", at.visit(agentWith(["bookings.write"])), {
    query: { saison: "zzz" },
  });
  expect((await asked).kind).toBe("not-found");
});
