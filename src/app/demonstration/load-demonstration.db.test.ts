import { afterAll, beforeAll, expect, test } from "vitest";

import { listAuthorities } from "#identity";
import { testDatabase, type TestDatabase } from "#test";

import { demonstrationAccounts } from "./accounts.ts";
import { loadDemonstration } from "./load-demonstration.ts";

let town: TestDatabase;
const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");

beforeAll(async () => {
  town = await testDatabase();
});
afterAll(() => town.close());

test("x", async () => {
  await town.pool.query("select 1");
  expect(demonstrationAccounts.length).toBe(7);
  void loadDemonstration;
  void listAuthorities;
  void NOW;
});
