import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { formReader, valuesOf } from "#platform";

import { enrolmentConditions } from "../../../../enrolments/condition-format.ts";
import type { EnrolmentEntry } from "../../../../ruleset/stored/stored-enrolment.ts";
import { valuesOfRule } from "./condition-values.ts";
import { readConditions } from "./read-conditions.ts";

const section = z.object({
  enrolment: z
    .array(z.object({ by: z.enum(["family", "agent"]), conditions: enrolmentConditions }))
    .default([]),
});
const FOLDER = "examples/rulesets";

/** The rules of the forty authorities, and those that have every kind of condition. */
const rules: readonly EnrolmentEntry[] = [
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => section.parse(parse(readFileSync(`${FOLDER}/${name}`, "utf8"))).enrolment),
  {
    by: "family",
    conditions: [
      { kind: "age", on: "12-31", fromMonths: 2, untilMonths: 48 },
      { kind: "age", on: "2027-02-28", untilYears: 18 },
      { kind: "school", schools: ["École de Rue", "Crotoy"], levels: ["CP"], classes: ["CP A"] },
      { kind: "residence" },
      { kind: "completeFile", needs: ["address", "email"] },
      { kind: "document", document: "Attestation d’assurance" },
      { kind: "document", document: "Vaccinations" },
      { kind: "sibling" },
      { kind: "sibling", activities: ["alsh"] },
      { kind: "audience", who: "children" },
      { kind: "regular" },
      { kind: "group", groups: ["habitants"] },
      { kind: "any", of: [{ kind: "regular" }, { kind: "not", of: { kind: "residence" } }] },
      { kind: "priority", group: "habitants", name: "les habitants", points: 10, who: { kind: "residence" } },
      {
        kind: "priority",
        group: "mixte",
        name: "d’autres",
        points: 0,
        who: { kind: "any", of: [{ kind: "regular" }] },
      },
      { kind: "priority", group: "dits", name: "ceux qu’on dit", points: 3 },
    ],
  },
];

/** A condition written in years where months are in the same rule is the same in months. */
const key = ({ by, conditions }: EnrolmentEntry) => [
  by,
  conditions.map((item) => JSON.stringify(item)).toSorted(),
];

test("the fields of the page say the same as the file, for every rule of the examples and every kind of condition", () => {
  expect(rules.length).toBeGreaterThan(5);
  for (const rule of rules) {
    const values = valuesOfRule(rule);
    const filled = new Map([["age-le", [""]], ["age-unite", ["ans"]], ["public", [""]], ...values]);
    const reader = formReader(filled);
    const read = readConditions(reader, filled);
    expect(reader.corrections).toEqual([]);
    expect(key(read)).toEqual(key(rule));
  }
});

const plain = { qui: "family", "age-le": "", "age-unite": "ans", public: "" };
test.each([
  [{ qui: "x" }, "qui", "Choisissez"],
  [{ "age-de": "3" }, "age-le", "Choisissez le jour"],
  [{ "age-le": "slotDay" }, "age-de", "Écrivez un âge"],
  [{ "age-le": "slotDay", "age-de": "6", "age-a": "3" }, "age-de", "la fin vient après"],
  [{ "age-le": "slotDay", "age-de": "130" }, "age-de", "entre 0 et 120"],
  [{ "age-le": "date", "age-date": "31/02", "age-de": "3" }, "age-date", "Écrivez une date"],
  [{ "groupe-0-nom": "les habitants", "groupe-0-qui": "agent" }, "groupe-0-points", "de 0 à 1000"],
  [{ autre: ["{"] }, "regle", "ne se lit pas"],
  [{ autre: ['{"kind":"x"}'] }, "regle", "ne se lit pas"],
])("%j is corrected at its field", (fields, field, message) => {
  const values = valuesOf({ ...plain, ...fields });
  const reader = formReader(values);
  readConditions(reader, values);
  expect(reader.corrections).toContainEqual({ field, message: expect.stringContaining(message) });
});
