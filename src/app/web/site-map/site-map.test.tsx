import { expect, test } from "vitest";

import type { Visit } from "#identity";

import { agentWith, guardianOf } from "../../../../test/builders/actors.ts";
import { visitWithoutDatabase } from "../../../../test/builders/visit-without-database.ts";
import { htmlOf, sent } from "../../../../test/builders/visit.tsx";
import { rightsOf } from "../../roles.ts";
import { navigationOf } from "../navigation.ts";
import { siteMapRoute } from "./route.tsx";

const at = (actor: Visit["actor"]) => visitWithoutDatabase(actor, "/plan-du-site");

const mapOf = async (actor: Visit["actor"]) => htmlOf(await siteMapRoute.handle(at(actor), sent()));

test.each([
  ["an administrator", agentWith(rightsOf("administrator"))],
  ["the kitchen", agentWith(rightsOf("kitchen"))],
  ["a guardian", guardianOf()],
])("holds every link of the menu of %s", async (_, actor) => {
  const html = await mapOf(actor);
  for (const { href } of navigationOf(actor, undefined)) expect(html).toContain(`href="${href}"`);
});

test("tells nobody of a page that would be refused", async () => {
  const kitchen = await mapOf(agentWith(rightsOf("kitchen")));
  expect(kitchen).not.toContain("/agent/reglages");
  expect(kitchen).not.toContain("/planning");
  expect(kitchen).not.toContain('href="/menus"');
  expect(await mapOf(guardianOf())).not.toContain("/agent");
  const visitor = await mapOf({ kind: "visitor" });
  expect(visitor).toContain("/connexion");
  expect(visitor).not.toContain("/planning");
  expect(visitor).not.toContain('href="/menus"');
  expect(visitor).not.toContain("/mes-connexions");
});
