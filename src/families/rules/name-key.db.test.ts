import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { nameKey } from "./name-key.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
});
afterAll(() => town.close());

test("the database makes the key of a commune as the import does", async () => {
  const names = [
    "Saint-Valery-sur-Somme",
    "Le Crotoy",
    "L’Étoile",
    "Œuilly",
    "Dœuil-sur-le-Mignon",
    "SAINT QUENTIN EN TOURMONT",
    "Noe\u0308l",
    "Łódź",
    "Ærøskøbing",
    "Straße",
    "",
    "  ",
  ];
  const rows = await town.database.read((reads) =>
    reads.rows<{ key: string }>(
      "test_name_keys",
      `select families_name_key(name) as key from unnest($1::text[]) with ordinality as t (name, position) order by position`,
      [names],
    ),
  );
  expect(rows.map(({ key }) => key)).toEqual(names.map(nameKey));
});
