import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { HouseholdSettings } from "../../../../../test/builders/household.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { submitBookings } from "../../../submit/submit-bookings.ts";
import { closeRoutes } from "./close-routes.ts";
import { reopenRoutes } from "./reopen-routes.tsx";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let quend: Canteen;
let paul: Visit;
let helene: Visit;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [...closeRoutes, ...reopenRoutes]);
  quend = await at.canteen({ name: "Quend" });
  paul = at.visit(agentWith(["closures.write", "families.read"], [at.rue.siteId]));
  helene = at.visit(agentWith(["closures.write"]));
}, 60_000);
afterAll(() => town.close());

const LIST = "/agent/fermetures";
const CHECK = "/agent/fermetures/verifier";
const SAVE = "/agent/fermetures/enregistrer";
const REOPEN = "/agent/fermetures/:closure/rouvrir";

const form = (changes: Record<string, unknown> = {}) => ({
  lieu: at.rue.siteId,
  du: "2026-11-16",
  au: "",
  message: "Grève du personnel",
  ...changes,
});

const post = (path: string, body: unknown, visit = paul) => at.ask("POST", path, visit, { body });
const words = (answer: Answer) => wordsOf(htmlOf(answer));
const statusOf = (answer: Answer) => (answer.kind === "page" ? answer.status : answer.kind);

async function list(visit = paul, query: Record<string, unknown> = {}): Promise<string> {
  return words(await at.ask("GET", LIST, visit, { query }));
}

/** Closes, and gives the closure that the list is asked to tell about. */
async function close(body: Record<string, unknown>, visit = paul): Promise<string> {
  const answer = await post(SAVE, body, visit);
  if (answer.kind !== "redirect") throw new Error(`Not closed: ${words(answer)}`);
  return answer.to.replace(`${LIST}?faite=`, "");
}

/** A family whose child eats at Rue on that day. */
async function eats(on: string, settings: HouseholdSettings = {}) {
  const home = await at.family(settings);
  const actor = guardianOf(home);
  const lines = home.children.map((child) => ({
    act: "book" as const,
    participantId: child.id,
    slotId: at.rue.slotOn(on),
  }));
  await submitBookings({ ...at.visit(actor), actor }, { key: newId<"submission">(), lines });
  return home;
}

const closures = () =>
  town.database.read((reads) =>
    reads.rows("test_closures_now", `select id from closure where lifted_at is null`),
  );

test("what closing will do is said first, then done, then told", async () => {
  await eats("2026-11-16", { children: ["Lina", "Hugo"] });
  const check = words(await post(CHECK, form({ au: "2026-11-17" })));
  expect(check).toContain("Fermer du lundi 16 au mardi 17 novembre : École de Rue");
  expect(check).toContain("Rien n’est encore fait.");
  expect(check).toContain("2 séances ferment.");
  expect(check).toContain("2 réservations de 2 enfants, dans 1 famille, sont annulées.");
  expect(check).toContain("Le planning dira : « Fermé : Grève du personnel ».");
  expect(await closures()).toHaveLength(0);

  const closure = await close(form({ au: "2026-11-17" }));
  const told = await list(paul, { faite: closure });
  expect(told).toContain("C’est fermé : École de Rue, du lundi 16 au mardi 17 novembre");
  expect(told).toContain(
    "2 réservations annulées, de 2 enfants dans 1 famille. 1 famille prévenue par e-mail.",
  );
  expect(told).toContain("Fermé par Paul Martin : « Grève du personnel ».");
});

test("a double click, and a colleague after, find the same closure", async () => {
  const body = form({ du: "2026-11-19" });
  const before = (await closures()).length;
  const [first, second] = await Promise.all([close(body), close(body)]);
  expect(second).toBe(first);
  expect(await close(body, helene)).toBe(first);
  expect(await closures()).toHaveLength(before + 1);
  const again = await post(CHECK, body, helene);
  expect(statusOf(again)).toBe(422);
  expect(words(again)).toContain("Ces jours sont déjà fermés ici par Paul Martin : « Grève du personnel ».");
});

test("a family without e-mail is named, with its file, to be phoned", async () => {
  const home = await eats("2026-11-20");
  await town.database.write((writes) =>
    writes.run("test_mute", `update guardian set email = '' where id = $1`, [home.guardians[0]?.id ?? ""]),
  );
  const check = htmlOf(await post(CHECK, form({ du: "2026-11-20" })));
  expect(check).toContain(`/agent/familles/${home.id}`);
  const closure = await close(form({ du: "2026-11-20" }));
  expect(await list(paul, { faite: closure })).toContain("1 famille à prévenir par téléphone");
});

test("reopening asks first, opens the days, and says so twice alike", async () => {
  await eats("2026-11-23");
  const closure = await close(form({ du: "2026-11-23" }));
  const ask = await at.ask("GET", REOPEN, paul, { params: { closure } });
  expect(words(ask)).toContain("Rouvrir le lundi 23 novembre : École de Rue");
  expect(words(ask)).toContain("1 réservation de 1 famille avait été annulée.");
  for (const _ of [1, 2]) {
    const answer = await at.ask("POST", REOPEN, paul, { params: { closure } });
    expect(answer).toEqual({ kind: "redirect", to: `${LIST}?faite=${closure}`, cookies: [] });
  }
  expect(await list(paul, { faite: closure })).toContain(
    "C’est rouvert : École de Rue, le lundi 23 novembre",
  );
  const slot = await town.database.read((reads) =>
    reads.row("test_slot_state", `select state from slot where id = $1`, [at.rue.slotOn("2026-11-23")]),
  );
  expect(slot).toEqual({ state: "open" });
});

describe("sites", () => {
  test("an agent chooses among his or her own; every site together only when all are", async () => {
    const own = await list();
    expect(own).not.toContain("École de Quend");
    expect(own).not.toContain("Tous les lieux");
    const all = await list(helene);
    expect(all).toContain("École de Quend");
    expect(all).toContain("Tous les lieux");
  });

  test.each([
    ["another's", () => quend.siteId],
    ["one that does not exist", () => newId<"site">()],
    ["all of them", () => "tous"],
  ])("%s site is not found, and nothing is written", async (_, lieu) => {
    const before = await closures();
    for (const path of [CHECK, SAVE]) {
      expect(statusOf(await post(path, form({ lieu: lieu(), du: "2026-12-10" })))).toBe("not-found");
    }
    expect(await closures()).toEqual(before);
  });

  test("another site's closure is not shown, told about, asked for or lifted", async () => {
    const closure = await close(form({ lieu: quend.siteId, message: "Travaux à Quend" }), helene);
    expect(await list()).not.toContain("Travaux à Quend");
    expect(await list(paul, { faite: closure })).not.toContain("C’est fermé");
    for (const method of ["GET", "POST"] as const) {
      expect((await at.ask(method, REOPEN, paul, { params: { closure } })).kind).toBe("not-found");
    }
    expect(await list(helene)).toContain("Travaux à Quend");
  });

  test("what closes every site is shown to all, and lifted by who may everywhere", async () => {
    await close(form({ lieu: "tous", du: "2026-12-15", message: "Pont" }), helene);
    const links = (html: string) => html.match(/rouvrir"/g)?.length ?? 0;
    const own = htmlOf(await at.ask("GET", LIST, paul));
    expect(wordsOf(own)).toContain("Tous les lieux Pont");
    expect(links(htmlOf(await at.ask("GET", LIST, helene)))).toBeGreaterThan(links(own));
  });
});

describe.each([CHECK, SAVE])(
  "POST %s refuses, writes nothing and loses nothing of what was typed",
  (path) => {
    test.each([
      ["yesterday", { du: "2026-11-01" }, "à partir d’aujourd’hui, lundi 2 novembre 2026"],
      ["an end before the start", { au: "2026-11-12" }, "Le dernier jour vient avant le premier"],
      ["a mistyped year", { au: "2206-11-17" }, "Écrivez 366 jours au plus"],
      ["no message", { message: "   " }, "Écrivez un message"],
      ["a message too long", { message: "x".repeat(201) }, "Écrivez 200 caractères au plus"],
      ["U+0000", { message: "Grève\u0000" }, "caractères illisibles"],
      ["a broken encoding", { message: "Grève\ud800" }, "caractères illisibles"],
      ["no first day", { du: "" }, "Écrivez le premier jour fermé"],
      ["a day that is none", { du: "2026-02-30" }, "Écrivez une date"],
      ["two days in one field", { du: ["2026-11-16", "2026-11-17"] }, "Écrivez le premier jour"],
      ["no site", { lieu: "" }, "Choisissez le lieu"],
      ["a site that is no id", { lieu: "1 or 1=1" }, "Choisissez le lieu"],
    ])("%s", async (_, changes, message) => {
      const before = await closures();
      const answer = await post(path, form({ du: "2026-11-26", au: "2026-11-27", ...changes }));
      expect(statusOf(answer)).toBe(422);
      expect(words(answer)).toContain(message);
      const html = htmlOf(answer);
      if (!("message" in changes)) expect(html).toContain('value="Grève du personnel"');
      if (!("au" in changes)) expect(html).toContain('value="2026-11-27"');
      expect(await closures()).toEqual(before);
    });

    test.each([[undefined], ["text"], [[]], [12]])("a body that is %j", async (body) => {
      expect(statusOf(await post(path, body))).toBe(422);
    });
  },
);

test("a form sent to be changed comes back as it was", async () => {
  const html = htmlOf(await at.ask("GET", LIST, paul, { query: form({ message: "Fête de l’école" }) }));
  expect(html).toContain('value="Fête de l’école"');
  expect(html).toContain('value="2026-11-16"');
});

test.each([
  ["a visitor", { kind: "visitor" } as const, "sign-in"],
  ["an agent without the right", agentWith(["bookings.write"]), "not-found"],
])("%s reaches none of these pages", async (_, actor, kind) => {
  const visit = at.visit(actor);
  const params = { closure: newId() };
  for (const { method, path } of [...closeRoutes, ...reopenRoutes]) {
    expect(
      (await at.ask(method === "GET" ? "GET" : "POST", path, visit, { params, body: form() })).kind,
    ).toBe(kind);
  }
});

test.each(["1", "", "x".repeat(5_000), "\u0000"])("an address that names no closure: %j", async (closure) => {
  expect((await at.ask("GET", REOPEN, paul, { params: { closure } })).kind).toBe("not-found");
  expect((await at.ask("POST", REOPEN, paul, { params: { closure } })).kind).toBe("not-found");
  expect(await list(paul, { faite: closure, du: ["1", "2"] })).toContain("Fermetures");
});
