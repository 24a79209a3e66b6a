import { expect, it } from "vitest";
import { stringify } from "yaml";

import { criterionNumbers } from "../../../rules/conformity.ts";
import { accessibilityAudit, readAudit } from "./audit-file.ts";

const met = Object.fromEntries(criterionNumbers().map((number) => [number, { state: "met", seen: "Lu" }]));
const audit = {
  referential: "RGAA 4.1",
  made_by: "quelqu’un",
  made_on: "2026-12-01",
  technologies: ["HTML5"],
  tools: ["clavier"],
  pages: [{ title: "Accueil", path: "/" }],
  criteria: met,
  not_accessible: [] as { criterion: string; what: string }[],
  derogations: [],
  exempt: [],
};

it("reads the audit of this repository, with each of the 106 criteria", () => {
  expect(Object.keys(accessibilityAudit().criteria)).toHaveLength(106);
});

it("refuses a criterion left out, and one that does not exist", () => {
  const { "1.1": _, ...rest } = met;
  expect(() => readAudit(stringify({ ...audit, criteria: rest }))).toThrow("Criterion 1.1 is missing");
  expect(() => readAudit(stringify({ ...audit, criteria: { ...met, "14.1": met["1.1"] } }))).toThrow(
    "There is no criterion 14.1",
  );
});

it("refuses a fault that its criterion does not own, and a failing criterion whose fault is not told", () => {
  const fault = { criterion: "3.2", what: "Un gris trop clair" };
  expect(() => readAudit(stringify({ ...audit, not_accessible: [fault] }))).toThrow("do not agree");
  const failing = { ...met, "3.2": { state: "not-met", seen: "Mesuré" } };
  expect(() => readAudit(stringify({ ...audit, criteria: failing }))).toThrow("do not agree");
  expect(
    readAudit(stringify({ ...audit, criteria: failing, not_accessible: [fault] })).conformity,
  ).toMatchObject({ state: "partial", percent: 99 });
});
