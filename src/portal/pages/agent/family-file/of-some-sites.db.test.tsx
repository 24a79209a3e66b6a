import { afterAll, beforeAll, expect, test } from "vitest";

import { bookingsAgentRoutes, bookingsFamilyRoutes } from "#bookings";
import { familiesRoutes } from "#families";
import type { Visit } from "#identity";
import type { RawInput } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../../../test/builders/canteen.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { familySearchRoute } from "../search/route.tsx";
import { familyFileRoute } from "./route.ts";

// Lina eats at Rue and at Quend, her brother Hugo at Quend only; the Voisine family eats at Quend. Paul looks after
// Rue. The seasons end on Friday 2 July 2027.
const RIGHTS = ["families.read", "families.write", "bookings.read", "bookings.write"];
const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const SATURDAY = Temporal.Instant.from("2027-07-03T08:00:00Z");
const SUNDAY = Temporal.Instant.from("2027-07-04T08:00:00Z");

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let quend: Canteen;
let home: Household;
let other: Household;
let paul: ReturnType<typeof agentWith>;
const reception = agentWith(RIGHTS);

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [
    familyFileRoute,
    familySearchRoute,
    ...familiesRoutes,
    ...bookingsAgentRoutes(),
    ...bookingsFamilyRoutes(),
  ]);
  quend = await at.canteen({ name: "Restauration scolaire – Quend" });
  home = await at.family({ children: ["Lina", "Hugo"], enrolledIn: [quend] });
  other = await at.family({ lastName: "Voisine", children: ["Maxence"], enrolledIn: [quend] });
  paul = agentWith(RIGHTS, [at.rue.siteId]);
  await town.database.write(async (writes) => {
    await writes.run(
      "test_lina_at_rue",
      `insert into enrolment (participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day,
                              last_day, created_at)
       select $1, $2, $3, $4, $5, '2026-09-01', '2027-07-02', now()`,
      [home.children[0]?.id, home.id, at.rue.activityId, at.rue.seasonId, home.guardians[0]?.id].map(String),
    );
    await writes.run(
      "test_address",
      `update household set address_line = '12 rue des Pommiers', commune = 'Quend', postcode = '80120' where id = $1`,
      [home.id],
    );
    await writes.run(
      "test_names",
      `update participant set search_key = lower(first_name || ' ' || last_name)`,
      [],
    );
    await writes.run("test_phones", `update guardian set phone_mobile = '06 11 22 33 44' where id = $1`, [
      home.guardians[0]?.id ?? "",
    ]);
    await writes.run(
      "test_persons",
      `insert into authorised_person (participant_id, household_id, kind, first_name, last_name, first_day,
                                      by_label, created_at)
       select p, $2, 'authorised', first_name, 'Duval', '2026-09-01', 'Claire', now()
       from unnest($1::uuid[], array['Jeanne', 'Aline']) as one (p, first_name)`,
      [home.children.map(({ id }) => id), home.id],
    );
  });
  const claire = at.visit(guardianOf(home));
  const form = formOf(await at.planning(claire));
  await at.save(
    claire,
    bodyOf(form, ...form.boxes.flatMap(({ label }) => (label.includes("lundi 9") ? [label] : []))),
  );
}, 60_000);
afterAll(() => town.close());

const ask = (actor: Visit["actor"], path: string, raw: Partial<RawInput> = {}, now = NOW, whose = home) =>
  at.ask(raw.body === undefined ? "GET" : "POST", `/agent/familles${path}`, at.visit(actor, now), {
    ...raw,
    params: { household: whose.id },
  });
const words = async (...asked: Parameters<typeof ask>) => wordsOf(htmlOf(await ask(...asked)));

test("the file holds those who come, whom to call and who fetches them, and their days there only", async () => {
  const file = await words(paul, "/:household");
  expect(file).toContain("06 11 22 33 44");
  expect(file).toContain("Jeanne Duval");
  expect(file.match(/Lina : Repas à/g)).toHaveLength(1);
  expect(file).not.toMatch(/Hugo|Aline|Quend|Pommiers|claire\.lefebvre@|Payeur|Habite le territoire/);
  expect(file).not.toMatch(/Ajouter|Retirer l’autorité|Changer le payeur/);
  const whole = await words(reception, "/:household");
  for (const known of ["Hugo", "Aline", "Quend", "Pommiers", "claire.lefebvre@exemple.fr", "Payeur"]) {
    expect(whole).toContain(known);
  }
});

test("a family of another site is an unknown page, wherever its address is written", async () => {
  const paths = ["", "/planning", "/absences", "/inscriptions", "/contrats"].map(
    (end) => `/:household${end}`,
  );
  for (const path of paths) {
    expect((await ask(paul, path, {}, NOW, other)).kind, path).toBe("not-found");
    expect((await ask(paul, path)).kind, path).toBe("page");
    expect((await ask(reception, path, {}, NOW, other)).kind, path).toBe("page");
  }
  const [maxence] = other.children;
  const place = `${maxence?.id} ${at.rue.slotOn("2026-11-09")}`;
  const lines = { cle: newId<"page">(), lignes: `${place}+`, motif: "Appel" };
  for (const end of ["/planning/verifier", "/planning/enregistrer"]) {
    expect((await ask(paul, `/:household${end}`, { body: lines }, NOW, other)).kind, end).toBe("not-found");
  }
  const absent = { cle: newId<"page">(), place, raison: "maladie" };
  expect((await ask(paul, "/:household/absences", { body: absent }, NOW, other)).kind).toBe("not-found");
  const enrolment = { pour: maxence?.id, saison: at.rue.seasonId };
  const query = { query: enrolment };
  expect((await ask(paul, "/:household/inscriptions/nouvelle", query, NOW, other)).kind).toBe("not-found");
  expect((await ask(reception, "/:household/inscriptions/nouvelle", query, NOW, other)).kind).toBe("page");
});

test("nor is a brother elsewhere enrolled or booked, and the planning shows this site alone", async () => {
  const planning = await words(paul, "/:household/planning", { query: { mois: "2026-11" } });
  expect(planning).toContain("Lina");
  expect(planning).not.toMatch(/Hugo|Quend/);
  expect(await words(paul, "/:household/inscriptions")).not.toMatch(/Hugo/);
  expect(
    await words(paul, "/:household/absences", {}, Temporal.Instant.from("2026-11-09T06:40:00Z")),
  ).not.toMatch(/Hugo|Quend/);
  const hugo = home.children[1]?.id ?? "";
  const body = {
    pour: hugo,
    saison: at.rue.seasonId,
    payeur: home.guardians[0]?.id,
    du: "2026-11-09",
    au: "2027-07-02",
    venue: "regulier",
    motif: "Essai",
  };
  expect((await ask(paul, "/:household/inscriptions/enregistrer", { body })).kind).toBe("not-found");
  const lines = { cle: newId<"page">(), lignes: `${hugo} ${at.rue.slotOn("2026-11-10")}+`, motif: "Appel" };
  await ask(paul, "/:household/planning/enregistrer", { body: lines });
  expect(await at.bookedDays(home)).not.toContain("Hugo 2026-11-10");
  const elsewhere = { ...lines, lignes: `${home.children[0]?.id} ${quend.slotOn("2026-11-10")}+` };
  expect(await ask(paul, "/:household/planning/enregistrer", { body: elsewhere })).toMatchObject({
    kind: "refusal",
    refusal: { status: 403 },
  });
});

test("the search finds them by the names and the telephones that the file shows", async () => {
  const found = (q: string, actor: Visit["actor"] = paul) => words(actor, "", { query: { q } });
  expect(await found("lina")).toMatch(/1 famille trouvée .*Foyer Lefebvre Claire Lefebvre Lina Lefebvre/);
  expect(await found("lina")).not.toMatch(/Hugo|Quend/);
  expect(await found("0611223344")).toContain("1 famille trouvée");
  for (const hidden of ["hugo", "maxence", "claire.lefebvre@exemple.fr"]) {
    expect(await found(hidden), hidden).toContain("Aucune famille trouvée");
    expect(await found(hidden, reception), hidden).toContain("1 famille trouvée");
  }
});

test("the day after the season is still in their hands, the one after is not", async () => {
  expect((await ask(paul, "/:household", {}, SATURDAY)).kind).toBe("page");
  for (const path of ["", "/planning", "/absences", "/inscriptions", "/contrats"]) {
    expect((await ask(paul, `/:household${path}`, {}, SUNDAY)).kind, path).toBe("not-found");
  }
  const enrolment = await town.database.read((reads) =>
    reads.row<{ id: string; household: string }>(
      "test_one",
      `select id, household_id as household from enrolment where activity_id = $1 limit 1`,
      [at.rue.activityId],
    ),
  );
  const receipt = (actor: Visit["actor"], now: Temporal.Instant) =>
    at.ask("GET", "/agent/familles/:household/inscriptions/:enrolment", at.visit(actor, now), {
      params: { enrolment: enrolment?.id ?? "", household: enrolment?.household ?? "" },
    });
  expect((await receipt(paul, SATURDAY)).kind).toBe("page");
  expect((await receipt(paul, SUNDAY)).kind).toBe("not-found");
  expect((await receipt(reception, SUNDAY)).kind).toBe("page");
});

test("what is of the whole family is changed by whoever looks after every site", async () => {
  for (const path of [
    "/nouveau",
    "/:household/autorite",
    "/:household/payeurs",
    "/:household/personnes/ajouter",
  ]) {
    expect((await ask(paul, path)).kind, path).toBe("not-found");
    expect((await ask(reception, path)).kind, path).toBe("page");
  }
});
