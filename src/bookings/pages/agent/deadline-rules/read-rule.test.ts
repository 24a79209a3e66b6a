import { readFileSync } from "node:fs";

import { expect, test } from "vitest";
import { parse } from "yaml";

import { parseDeadlineRule, writeDeadlineRule } from "../../../deadlines/rule-format.ts";
import { valuesOf } from "#platform";
import { readRule } from "./read-rule.ts";
import { FORMS, formOf, keysOf, RETURN_FORMS } from "./rule-choice.ts";
import { valuesOfRule } from "./rule-values.ts";

/** The rules that the guide of the file shows, whatever their form, and what is told only here. */
const GUIDE = readFileSync("docs/ruleset.md", "utf8");
const shown =
  GUIDE.match(/\{ kind: (daysBefore|weekday|clearDays|hoursBefore|until|slotStart|never)[^}]*\}/g) ?? [];
const others = [
  `{ kind: weekdayGroups, groups: [{ slots: [monday, tuesday], weekday: friday, at: "09:00" }, { slots: [thursday], weekday: tuesday, at: endOfDay }, { slots: [friday], weekday: thursday, at: slotStart }], onDayOff: forward, notCounted: [publicHolidays] }`,
  `{ kind: clearDays, days: 15, before: holidays, at: endOfDay, notCounted: [monday] }`,
  `{ kind: daysBefore, days: 1, cutOff: "11:00", notCounted: [], afterHolidays: { slots: firstDay, rule: { kind: lastSchoolDay, at: "11:00" } } }`,
  `{ kind: never, afterHolidays: { slots: firstWeek, rule: { kind: weekday, weekday: monday, weeksBefore: 2, at: "08:05", onDayOff: stays, notCounted: [closures] } } }`,
];

test.each([...new Set([...shown, ...others])])("the fields say the same as the file: %s", (text) => {
  const written = writeDeadlineRule(parseDeadlineRule(parse(text)));
  const { forme, retour, "retour-forme": returnForm } = formOf(written);
  const choice = {
    units: null,
    season: null,
    acts: [],
    form: keysOf(FORMS).find((name) => name === forme),
    onReturn: retour === "jour" || retour === "semaine" ? retour : undefined,
    returnForm: keysOf(RETURN_FORMS).find((name) => name === returnForm),
  } as const;
  const values = new Map([...valuesOfRule(written), ["du", ["2026-12-01"]] as const]);
  expect(readRule(values, choice)).toEqual({ rule: written, from: "2026-12-01" });
});

const jours = { jours: "1", coupe: "heure", heure: "10:00", hors: [], du: "2026-12-01" };
test.each([
  ["jours", { ...jours, jours: "" }, "jours", "entre 0 et 90"],
  ["jours", { ...jours, jours: "91" }, "jours", "entre 0 et 90"],
  ["jours", { ...jours, heure: "25:00" }, "heure", "Écrivez une heure"],
  ["jours", { ...jours, coupe: "x" }, "coupe", "Choisissez"],
  ["jours", { ...jours, du: "" }, "du", "Écrivez une date"],
  ["groupes", { sinon: "avant", du: "2026-12-01" }, "ferme-1", "Choisissez au moins un jour"],
  ["date", { le: "2026-02-30", "le-heure": "10:00", du: "2026-12-01" }, "le", "Écrivez une date"],
  ["semaine", { ...jours, jour: "8", semaines: "1", sinon: "avant" }, "jour", "entre 1 et 7"],
  ["glissant", { heures: "9999", du: "2026-12-01" }, "heures", "entre 0 et 2160"],
] as const)("%s %j is corrected at its field", (form, fields, field, message) => {
  const choice = {
    units: null,
    season: null,
    acts: [],
    form,
    onReturn: undefined,
    returnForm: undefined,
  } as const;
  const read = readRule(valuesOf(fields), choice);
  expect("corrections" in read && read.corrections).toContainEqual({
    field,
    message: expect.stringContaining(message),
  });
});
