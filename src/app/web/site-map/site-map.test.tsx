import { expect, test } from "vitest";

import type { Visit } from "#identity";

import { agentWith, guardianOf } from "../../../../test/builders/actors.ts";
import { newId } from "../../../../test/builders/canteen.ts";
import { htmlOf, sent } from "../../../../test/builders/visit.tsx";
import { rightsOf } from "../../roles.ts";
import { navigationOf } from "../navigation.ts";
import { siteMapRoute } from "./route.tsx";

const at = (actor: Visit["actor"]): Visit => ({
  actor,
  authority: {
    id: newId<"authority">(),
    schema: "",
    name: "Ponthieu-Marquenterre",
    host: "",
    demonstration: false,
    brand: { stylesheet: "", logo: null, contact: { phone: "", email: "", hours: "" } },
  },
  database: { schema: "", read: unused, write: unused, writeOnce: unused },
  now: Temporal.Instant.from("2026-11-12T08:00:00Z"),
  origin: "",
  address: "",
  device: "",
  path: "/plan-du-site",
  sessionToken: null,
  deviceToken: null,
});
function unused(): never {
  throw new Error("The site map reads nothing");
}

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
