import { foldText } from "#kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { findHouseholds } from "./find-households.ts";

/** As the families' own writes make it: every text with its words, and in one piece. */
const searchKey = (...texts: readonly string[]) =>
  texts.flatMap((text) => [foldText(text), foldText(text).replaceAll(" ", "")]).join(" ");
const among = { siteIds: null, today: Temporal.PlainDate.from("2026-11-02") };

let town: TestDatabase;

beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    await addFamily(
      writes,
      "Famille D’Halluin",
      ["Éloïse", "D’HALLUIN", "eloise@exemple.fr", "06 12 34 56 78"],
      "Zoé",
    );
    await addFamily(
      writes,
      "Famille Lefebvre",
      ["Claire", "LEFEBVRE", "claire@exemple.fr", "07.11.22.33.44"],
      "Lina",
    );
  });
});

afterAll(() => town.close());

async function addFamily(
  writes: Parameters<Parameters<TestDatabase["database"]["write"]>[0]>[0],
  label: string,
  [firstName, lastName, email, mobile]: [string, string, string, string],
  child: string,
): Promise<void> {
  await writes.run(
    "test_family",
    `with h as (insert into household (label, commune, search_key, created_at) values ($1, 'Rue', $6, now()) returning id),
          g as (insert into guardian (first_name, last_name, email, phone_mobile, search_key, created_at)
                values ($2, $3, $4, $5, $7, now()) returning id),
          p as (insert into participant (kind, first_name, last_name, birth_date, search_key, created_at)
                values ('child', $8, $3, '2018-05-02', $9, now()) returning id),
          hg as (insert into household_guardian select h.id, g.id from h, g)
     insert into household_participant select h.id, p.id, 1 from h, p`,
    [
      label,
      firstName,
      lastName,
      email,
      mobile,
      searchKey(label),
      searchKey(firstName, lastName),
      child,
      searchKey(child, lastName),
    ],
  );
}

const labels = async (typed: string) =>
  (await town.database.read((reads) => findHouseholds(reads, typed, among))).households.map(
    ({ label }) => label,
  );

describe("a family is found", () => {
  test.each([
    ["d'halluin", "by its name with an apostrophe"],
    ["DHALL", "by the beginning of its name in one piece"],
    ["eloise dhalluin", "by two words without accents"],
    ["zoe", "by a child’s first name"],
    ["ELOISE@exemple.fr", "by an e-mail, whatever its case"],
    ["0612345678", "by a telephone, however it is spaced"],
  ])("%s (%s)", async (typed) => {
    expect(await labels(typed)).toEqual(["Famille D’Halluin"]);
  });

  test("every word counts, and nothing is found by signs alone", async () => {
    expect(await labels("claire dhalluin")).toEqual([]);
    expect(await labels("!! & | :*")).toEqual([]);
    expect(await labels("famille")).toEqual(["Famille D’Halluin", "Famille Lefebvre"]);
  });
});

test("an adult who comes himself is among the adults, once, and not among the children", async () => {
  await town.database.write((writes) =>
    writes.run(
      "test_adult",
      `with p as (insert into participant (kind, first_name, last_name, search_key, created_at)
                  select 'adult', name, 'LEFEBVRE', lower(name), now() from unnest(array['Claire', 'Rémi']) as name returning id)
       insert into household_participant select household.id, p.id, 2 from p cross join household where label = 'Famille Lefebvre'`,
    ),
  );
  const [found] = (await town.database.read((reads) => findHouseholds(reads, "lina", among))).households;
  expect(found).toMatchObject({ adults: ["Claire LEFEBVRE", "Rémi LEFEBVRE"], children: ["Lina LEFEBVRE"] });
});
