import { expect, test } from "vitest";
import { z } from "zod";

import { enrolmentConditions } from "./condition-format.ts";

const sound = [
  { kind: "age", on: "slotDay", fromYears: 3, untilYears: 12 },
  { kind: "age", on: "12-31", fromMonths: 30 },
  { kind: "age", on: "2026-12-31", untilYears: 18 },
  {
    kind: "any",
    of: [{ kind: "residence" }, { kind: "school", schools: ["École de Rue"], levels: ["CP", "CE1"] }],
  },
  { kind: "not", of: { kind: "all", of: [{ kind: "regular" }, { kind: "sibling" }] } },
  { kind: "completeFile", needs: ["address", "phone"] },
  { kind: "document", document: "Vaccinations" },
  { kind: "sibling", activities: ["alsh-rue"] },
  { kind: "audience", who: "adults" },
  { kind: "priority", group: "habitants", name: "les habitants", points: 10, who: { kind: "residence" } },
  { kind: "priority", group: "suivi-social", name: "les familles suivies", points: 20 },
  { kind: "group", groups: ["habitants"] },
];

test("every condition is read as it was written, and has a JSON schema", () => {
  expect(enrolmentConditions.parse(sound)).toEqual(sound);
  expect(JSON.stringify(z.toJSONSchema(enrolmentConditions))).toContain("completeFile");
});

test.each([
  ["a kind that does not exist", { kind: "wealth" }],
  ["a word too many", { kind: "residence", commune: "Rue" }],
  ["an age without an age", { kind: "age", on: "slotDay" }],
  ["an age that ends before it begins", { kind: "age", on: "slotDay", fromYears: 3, untilMonths: 36 }],
  ["both years and months", { kind: "age", on: "slotDay", fromYears: 3, fromMonths: 36 }],
  ["a day that does not exist", { kind: "age", on: "02-31", fromYears: 3 }],
  ["a date that does not exist", { kind: "age", on: "2026-02-29", fromYears: 3 }],
  ["a school that is none", { kind: "school" }],
  ["nothing to choose from", { kind: "any", of: [] }],
  ["a priority inside another condition", { kind: "not", of: sound[9] }],
])("%s is refused", (_, item) => {
  expect(enrolmentConditions.safeParse([item]).success).toBe(false);
});

test("what is wrong is said where it is", () => {
  const { error } = enrolmentConditions.safeParse([
    sound[0],
    { kind: "any", of: [{ kind: "age", on: "demain", fromYears: 3 }] },
  ]);
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["1.of.0.on"]);
});

test("a priority group has one definition", () => {
  expect(enrolmentConditions.safeParse([sound[9], sound[9]]).success).toBe(false);
});
