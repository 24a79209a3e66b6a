import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import { centreTown } from "../../../../../test/builders/centre-town.ts";
import { familyTown } from "../../../../../test/builders/family-town.tsx";
import { bookingsFamilyRoutes } from "../routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
}, 60_000);
afterAll(() => town.close());

test("the caption of a week covers the days that are shown under it, a Saturday among them", async () => {
  const centres = centreTown(town);
  const dates = ["2026-11-18", "2026-11-23", "2026-11-28"];
  const centre = await centres.centre({ units: [{ name: "Atelier" }], dates });
  const html = await at.planning(at.visit(guardianOf(await centres.family(centre, { lastName: "Samedi" }))));
  expect(html).toContain("<caption>Semaine du 16 au 20 novembre</caption>");
  expect(html).toContain("<caption>Semaine du 23 au 28 novembre</caption>");
  expect(html).not.toContain("Semaine du 23 au 27 novembre");
});
