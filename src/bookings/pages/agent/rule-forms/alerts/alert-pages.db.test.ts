import { afterAll, beforeAll, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../../test/builders/actors.ts";
import { familyTown, wordsOf } from "../../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../../test/builders/visit.tsx";
import { alertChoices, chooseAlerts } from "../../../../alerts/alert-choices.ts";
import { alertRuleOn } from "../../../../ruleset/stored/stored-alerts.ts";
import { alertRuleRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let helene: Visit;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, alertRuleRoutes);
  helene = at.visit(agentWith(["offer.write", "offer.read"]));
}, 60_000);
afterAll(() => town.close());

const form = (changes: Record<string, unknown> = {}) => ({
  alerte: ["placeOffered", "emptyWeek"],
  jours: "3",
  heures: "12",
  "apres-midi": "4",
  du: "2026-12-01",
  ...changes,
});
const PATH = "/agent/alertes";
const send = (step: string, body: unknown) => at.ask("POST", `${PATH}/${step}`, helene, { body });
const words = (answer: Answer) => wordsOf(htmlOf(answer));
const statusOf = (answer: Answer) => (answer.kind === "page" ? (answer.status ?? 200) : answer.kind);
const held = (day: string) => town.database.read((reads) => alertRuleOn(reads, Temporal.PlainDate.from(day)));
const journal = () =>
  town.database.read((reads) =>
    reads.rows<{ facts: { from: string } }>(
      "test_alert_journal",
      `select facts from journal_entry where act = 'bookings.alert-rule-changed' order by id`,
    ),
  );

test("said, shown, written from its day on, once; what an adult chose stays", async () => {
  const home = await at.family({ lastName: "Alerte" });
  const guardian = guardianOf(home).guardian;
  await town.database.write((writes) =>
    chooseAlerts(writes, guardian.id, new Set(["deadline_tonight"]), helene.now),
  );
  expect(words(await at.ask("GET", PATH, helene))).toContain("depuis toujours place proposée");

  const check = await send("verifier", form());
  expect(words(check)).toContain("À partir du mardi 1er décembre 2026");
  expect(words(check)).toContain("Semaine vide : le vendredi à 18 h");
  expect(words(check)).toContain("Délai qui ferme : à midi quand le délai ferme après 16 h ce jour-là");
  expect((await held("2026-12-01")).emptyWeek).toBe(false);

  // The page that confirms carries all that was said, both boxes too.
  for (const kind of ["placeOffered", "emptyWeek"])
    expect(htmlOf(check)).toContain(`<input type="hidden" name="alerte" value="${kind}"`);
  expect(statusOf(await send("enregistrer", form()))).toBe("redirect");
  expect(statusOf(await send("enregistrer", form()))).toBe("redirect");
  expect((await held("2026-11-30")).emptyWeek).toBe(false);
  expect(await held("2026-12-01")).toMatchObject({ emptyWeek: true, weekDays: 3, weekHours: 12 });
  expect((await journal()).map(({ facts }) => facts.from)).toEqual(["2026-12-01"]);

  const saved = words(await at.ask("GET", PATH, helene, { query: { fait: "1" } }));
  expect(saved).toContain("C’est enregistré.");
  expect(saved).toContain("mardi 1er décembre 2026");
  expect(saved).toContain("place proposée, semaine vide");
  const december = Temporal.PlainDate.from("2026-12-01");
  expect(await town.database.read((reads) => alertChoices(reads, guardian.id, december))).toEqual({
    place_offered: false,
    empty_week: false,
    deadline_tonight: true,
  });
});

test.each([
  [{ heures: "" }, "Écrivez un nombre de 1 à 72."],
  [{ heures: "73" }, "72"],
  [{ jours: "0" }, "7"],
  [{ du: "2020-01-06" }, "passé"],
  [{ alerte: ["autre"] }, "alerte"],
])("%j is sent back to be corrected, and nothing is written", async (changes, said) => {
  const before = await held("2027-06-01");
  for (const step of ["verifier", "enregistrer"]) {
    const answer = await send(step, form(changes));
    expect(statusOf(answer)).toBe(422);
    expect(words(answer)).toContain(said);
  }
  expect(await held("2027-06-01")).toEqual(before);
});

test("who only reads sees no form; who may not read is refused", async () => {
  const reader = at.visit(agentWith(["offer.read"]));
  expect(htmlOf(await at.ask("GET", PATH, reader))).not.toContain("<form");
});
