import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#test";
import { damage } from "../../../test/builders/onde/defects.ts";
import { ondeChild, ondeFiles, ondeGuardian, QUEND } from "../../../test/builders/onde/extraction-of.ts";
import { extractionOf, writeExtraction } from "./generator/extraction.ts";
import { generateFamilies } from "./generator/families.ts";
import { mulberry32 } from "./generator/mulberry32.ts";
import {
  applyOndeImport,
  type OndeInput,
  type OndeOutcome,
  type OndeRefusal,
  planOndeImport,
} from "./import-onde.ts";

const AT = Temporal.Instant.from("2026-09-10T08:00:00Z");
const BY = { legalBasis: "mission d’intérêt public, art. 6-1-e", accountId: null, byLabel: "essai" };
const LEA = ondeChild();

const inputOf = (files: OndeInput["files"]): OndeInput => ({ files, schoolName: "École de Rue", at: AT });

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
});
afterAll(() => at.close());

const TABLES = [
  "household",
  "guardian",
  "household_guardian",
  "participant",
  "household_participant",
  "schooling",
];

beforeEach(() =>
  at.database.write(async (writes) => {
    for (const table of TABLES.toReversed()) await writes.run(`empty_${table}`, `delete from ${table}`);
  }),
);

/** Every row of the families, sorted: two equal answers mean that nothing was written in between. */
const everything = () =>
  at.database.read(async (reads) => {
    const rows: string[] = [];
    for (const table of TABLES) {
      const found = await reads.rows<{ row: string }>(
        `all_${table}`,
        `select t::text as row from ${table} t order by 1`,
      );
      rows.push(...found.map(({ row }) => `${table} ${row}`));
    }
    return rows;
  });
const journal = () =>
  at.database.read((reads) =>
    reads.rows<{
      act: string;
      reason: string;
      by_label: string;
      facts: { schoolName: string; totals: unknown };
    }>("journal_of_test", "select act, reason, by_label, facts from journal_entry order by id"),
  );

function done(outcome: OndeOutcome | OndeRefusal): OndeOutcome {
  if ("code" in outcome) throw new Error(outcome.code);
  return outcome;
}
const apply = async (files: OndeInput["files"]) =>
  done(await applyOndeImport(at.database, inputOf(files), BY));

test("a dry run writes nothing, the journal included", async () => {
  const before = (await journal()).length;
  const outcome = done(await planOndeImport(at.database, inputOf(ondeFiles([ondeGuardian([LEA])]))));
  expect(outcome.state).toBe("planned");
  expect(outcome.plan.children).toHaveLength(1);
  expect(await everything()).toEqual([]);
  expect(await journal()).toHaveLength(before);
});

test("separated parents: two households, the child in both; what is written is what was planned", async () => {
  const father = {
    firstName: "Paul",
    civility: "M.",
    address: QUEND,
    phoneMobile: "06 39 98 00 01",
  } as const;
  const outcome = await apply(
    ondeFiles([ondeGuardian([LEA], { email: "Claire@exemple.fr" }), ondeGuardian([LEA], father)]),
  );
  expect(outcome.state).toBe("applied");
  const cards = await at.database.read((reads) =>
    reads.rows(
      "cards_of_test",
      `select h.label, h.address_line, h.commune, g.civility, g.first_name, g.email, g.phone_mobile, c.first_name as child,
              c.birth_date::text, c.colour, s.class_name, s.school_name, s.school_year
       from families_household_card h
       join families_guardian_card g using (household_id)
       join families_participant_card c using (household_id)
       join families_schooling s using (participant_id)
       order by g.first_name`,
    ),
  );
  const shared = { label: "DUPONT", child: "Léa", birth_date: "2019-03-04", colour: 1, class_name: "CE1" };
  const school = { school_name: "École de Rue", school_year: "2026-2027" };
  expect(cards).toEqual([
    {
      ...shared,
      ...school,
      address_line: "12 rue des Dunes",
      commune: "Rue",
      civility: "Mme",
      first_name: "Claire",
      email: "claire@exemple.fr",
      phone_mobile: "",
    },
    {
      ...shared,
      ...school,
      address_line: "3 avenue de la Plage",
      commune: "Quend",
      civility: "M.",
      first_name: "Paul",
      email: "",
      phone_mobile: "0639980001",
    },
  ]);
});

test("the journal tells who, on which legal basis, and how much", async () => {
  await apply(ondeFiles([ondeGuardian([LEA])]));
  expect((await journal()).at(-1)).toMatchObject({
    act: "families.onde-import-applied",
    reason: BY.legalBasis,
    by_label: "essai",
    facts: { schoolName: "École de Rue", totals: { children: { create: 1 }, households: { create: 1 } } },
  });
});

test("without a legal basis nothing is even read", async () => {
  const input = inputOf(ondeFiles([ondeGuardian([LEA])]));
  for (const legalBasis of ["", "  ", "x".repeat(501)]) {
    expect(await applyOndeImport(at.database, input, { ...BY, legalBasis })).toEqual({
      code: "legal-basis-missing",
    });
  }
  expect(await everything()).toEqual([]);
});

test("applying twice changes nothing, damaged lines included", async () => {
  const families = generateFamilies({ seed: 7, children: 120, distinctNames: true });
  const { extraction, kept } = damage(
    families,
    ["childTwice", "contradiction", "quotes", "email", "homonym"],
    mulberry32(1),
  );
  const files = writeExtraction(extraction);
  expect((await apply(files)).plan.children).toHaveLength(kept.length);
  const [first, entries] = [await everything(), (await journal()).length];
  const again = await apply(files);
  expect(again.state).toBe("nothing-to-write");
  expect(await everything()).toEqual(first);
  expect(await journal()).toHaveLength(entries);
});

test("two imports at once: one writes, the other finds all there", async () => {
  const files = writeExtraction(extractionOf(generateFamilies({ seed: 9, children: 60 })));
  const states = await Promise.all([apply(files), apply(files), apply(files)]);
  expect(states.map(({ state }) => state).toSorted()).toEqual([
    "applied",
    "nothing-to-write",
    "nothing-to-write",
  ]);
});

describe("a later extraction", () => {
  const mother = ondeGuardian([LEA], { email: "claire@exemple.fr" });

  test("changes what it says and deletes nobody", async () => {
    const tom = ondeChild({ firstName: "Tom", birthDate: "2021-06-01" });
    await apply(ondeFiles([ondeGuardian([LEA, tom], mother)]));
    const before = await everything();
    const zoe = ondeChild({ firstName: "Zoé", birthDate: "2023-01-01" });
    const moved = { ...mother, address: QUEND, email: "n@exemple.fr" };
    const outcome = await apply(ondeFiles([ondeGuardian([{ ...LEA, className: "CE2" }, zoe], moved)]));
    expect(outcome.plan.leavers.map(({ firstName }) => firstName)).toEqual(["Tom"]);
    const now = await everything();
    expect(now.filter((row) => row.startsWith("participant "))).toHaveLength(3);
    expect(before.filter((row) => !now.includes(row)).map((row) => row.split(" ")[0])).toEqual([
      "household",
      "guardian",
      "schooling",
    ]);
    const home = now.find((row) => row.startsWith("household ")) ?? "";
    expect(home).toContain('"3 avenue de la Plage",80120,Quend');
    expect(home).toContain("quend");
  });

  test("of the next school year adds a schooling and keeps the last", async () => {
    await apply(ondeFiles([mother]));
    const next = {
      ...inputOf(ondeFiles([ondeGuardian([{ ...LEA, className: "CE2" }], mother)])),
      schoolYear: "2027-2028",
    };
    expect(done(await applyOndeImport(at.database, next, BY)).state).toBe("applied");
    expect((await everything()).filter((row) => row.startsWith("schooling "))).toHaveLength(2);
  });
});

test("a file that cannot be read writes nothing", async () => {
  const { eleves } = ondeFiles([ondeGuardian([LEA])]);
  const outcome = await apply({ eleves, responsables: Buffer.from("Nom\nx") });
  expect(outcome.state).toBe("file-refused");
  expect(outcome.plan.refusals.length).toBeGreaterThan(3);
  expect(await everything()).toEqual([]);
});

test("text that means something to SQL is only text", async () => {
  const child = ondeChild({ lastName: `O'NEIL"; drop table guardian; --`, firstName: "{NULL,\\}" });
  await apply(ondeFiles([ondeGuardian([child])]));
  const rows = await at.database.read((reads) =>
    reads.rows("names_of_test", "select last_name, first_name from participant"),
  );
  expect(rows).toEqual([{ last_name: child.lastName, first_name: child.firstName }]);
});
