import { afterAll, beforeAll, expect, test } from "vitest";

import { everyoneOf, type SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../test/builders/actors.ts";
import { newId } from "../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../test/builders/household.ts";
import { visitTo } from "../../test/builders/visit.tsx";
import { declarePerson, type NewPerson } from "./authorised-persons/declare-person.ts";
import { endPerson } from "./authorised-persons/end-person.ts";
import { personsDeclaredBy, personsForFile } from "./authorised-persons/persons.ts";
import { changeHealthRecord, type HealthValues } from "./health/change-health-record.ts";
import { openHealthRecord } from "./health/health-record.ts";
import { reachedChild } from "./members/children.ts";
import { nameTerritory, residenceCounts, territoryChange, territoryCommunes } from "./territory/territory.ts";
import { restoreAuthority } from "./withheld-authority/restore-authority.ts";
import { withheldIn } from "./withheld-authority/withheld.ts";
import { withholdAuthority } from "./withheld-authority/withhold-authority.ts";

let town: TestDatabase;
let claire: Household;
let thomas: Household;
let lina: Id<"participant">;

beforeAll(async () => {
  town = await testDatabase();
  [claire, thomas] = await town.database.write(async (writes) => {
    const one = await buildHousehold(writes, { guardians: ["Claire", "Marc"], children: ["Lina", "Hugo"] });
    const shared = one.children.slice(0, 1);
    return [one, await buildHousehold(writes, { lastName: "Bernard", children: [], sharedChildren: shared })];
  });
  lina = claire.children[0]?.id ?? newId<"participant">();
}, 60_000);
afterAll(() => town.close());

const visitOf = (actor: SignedInVisit["actor"]): SignedInVisit => ({ ...visitTo(town), actor });
const agent = () => visitOf(agentWith(["families.write"]));
const journal = (act: string) =>
  town.database.read((reads) =>
    reads.rows<{ line: string }>(
      "test_journal_of",
      `select j::text as line from journal_entry j where act = $1`,
      [act],
    ),
  );
const person = (changes: Partial<NewPerson> = {}): NewPerson => ({
  formKey: newId<"form">(),
  participantId: lina,
  kind: "authorised",
  firstName: "Odile",
  lastName: "Sueur",
  relation: "grand-mère",
  phone: "",
  firstDay: Temporal.PlainDate.from("2026-11-12"),
  lastDay: null,
  ...changes,
});

test("a family declares and ends its own persons; each home sees its own, an agent all; nothing is erased", async () => {
  const [mother, father] = [guardianOf(claire), guardianOf(thomas)];
  const [hers, his] = [mother.guardian, father.guardian];
  const odile = person();
  for (let twice = 0; twice < 2; twice++) {
    expect(await declarePerson(visitOf(mother), hers, odile)).toEqual({ ok: true, value: null });
  }
  await declarePerson(visitOf(father), his, person({ firstName: "Jules" }));
  await declarePerson(agent(), everyoneOf([claire.id]), person({ firstName: "Jean", kind: "forbidden" }));
  const read = (reach: typeof hers) =>
    town.database.read(async (reads) =>
      (await personsDeclaredBy(reads, reach)).map(({ firstName, endedBy }) => [firstName, endedBy]),
    );
  expect(await read(hers)).toEqual([
    ["Jean", null],
    ["Odile", null],
  ]);
  expect(await read(his)).toEqual([["Jules", null]]);
  const all = await town.database.read((reads) => personsForFile(reads, everyoneOf([claire.id])));
  expect(all.map(({ firstName }) => firstName)).toEqual(["Jean", "Jules", "Odile"]);
  const idOf = (name: string) => all.find(({ firstName }) => firstName === name)?.personId ?? newId();
  expect(await endPerson(visitOf(mother), hers, idOf("Jules"), ["authorised"])).toBe(false);
  expect(await endPerson(visitOf(mother), hers, idOf("Jean"), ["authorised"])).toBe(false);
  for (let twice = 0; twice < 2; twice++) {
    expect(await endPerson(visitOf(mother), hers, idOf("Odile"), ["authorised"])).toBe(true);
  }
  expect(await read(hers)).toEqual([
    ["Jean", null],
    ["Odile", "Claire Lefebvre"],
  ]);
  expect(await journal("families.person-declared")).toHaveLength(3);
  expect(await journal("families.person-ended")).toHaveLength(1);
});

test.each([
  ["another family's child", () => person({ participantId: newId<"participant">() }), "unknown-child"],
  ["days that go backwards", () => person({ lastDay: Temporal.PlainDate.from("2026-11-11") }), "backwards"],
])("%s is refused", async (_what, made, code) => {
  const mother = guardianOf(claire);
  expect(await declarePerson(visitOf(mother), mother.guardian, made())).toMatchObject({ refusal: { code } });
});

test("who is forbidden for a child is added by nobody, in none of its households, until the decision ends", async () => {
  const [mother, father] = [guardianOf(claire), guardianOf(thomas)];
  const luc = { firstName: "Luc", lastName: "D’Amico" };
  await declarePerson(agent(), everyoneOf([claire.id]), person({ ...luc, kind: "forbidden" }));
  const asked = person({ firstName: "LUC", lastName: "Damico" });
  for (const [who, reach] of [
    [visitOf(father), father.guardian],
    [visitOf(mother), mother.guardian],
    [agent(), everyoneOf([thomas.id])],
  ] as const)
    expect(await declarePerson(who, reach, asked)).toMatchObject({ refusal: { code: "forbidden" } });
  const known = await town.database.read((reads) => personsForFile(reads, everyoneOf([claire.id])));
  const ban = known.find(({ firstName }) => firstName === "Luc")?.personId ?? newId<"authorised-person">();
  expect(await endPerson(agent(), everyoneOf([claire.id]), ban, ["forbidden"])).toBe(true);
  expect(await declarePerson(visitOf(father), father.guardian, asked)).toMatchObject({ ok: true });
});

test("a child whose authority is withheld is out of reach, to declare and to look at", async () => {
  const reach = { ...guardianOf(claire).guardian, withheldIds: [lina] };
  const refused = await declarePerson(visitOf(guardianOf(claire)), reach, person());
  expect(refused).toMatchObject({ refusal: { code: "unknown-child" } });
  expect(await town.database.read((reads) => reachedChild(reads, reach, lina))).toBeUndefined();
});

test("a health record is written over what was seen only, and the journal says who, never what", async () => {
  const values: HealthValues = {
    allergies: "Arachide",
    diet: "sans porc",
    hasPai: true,
    paiUntil: Temporal.PlainDate.from("2027-07-02"),
    paiInstructions: "Stylo",
    doctorName: "Dr Sueur",
    doctorPhone: "",
    notes: "",
  };
  const { now, address } = visitTo(town);
  const by = { accountId: newId<"account">(), name: "Claire Lefebvre", address, householdId: claire.id };
  const write = (seen: Temporal.Instant | null, at: Temporal.Instant, allergies: string) =>
    town.database.write((writes) =>
      changeHealthRecord(writes, lina, { values: { ...values, allergies }, seen }, { ...by, now: at }),
    );
  const open = () => town.database.write((writes) => openHealthRecord(writes, lina, { ...by, now }));
  expect(await open()).toMatchObject({ allergies: "", updatedAt: null });
  const later = now.add({ microseconds: 90_000_001 });
  expect(await write(null, now, "Arachide")).toMatchObject({ ok: true });
  expect(await write(null, later, "Lait")).toMatchObject({ refusal: { code: "changed-since" } });
  expect(await write((await open()).updatedAt, later, "Lait")).toMatchObject({ ok: true });
  expect(await write(now, later, "Œufs")).toMatchObject({ refusal: { code: "changed-since" } });
  expect(await open()).toMatchObject({ ...values, allergies: "Lait" });
  const lines = [...(await journal("families.health-read")), ...(await journal("families.health-changed"))];
  expect(lines).toHaveLength(5);
  for (const { line } of lines) {
    expect(line).toContain("Claire Lefebvre");
    expect(line).not.toMatch(/arachide|lait|porc|stylo|sueur/i);
  }
});

test("authority is withheld with its reason, given back, and never from the last adult who may act", async () => {
  const [first, marc] = claire.guardians;
  const father = thomas.guardians[0];
  if (first === undefined || marc === undefined || father === undefined) throw new Error("nobody");
  const pair = (householdId: Id<"household">, guardianId: Id<"guardian">) => ({
    householdId,
    guardianId,
    participantId: lina,
  });
  const withhold = (householdId: Id<"household">, guardianId: Id<"guardian">) =>
    withholdAuthority(agent(), pair(householdId, guardianId), "Beau-père.");
  expect(await withhold(claire.id, father.id)).toMatchObject({ refusal: { code: "not-together" } });
  expect(await withhold(claire.id, marc.id)).toMatchObject({ ok: true });
  expect(await withhold(thomas.id, father.id)).toMatchObject({ ok: true });
  expect(await withhold(claire.id, first.id)).toMatchObject({ refusal: { code: "last-guardian" } });
  const known = await town.database.read((reads) => withheldIn(reads, everyoneOf([claire.id])));
  expect(known).toMatchObject([
    { guardianId: marc.id, adult: "Marc Lefebvre", child: "Lina", reason: "Beau-père." },
  ]);
  await restoreAuthority(agent(), pair(claire.id, marc.id));
  await restoreAuthority(agent(), pair(thomas.id, father.id));
  expect(await town.database.read((reads) => withheldIn(reads, everyoneOf([claire.id])))).toEqual([]);
  expect(await journal("families.authority-restored")).toHaveLength(2);
});

test("residence follows the list of communes, however a name is written; nobody's is known without a list", async () => {
  await town.database.write((writes) =>
    writes.run(
      "test_communes",
      `update household set commune = case when id = $1 then 'St-Valéry sur Somme' else 'PARIS' end`,
      [claire.id],
    ),
  );
  const counts = () => town.database.read(residenceCounts);
  expect(await counts()).toMatchObject({ residents: 0, others: 0 });
  const administrator = visitOf(agentWith(["settings.write"]));
  await nameTerritory(administrator, ["Rue", "ST VALERY-SUR-SOMME", "Rûe"]);
  expect(await town.database.read(territoryCommunes)).toEqual(["Rûe", "ST VALERY-SUR-SOMME"]);
  expect(await counts()).toEqual({
    residents: 1,
    others: 1,
    elsewhere: [{ commune: "PARIS", households: 1 }],
  });
  const change = (names: readonly string[]) => town.database.read((reads) => territoryChange(reads, names));
  const same = { added: [], removed: [], arriving: 0, leaving: 0 };
  expect(await change(["RUE", "St Valéry sur Somme"])).toEqual(same);
  expect(await change(["Rue", "Paris"])).toEqual({
    added: ["Paris"],
    removed: ["ST VALERY-SUR-SOMME"],
    arriving: 1,
    leaving: 1,
  });
  expect(await change([])).toMatchObject({ arriving: 0, leaving: 1 });
  await nameTerritory(administrator, []);
  expect(await counts()).toMatchObject({ residents: 0, others: 0 });
  expect(await change(["Paris"])).toEqual({ ...same, added: ["Paris"], arriving: 1 });
});
