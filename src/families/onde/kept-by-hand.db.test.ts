import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import { ondeChild, ondeFiles, ondeGuardian } from "../../../test/builders/onde/extraction-of.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { correctRecord } from "../corrections/correct.ts";
import { seenOf, type Correctable, type Corrected } from "../corrections/correctable.ts";
import { correctableGuardian } from "../corrections/guardian.ts";
import { correctableHousehold } from "../corrections/household.ts";
import { correctableSchooling } from "../corrections/schooling.ts";
import { leaveHousehold } from "../departures/leave-household.ts";
import { applyOndeImport, planOndeImport, type OndeInput } from "./import-onde.ts";
import { frenchReport } from "./report/report.ts";

const AT = Temporal.Instant.from("2026-11-25T09:00:00Z");
const BY = { legalBasis: "mission d’intérêt public, art. 6-1-e", accountId: null, byLabel: "essai" };
const LEA = ondeChild();
const TOM = ondeChild({ firstName: "Tom", birthDate: "2021-06-01" });
const CLAIRE = ondeGuardian([LEA, TOM], { email: "claire@exemple.fr", phoneMobile: "06 39 98 00 01" });

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
});
afterAll(() => town.close());

const TABLES = [
  "corrected_cell",
  "schooling",
  "household_participant",
  "participant",
  "household_guardian",
  "guardian",
  "household",
];
beforeEach(() =>
  town.database.write(async (writes) => {
    for (const table of TABLES) await writes.run(`empty_${table}`, `delete from ${table}`);
  }),
);

const input = (files: OndeInput["files"]): OndeInput => ({ files, schoolName: "École de Rue", at: AT });

/** Imports the files; what the report said before. */
async function imports(...guardians: Parameters<typeof ondeFiles>[0]) {
  const files = ondeFiles(guardians);
  const planned = await planOndeImport(town.database, input(files));
  if ("code" in planned) throw new Error(planned.code);
  const applied = await applyOndeImport(town.database, input(files), BY);
  if ("code" in applied) throw new Error(applied.code);
  const report = [...frenchReport(planned)].join("\n").replaceAll(/[\u00a0\u202f]/g, " ");
  return { state: applied.state, report };
}

async function one<Row extends object>(name: string, sql: string): Promise<Row> {
  const row = await town.database.read((reads) => reads.row<Row>(name, sql));
  if (row === undefined) throw new Error(`${name}: nothing`);
  return row;
}

const home = () => one<{ id: Id<"household"> }>("test_home", `select id from household`);
const claire = () =>
  one<{ id: Id<"guardian">; email: string; phone: string }>(
    "test_claire",
    `select id, email, phone_mobile as phone from guardian where first_name = 'Claire'`,
  );
const agent = () => ({ ...visitTo(town, { now: AT }), actor: agentWith(["families.write"]) });

/** An agent writes other cells over those of a record. */
async function corrects<Field extends string>(
  record: Correctable<Field> & { kind: Corrected },
  recordId: string,
  cells: Partial<Record<Field, string>>,
  schoolYear?: string,
) {
  const year = schoolYear === undefined ? {} : { schoolYear };
  const where = { householdId: (await home()).id, recordId, ...year };
  const before = await town.database.read((reads) => record.read(reads, where));
  if (before === undefined) throw new Error("No record");
  const after = { ...before, ...cells };
  const result = await correctRecord(agent(), record, where, { after, seen: seenOf(record.fields, before) });
  if (!result.ok) throw new Error(result.refusal.code);
}

test("a corrected cell stays, what the file says is told, and once it agrees the register leads again", async () => {
  await imports(CLAIRE);
  await corrects(correctableGuardian, (await claire()).id, { email: "claire.d@exemple.fr" });

  // The register still says the old address: told, not written; another cell follows the file.
  const stale = await imports({ ...CLAIRE, phoneMobile: "06 39 98 00 02" });
  expect(stale.report).toContain("gardé « claire.d@exemple.fr », le fichier dit « claire@exemple.fr »");
  expect(await claire()).toMatchObject({ email: "claire.d@exemple.fr", phone: "0639980002" });
  expect((await imports({ ...CLAIRE, phoneMobile: "06 39 98 00 02" })).state).toBe("nothing-to-write");

  // The school has corrected it too.
  const agreed = { ...CLAIRE, email: "claire.d@exemple.fr", phoneMobile: "06 39 98 00 02" };
  const settled = await imports(agreed);
  expect(settled.report).not.toContain("gardé");
  expect((await imports(agreed)).state).toBe("nothing-to-write");

  // From then on its changes count.
  const moved = await imports({ ...agreed, email: "claire.dupont@exemple.fr" });
  expect(moved.report).not.toContain("gardé");
  expect((await claire()).email).toBe("claire.dupont@exemple.fr");
});

test("a class that an agent corrected for this year stays against the file; next year's is none of its business", async () => {
  await imports(CLAIRE);
  const lea = await one<{ id: string }>("test_lea", `select id from participant where first_name = 'Léa'`);
  const classes = () =>
    one<{ classes: string }>(
      "test_classes",
      `select string_agg(school_year || ' ' || class_name, ', ' order by school_year) as classes
       from schooling s join participant p on p.id = s.participant_id where p.first_name = 'Léa'`,
    );
  await corrects(correctableSchooling, lea.id, { className: "CE2 - Mme Roy" }, "2027-2028");
  const other = await imports(CLAIRE);
  expect(other.report).not.toContain("gardé");
  await corrects(correctableSchooling, lea.id, { className: "CE1 - Mme Roy" }, "2026-2027");
  const stale = await imports(CLAIRE);
  expect(stale.report).toContain("gardé « CE1 - Mme Roy »");
  expect((await classes()).classes).toBe("2026-2027 CE1 - Mme Roy, 2027-2028 CE2 - Mme Roy");
});

test("a household whose address was corrected is found again by the old one, and keeps the new", async () => {
  await imports(CLAIRE);
  const { id } = await home();
  await corrects(correctableHousehold, id, { street: "14 rue des Dunes" });
  const again = await imports(CLAIRE);
  expect(again.report).toContain("gardé « 14 rue des Dunes », le fichier dit « 12 rue des Dunes »");
  expect(
    await one("test_street", `select count(*)::int as homes, max(address_line) as street from household`),
  ).toEqual({ homes: 1, street: "14 rue des Dunes" });
});

test("somebody whom an agent took out of a household stays out, whatever the file says", async () => {
  const PAUL = ondeGuardian([LEA, TOM], { civility: "M.", firstName: "Paul" });
  await imports(CLAIRE, PAUL);
  const { id: householdId } = await home();
  const tom = await one<{ id: Id<"participant"> }>(
    "test_tom",
    `select id from participant where first_name = 'Tom'`,
  );
  const paul = await one<{ id: Id<"guardian"> }>(
    "test_paul",
    `select id from guardian where first_name = 'Paul'`,
  );
  await town.database.write(async (writes) => {
    await leaveHousehold(writes, agent(), { householdId, who: { kind: "participant", id: tom.id } }, "parti");
    await leaveHousehold(writes, agent(), { householdId, who: { kind: "guardian", id: paul.id } }, "séparés");
  });

  const again = await imports(CLAIRE, PAUL);
  expect(again.report).toContain("DUPONT Tom n’est plus du foyer, le fichier l’y met");
  expect(again.report).toContain("DUPONT Paul n’est plus du foyer, le fichier l’y met");
  const inside = await town.database.read((reads) =>
    reads.rows<{ name: string }>(
      "test_inside",
      `select p.first_name as name from household_participant hp join participant p on p.id = hp.participant_id
       where hp.left_on is null
       union all
       select g.first_name from household_guardian hg join guardian g on g.id = hg.guardian_id
       where hg.left_on is null
       order by 1`,
    ),
  );
  expect(inside.map(({ name }) => name)).toEqual(["Claire", "Léa"]);
  expect(await one("test_homes", `select count(*)::int as homes from household`)).toEqual({ homes: 1 });
});
