import { describe, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Assets } from "#platform";

import { agentWith, guardianOf } from "../../../../test/builders/actors.ts";
import { visitWithoutDatabase } from "../../../../test/builders/visit-without-database.ts";
import { htmlOf, sent } from "../../../../test/builders/visit.tsx";
import { rightsOf } from "../../roles.ts";
import { frame } from "../frame.tsx";
import { agentLinks } from "../navigation.ts";
import { shortcutsRoute } from "./route.tsx";

const administrator = agentWith(rightsOf("administrator"));
const kitchen = agentWith(rightsOf("kitchen"));
const parent = guardianOf();

const at = visitWithoutDatabase;

const assets: Assets = { address: (name) => `/assets/${name}`, file: () => undefined };
const framed = (visit: Visit) =>
  frame(assets, { title: "Page", main: <p>Page</p> }, { visit, formToken: "jeton" });

test("each place has a letter of its own, none is « g », and every navigation link bears it", () => {
  const letters = agentLinks(administrator).map(({ shortcut }) => shortcut);
  expect(new Set(letters).size).toBe(letters.length);
  expect(letters).not.toContain("g");
  const html = framed(at(administrator, "/agent"));
  for (const letter of letters) expect(html).toContain(`data-key="${letter}"`);
});

describe("the keys are loaded", () => {
  test.each([
    ["on an agent's page", administrator, "/agent/fermetures?faite=1", true],
    ["on the first of them", kitchen, "/agent", true],
    ["not on a family's page", administrator, "/planning", false],
    ["not on an address that only begins alike", administrator, "/agents", false],
    ["not for a parent", parent, "/agent", false],
    ["not for a visitor", { kind: "visitor" } as const, "/agent", false],
  ])("%s", (_, actor, path, loaded) => {
    const html = framed(at(actor, path));
    expect(html.includes("shortcuts.js")).toBe(loaded);
    expect(html.includes("/agent/raccourcis")).toBe(loaded);
  });
});

describe("the list", () => {
  const list = (actor: Visit["actor"]) => shortcutsRoute.handle(at(actor, "/agent/raccourcis"), sent());

  test("says where this agent may go, and no further", async () => {
    const all = htmlOf(await list(administrator));
    expect(all).toContain("Chercher une famille");
    expect(all).toContain("Calendrier");
    const some = htmlOf(await list(kitchen));
    expect(some).toContain("Cuisine");
    expect(some).not.toContain("Chercher une famille");
    expect(some).not.toContain("Calendrier");
  });

  test("is for agents", async () => {
    expect((await list(parent)).kind).toBe("not-found");
    expect((await list({ kind: "visitor" })).kind).toBe("sign-in");
  });
});
