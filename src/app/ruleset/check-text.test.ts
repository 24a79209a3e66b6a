import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { deadlineRuleFormat } from "#bookings";
import { readChargeCase } from "#pricing";
import { parse } from "yaml";

import { checkText } from "./check-text.ts";
import { ruleSetSchema } from "./schema.ts";

const GUIDE = readFileSync("docs/ruleset.md", "utf8");

/** The small complete rule set of docs/ruleset.md. */
const sound = /```yaml\n(authority:[^]*?)```/.exec(GUIDE)?.[1] ?? "";

/** The file with a piece replaced, and « line kind: sentence » of all that is said of it. */
function said(piece: string, instead: string): readonly string[] {
  expect(sound).toContain(piece);
  return checkText(sound.replace(piece, instead)).findings.map(
    ({ line, kind, sentence }) => `${line} ${kind}: ${sentence}`,
  );
}

test("the small rule set of the guide is accepted without a remark", () => {
  expect(checkText(sound).findings).toEqual([]);
});

test("a zone whose holidays do not come with Préau is told on its line, and so is a year beyond them", () => {
  const lineOf = (piece: string) => sound.slice(0, sound.indexOf(piece)).split("\n").length;
  expect(said("schoolZone: B", "schoolZone: C")).toEqual([
    expect.stringMatching(
      new RegExp(
        `^${lineOf("schoolZone")} warning: Préau n’apporte que .* zone B : tant que celles de la zone C`,
      ),
    ),
  ]);
  const lastDay = /lastDay: 2027-\d\d-\d\d/.exec(sound)?.[0] ?? "";
  expect(said(lastDay, "lastDay: 2028-06-30")).toContainEqual(
    expect.stringMatching(new RegExp(`^${lineOf(lastDay)} warning: L’année scolaire 2027-2028 n’est pas`)),
  );
});

test("every deadline that the guide shows on one line is understood", () => {
  const shown =
    GUIDE.match(/\{ kind: (daysBefore|weekday|clearDays|hoursBefore|until|slotStart|never)[^}]*\}/g) ?? [];
  expect(shown.length).toBeGreaterThan(15);
  for (const rule of shown) expect(deadlineRuleFormat.safeParse(parse(rule)).success, rule).toBe(true);
});

test("every price that the guide shows is understood, and its case too", () => {
  const blocks = (GUIDE.match(/```yaml\n(?:prices|fees|penalties|absences):[^]*?```/g) ?? []).map((block) =>
    block.replace(/^```yaml\n/, "").replace(/```$/, ""),
  );
  expect(blocks.length).toBeGreaterThan(5);
  for (const block of blocks) expect(ruleSetSchema.safeParse(parse(block)).error, block).toBeUndefined();
  const prices =
    GUIDE.match(/`\{ kind: (share|per)[^`]*\}`/g)?.map((shown) => shown.replaceAll("`", "")) ?? [];
  expect(prices.length).toBeGreaterThan(3);
  for (const shown of prices) {
    const file = { prices: [{ activities: ["cantine"], price: parse(shown) }] };
    expect(ruleSetSchema.safeParse(file).error, shown).toBeUndefined();
  }
  const [, shownCase = ""] = /```json\n([^]*?)```/.exec(GUIDE) ?? [];
  expect(readChargeCase(JSON.parse(shownCase))).toMatchObject({ ok: true, value: { unit: "repas" } });
});

const CANCEL = "    cancel: { kind: daysBefore, days: 1";

test.each([
  ["no YAML", "sites:\n", "sites: [\n", /^\d+ refused: Cette ligne ne se lit pas comme du YAML/],
  [
    "a key twice",
    "source: complete",
    "source: complete\nsource: complete",
    /^3 refused: Cette clé est écrite deux fois/,
  ],
  ["an unknown key", "source: complete", "sorce: complete", /^2 refused: « sorce » n’est pas une clé connue/],
  ["a missing key", "    site: ecole\n", "", /^9 refused: activities › site : il manque cette clé/],
  [
    "a number that is a text",
    "places: 120",
    'places: "120"',
    /^21 refused: .*places : écrivez ici un nombre/,
  ],
  [
    "a word out of a list",
    "opensOn: school",
    "opensOn: ecole",
    /^19 refused: .*l’un de ces mots : school, holidays, any/,
  ],
  [
    "a kind that does not exist",
    "kind: daysBefore, days: 1",
    "kind: veille, days: 1",
    /^25 refused: .*« kind » n’existe pas/,
  ],
  ["an hour that is none", "cutOff: slotStart", 'cutOff: "25:00"', /^25 refused: .*Écrivez une heure/],
  [
    "an honest source",
    "source: complete",
    "source: complete\ninvented: [Les horaires.]",
    /^2 refused: Ce qui est inventé/,
  ],
  ["an unknown site", "site: ecole\n", "site: lycee\n", /^10 refused: .*« lycee »/],
  [
    "seasons that overlap",
    "    seasons:\n",
    "    seasons:\n      - { name: Mai, firstDay: 2027-05-01, lastDay: 2027-05-31, openings: [{ units: [repas], weekdays: [wednesday], places: 5 }] }\n",
    /refused: .*Mai/,
  ],
  ["a weekday twice", "thursday, friday]", "thursday, thursday]", /^21 refused: /],
  [
    "an unknown activity",
    "activities: [cantine]\n    book",
    "activities: [cantines]\n    book",
    /^24 refused: Aucun service n’a le code « cantines »/,
  ],
  [
    "a unit of another activity",
    "activities: [cantine]\n    book",
    "activities: [cantine]\n    units: [soir]\n    book",
    /^25 refused: « soir » n’est pas une prestation/,
  ],
  [
    "no deadline for cancelling",
    CANCEL,
    CANCEL.replace("cancel", "change"),
    /^9 refused: « cantine » n’a pas de délai pour annuler/,
  ],
  [
    "two deadlines for one thing",
    "enrolment:",
    "  - { activities: [cantine], cancel: { kind: never } }\nenrolment:",
    /^\d+ refused: Ce délai pour annuler est déjà écrit/,
  ],
  [
    "a weekday in no group",
    "{ kind: daysBefore, days: 1, cutOff: slotStart, notCounted: [saturdays, sundays, publicHolidays] }\n    cancel",
    '{ kind: weekdayGroups, groups: [{ slots: [monday, tuesday], weekday: friday, at: "09:00" }], onDayOff: back, notCounted: [] }\n    cancel',
    /^25 warning: « cantine › repas » ouvre aussi le jeudi et vendredi/,
  ],
  [
    "clear days before holidays that it does not open in",
    "{ kind: daysBefore, days: 1, cutOff: slotStart, notCounted: [saturdays, sundays, publicHolidays] }\n    cancel",
    "{ kind: clearDays, days: 15, before: holidays, at: endOfDay, notCounted: [] }\n    cancel",
    /^25 warning: « cantine › repas » ouvre aussi hors vacances/,
  ],
  [
    "a window that closes before it opens",
    "enrolment:",
    'windows:\n  - { activities: [cantine], season: 2026-2027, opensAt: "2026-08-02 08:00", closesAt: "2026-08-01 08:00" }\nenrolment:',
    /refused: Cette fenêtre ferme avant d’ouvrir/,
  ],
  [
    "windows that overlap",
    "enrolment:",
    'windows:\n  - { activities: [cantine], season: 2026-2027, opensAt: "2026-08-02 08:00" }\n  - { activities: [cantine], season: 2026-2027, firstDay: 2027-01-04, opensAt: "2026-12-02 08:00" }\nenrolment:',
    /refused: Une fenêtre plus haut ouvre déjà ces séances/,
  ],
  [
    "a window out of its season",
    "enrolment:",
    'windows:\n  - { activities: [cantine], season: 2026-2027, lastDay: 2027-08-04, opensAt: "2026-12-02 08:00" }\nenrolment:',
    /refused: Cette fenêtre sort de sa saison/,
  ],
  [
    "slots in no window",
    "enrolment:",
    'windows:\n  - { activities: [cantine], season: 2026-2027, firstDay: 2027-01-04, opensAt: "2026-12-02 08:00" }\nenrolment:',
    /warning: « cantine » : aucune fenêtre n’ouvre les séances du .*septembre 2026/,
  ],
  [
    "a group that nothing defines",
    "enrolment:",
    'windows:\n  - { activities: [cantine], season: 2026-2027, group: habitants, opensAt: "2026-12-02 08:00" }\nenrolment:',
    /refused: Le groupe « habitants » n’est pas défini/,
  ],
  [
    "an activity enrolled twice",
    "{ kind: age, on: slotDay, fromYears: 3 }\n",
    "{ kind: age, on: slotDay, fromYears: 3 }\n  - { activities: [cantine], by: agent, conditions: [] }\n",
    /refused: « cantine » a déjà une entrée dans « enrolment »/,
  ],
  [
    "a price that is a number",
    "enrolment:",
    "prices:\n  - { activities: [cantine], price: 4.00 }\nenrolment:",
    /^29 refused: prices › price : Écrivez le prix en euros et centimes/,
  ],
  [
    "a form of price that does not exist",
    "enrolment:",
    'prices:\n  - activities: [cantine]\n    price: { kind: part, percent: "1" }\nenrolment:',
    /^30 refused: prices › price.* : ce « kind » n’existe pas/,
  ],
  [
    "a key of a price inside a price",
    "enrolment:",
    'prices:\n  - activities: [cantine]\n    price:\n      kind: brackets\n      brackets:\n        - { to: 5, price: { kind: share, percents: "1" } }\nenrolment:',
    /^33 refused: « percents » n’est pas une clé connue/,
  ],
  [
    "a sibling where nothing is",
    "{ kind: age, on: slotDay, fromYears: 3 }",
    "{ kind: sibling, activities: [judo] }",
    /refused: Aucun service n’a le code « judo »/,
  ],
])("%s", (_, piece, instead, expected) => {
  expect(said(piece, instead)).toContainEqual(expect.stringMatching(expected));
});

test("a file whose aliases unfold without end is refused", () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${["b", "c", "d"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abc"[index]}`).join(", ")}]`).join("\n")}\n`;
  expect(checkText(bomb).findings).toEqual([expect.objectContaining({ kind: "refused", line: 1 })]);
});

test("one wrong indent is told once, at its line", () => {
  const wrong = sound.replace("    site: ecole\n", "   site: ecole\n");
  expect(checkText(wrong).findings).toHaveLength(1);
});
