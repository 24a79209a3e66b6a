import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import { familyTown } from "../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { watchdogRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, watchdogRoutes);
}, 60_000);
afterAll(() => town.close());

test("a day that is over is refused, and what was typed comes back as it was", async () => {
  const body = {
    des: "2026-10-01",
    pointage: "7",
    mois: "13",
    presences: "1",
    pourcent: "60",
    euros: "45",
    quotient: "21",
  };
  const visit = at.visit(agentWith(["settings.write"]));
  const answer = await at.ask("POST", "/agent/veille/reglage", visit, { body });
  expect(answer).toMatchObject({ status: 422 });
  for (const typed of ["2026-10-01", "7", "13", "60", "45", "21"]) {
    expect(htmlOf(answer)).toContain(`value="${typed}"`);
  }
});
