import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { documentKinds } from "../kept/queries.ts";
import { SHIPPED_KINDS } from "./shipped-kinds.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

test("a new authority asks for the kinds that the check of a file knows", async () => {
  const kinds = await town.database.read(documentKinds);
  expect(kinds.map(({ label }) => label)).toEqual(SHIPPED_KINDS);
});
