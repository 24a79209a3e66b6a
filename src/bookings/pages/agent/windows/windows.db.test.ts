import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { setEnrolmentRule } from "../../../enrolments/enrolment-rules.ts";
import { planningRoute } from "../../family/planning/route.ts";
import { noMenus } from "../../../planning/day-menus.ts";
import { windowRoutes } from "./routes.tsx";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [...windowRoutes, planningRoute(noMenus)]);
  await town.database.write((writes) =>
    setEnrolmentRule(writes, {
      activityId: at.rue.activityId,
      validFrom: Temporal.PlainDate.from("2026-09-01"),
      byFamily: true,
      conditions: [{ kind: "priority", group: "habitants", name: "les habitants", points: 1 }],
    }),
  );
}, 60_000);
afterAll(() => town.close());

const LIST = "/agent/ouvertures";
const CHECK = "/agent/ouvertures/verifier";
const SAVE = "/agent/ouvertures/enregistrer";
const ONE = "/agent/ouvertures/:window";
const REMOVE = "/agent/ouvertures/:window/enlever";
const agent = agentWith(["windows.write"]);
const visit = (now?: string, who = agent) =>
  at.visit(who, now === undefined ? undefined : Temporal.Instant.from(now));
const words = (answer: Answer) => wordsOf(htmlOf(answer));
const statusOf = (answer: Answer) => (answer.kind === "page" ? (answer.status ?? 200) : answer.kind);

/** December opens to everybody on 16 November at 8:30. */
const form = (changes: Record<string, string> = {}) => ({
  saison: at.rue.seasonId,
  pour: "*",
  du: "2026-12-01",
  au: "2026-12-18",
  ouvre: "2026-11-16",
  "ouvre-heure": "08:30",
  ferme: "",
  "ferme-heure": "",
  change: "",
  ...changes,
});
const send = (path: string, body: unknown, now?: string) => at.ask("POST", path, visit(now), { body });

async function publish(body: Record<string, string>, now?: string): Promise<string> {
  const answer = await send(SAVE, body, now);
  if (answer.kind !== "redirect") throw new Error(`Not published: ${words(answer)}`);
  return answer.to.replace(`${LIST}?faite=`, "");
}
const clear = () =>
  town.database.write((writes) => writes.run("test_no_windows", `delete from booking_window`));

test("what a window will do is said first, then published, and every family reads when it opens", async () => {
  const home = await at.family();
  const check = words(await send(CHECK, form()));
  expect(check).toContain("Rien n’est encore fait.");
  expect(check).toContain(
    "Les jours du mardi 1er au vendredi 18 décembre se réservent, pour tous : à partir du lundi 16 novembre à 8 h 30",
  );
  expect(check).toContain(
    "11 jours se réservent aujourd’hui sans ouverture : ils ne se réserveront plus avant elle.",
  );
  const faite = await publish(form());
  const residents = await publish(form({ pour: "habitants", ouvre: "2026-11-09" }));
  const list = words(await at.ask("GET", LIST, visit(), { query: { faite } }));
  expect(list).toContain(
    "C’est publié : Restauration scolaire – Rue Pour tous, le lundi 16 novembre à 8 h 30.",
  );
  expect(list).toContain("lundi 9 novembre à 8 h 30 les habitants");
  expect(list).toContain("2 ouvertures, dont les jours ne sont pas tous passés");

  const planning = wordsOf(await at.planning(at.visit(guardianOf(home)), "2026-12"));
  expect(planning).toContain("Pas encore ouvert");
  expect(planning).toContain("Ouvre le lundi 16 novembre à 8 h 30");
  await town.database.write((writes) =>
    writes.run(
      "test_resident",
      `update enrolment set priority_groups = '{habitants}' where household_id = $1`,
      [home.id],
    ),
  );
  expect(wordsOf(await at.planning(at.visit(guardianOf(home)), "2026-12"))).toContain(
    "Ouvre le lundi 9 novembre à 8 h 30",
  );
  const opened = at.visit(guardianOf(home), Temporal.Instant.from("2026-11-09T07:30:00Z"));
  expect(wordsOf(await at.planning(opened, "2026-12"))).not.toContain("Pas encore ouvert");
  expect(residents).not.toBe(faite);
});

describe("a published window", () => {
  test("is changed and taken away until it opens, and never after", async () => {
    await clear();
    const window = await publish(form());
    const edit = htmlOf(await at.ask("GET", ONE, visit(), { params: { window } }));
    expect(edit).toContain(`value="2026-11-16"`);
    const check = words(await send(CHECK, form({ change: window, "ouvre-heure": "09:00" })));
    expect(check).toMatch(/Avant Après Ouverture lundi 16 novembre à 8 h 30 lundi 16 novembre à 9 h/);
    expect(await publish(form({ change: window, "ouvre-heure": "09:00" }))).toBe(window);

    const after = "2026-11-16T08:00:00Z";
    const late = await send(SAVE, form({ change: window, ouvre: "2026-11-20" }), after);
    expect(statusOf(late)).toBe(422);
    expect(words(late)).toContain(
      "Cette ouverture a eu lieu le lundi 16 novembre à 9 h : elle ne change plus",
    );
    const kept = await at.ask("POST", REMOVE, visit(after), { params: { window } });
    expect(statusOf(kept)).toBe(422);
    expect(await at.ask("GET", ONE, visit(after), { params: { window } })).toMatchObject({
      kind: "redirect",
    });

    const removed = await at.ask("POST", REMOVE, visit(), { params: { window } });
    expect(removed).toMatchObject({ kind: "redirect", to: `${LIST}?faite=enlevee` });
    expect(words(await at.ask("GET", LIST, visit(), { query: { faite: "enlevee" } }))).toContain(
      "Aucune ouverture",
    );
  });

  test("is one for its days and its group", async () => {
    await clear();
    await publish(form());
    const again = await send(SAVE, form({ ouvre: "2026-11-20" }));
    expect(statusOf(again)).toBe(422);
    expect(words(again)).toContain("Cette saison a déjà une ouverture pour ce groupe");
  });
});

test.each<[string, Record<string, string>, string]>([
  ["in the past", { ouvre: "2026-11-01" }, "Écrivez un instant à venir"],
  ["outside the season", { au: "2027-07-03" }, "La saison va du 1er septembre 2026 au 2 juillet 2027"],
  ["that closes first", { ferme: "2026-11-16", "ferme-heure": "08:00" }, "Elle se ferme avant de s’ouvrir"],
  ["that closes at no hour", { ferme: "2026-11-30" }, "Écrivez le jour et l’heure de la fermeture"],
  ["at no hour", { "ouvre-heure": "8h30" }, "Écrivez une heure, par exemple 08:30."],
  ["for a group of another service", { pour: "reguliers" }, "Ce service n’a pas ce groupe"],
  ["of no season", { saison: "" }, "Choisissez un service et une saison."],
])("a window %s comes back with what to write", async (_, changes, message) => {
  await clear();
  for (const path of [CHECK, SAVE]) {
    const answer = await send(path, form(changes));
    expect(statusOf(answer)).toBe(422);
    expect(words(answer)).toContain(message);
  }
});

test("another site's windows are not shown, changed or taken away", async () => {
  await clear();
  const window = await publish(form());
  const other = visit(undefined, agentWith(["windows.write"], [newId<"site">()]));
  expect(words(await at.ask("GET", LIST, other))).toContain("Aucune ouverture");
  const params = { window };
  const answers = [
    await at.ask("POST", SAVE, other, { body: form({ change: window }) }),
    await at.ask("POST", CHECK, other, { body: form() }),
    await at.ask("GET", ONE, other, { params }),
    await at.ask("POST", REMOVE, other, { params }),
  ];
  expect(answers.map(statusOf)).toEqual(answers.map(() => "not-found"));
});
