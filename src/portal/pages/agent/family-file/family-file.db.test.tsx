import { afterAll, beforeAll, expect, test } from "vitest";

import { familiesRoutes } from "#families";
import type { Visit } from "#identity";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import type { Canteen } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { childHealthRoute } from "../health/route.tsx";
import { familyFileRoute } from "./route.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let quend: Canteen;
let mother: Household;
let father: Household;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [familyFileRoute, childHealthRoute, ...familiesRoutes]);
  quend = await at.canteen({ name: "Quend" });
  mother = await at.family({ guardians: ["Claire", "Marc"], children: ["Lina", "Hugo"] });
  father = await at.family({
    lastName: "Bernard",
    guardians: ["Thomas"],
    children: [],
    sharedChildren: mother.children.slice(0, 1),
  });
  await town.database.write((writes) =>
    writes.run(
      "test_record",
      `insert into health_record (participant_id, allergies, has_pai, pai_until, by_label, updated_at)
       values ($1, 'Arachide', true, '2027-07-02', 'Claire', now())`,
      [mother.children[0]?.id ?? ""],
    ),
  );
}, 60_000);
afterAll(() => town.close());

const file = async (actor: Visit["actor"], home = mother) => {
  const params = { household: home.id };
  return htmlOf(await at.ask("GET", "/agent/familles/:household", at.visit(actor), { params }));
};
const record = (actor: Visit["actor"], child = 0) => {
  const params = { household: mother.id, child: mother.children[child]?.id ?? "" };
  return at.ask("GET", "/agent/familles/:household/enfants/:child/sante", at.visit(actor), { params });
};
const reception = agentWith(["families.read", "families.write"]);

test("a file leads to the child's other household, and says who pays, who may not act, who may not come", async () => {
  const post = (path: string, body: Record<string, string>) =>
    at.ask("POST", `/agent/familles/:household/${path}`, at.visit(reception), {
      params: { household: mother.id },
      body,
    });
  const [lina] = mother.children;
  const marc = mother.guardians[1];
  if (lina === undefined || marc === undefined) throw new Error("nobody");
  const pair = { adulte: marc.id, enfant: lina.id };
  const withhold = { ...pair, raison: "Beau-père de Lina." };
  expect(wordsOf(htmlOf(await post("autorite", withhold)))).toMatch(
    /Retirer à Marc Lefebvre l’autorité sur Lina \? .*ne pourra plus réserver ni annuler pour Lina/,
  );
  expect(wordsOf(await file(reception))).not.toContain("Beau-père");
  expect(await post("autorite", { ...withhold, confirme: "oui" })).toMatchObject({
    to: `/agent/familles/${mother.id}?fait=autorite-retiree#authority`,
  });
  expect(wordsOf(htmlOf(await post("autorite/rendre", pair)))).toContain(
    "Rendre à Marc Lefebvre l’autorité sur Lina ?",
  );
  await post("personnes/ajouter", {
    cle: lina.id,
    enfant: lina.id,
    genre: "interdite",
    prenom: "Jean",
    nom: "Vasseur",
    du: "2026-11-01",
  });
  const html = await file(reception);
  expect(html).toContain(`href="/agent/familles/${father.id}"`);
  expect(wordsOf(html)).toContain("Marc Lefebvre Lina Beau-père de Lina.");
  // What a button does is said in sight: two children may be withheld from the same adult.
  expect(html).toContain('Rendre l’autorité sur Lina<span class="vh"> à Marc Lefebvre</span>');
  expect(wordsOf(html)).toMatch(/Jean Vasseur Lina Interdite/);
  expect(wordsOf(html)).toMatch(
    /Lina Restauration scolaire – Rue Claire Lefebvre 01\/09\/2026 – 02\/07\/2027/,
  );
  expect(wordsOf(await file(reception, father))).toContain("Foyer Lefebvre (Paul Martin)");
  expect(await file(agentWith(["families.read"]))).not.toMatch(/personnes\/ajouter|\/autorite|\/payeurs/);
});

test("an adult who books for herself is not among the children", async () => {
  const home = await at.family({ lastName: "Atelier", guardians: ["Anne"], children: ["Anne", "Tom"] });
  await town.database.write((writes) =>
    writes.run("test_adult", `update participant set kind = 'adult' where id = $1`, [
      home.children[0]?.id ?? "",
    ]),
  );
  expect(wordsOf(await file(reception, home))).toMatch(
    /Tom Atelier .*Adultes qui réservent pour eux-mêmes Nom Naissance Anne Atelier/,
  );
});

test("a health record is for the agent of the child's site, and each reading is in the journal", async () => {
  const manager = agentWith(["families.read", "health.read"], [at.rue.siteId]);
  expect(await file(manager)).toContain("Lire la fiche sanitaire");
  expect(wordsOf(htmlOf(await record(manager)))).toMatch(/Arachide PAI PAI jusqu’au 02\/07\/2027/);
  const outsiders = [
    agentWith(["families.read", "health.read"], [quend.siteId]),
    agentWith(["families.read", "families.write", "bookings.read", "kitchen.read"]),
  ];
  for (const outsider of outsiders) {
    expect(await file(outsider)).not.toMatch(/Lire la fiche sanitaire|Arachide/);
    expect((await record(outsider)).kind).toBe("not-found");
  }
  const lines = await town.database.read((reads) =>
    reads.rows<{ line: string }>(
      "test_read",
      `select j::text as line from journal_entry j where act = 'families.health-read'`,
    ),
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]?.line).not.toContain("Arachide");
});
