import { describe, expect, test } from "vitest";
import { ondeChild, ondeFiles, ondeGuardian, QUEND } from "../../../../test/builders/onde/extraction-of.ts";
import { planOf, refusalsOf } from "../../../../test/builders/onde/plan-of.ts";
import { childFinder } from "./match-child.ts";
import type { ChildMention } from "./lines.ts";
import type { FileChild } from "./people.ts";

const child = (wanted: Partial<FileChild>): FileChild => ({
  key: `line ${wanted.line ?? 2}`,
  line: 2,
  lastName: "DE SOUSA",
  usageName: "",
  firstName: "Marie-Lou",
  birthDate: "2019-03-04",
  level: "CE1",
  className: "CE1 A",
  classId: "",
  ...wanted,
});
const mention = (wanted: Partial<ChildMention>): ChildMention => ({
  column: "Prénom enfant",
  lastName: "DE SOUSA",
  usageName: "",
  firstName: "Marie-Lou",
  className: "CE1 A",
  ...wanted,
});

describe("an adult's line means this child", () => {
  test.each<[string, Partial<ChildMention>, Partial<FileChild>]>([
    ["the same names and class", {}, {}],
    ["a particle in one piece", { lastName: "Desousa" }, {}],
    ["case, accents and hyphens", { firstName: "MARIE LOU" }, {}],
    ["the level for the class", { className: "CE1" }, {}],
    ["the class's identifier", { className: "99998" }, { classId: "99998" }],
    ["« Classe » before its name", { className: "CLASSE  CE1 A" }, {}],
    ["one of several classes", { className: "ULIS, CE1 A" }, {}],
    ["no class said", { className: "" }, {}],
    ["a usage name on one side", { usageName: "CARON" }, {}],
    ["one usage name on both", { usageName: "caron" }, { usageName: "CARON" }],
    ["the usage name alone", { lastName: "", usageName: "Caron" }, { usageName: "CARON" }],
  ])("%s", (_name, said, own) =>
    expect(childFinder([child(own)], [])(mention(said))).toEqual({ key: "line 2" }),
  );
});

describe("an adult's line means nobody", () => {
  test.each<[string, Partial<ChildMention>, Partial<FileChild>, string]>([
    ["another family name", { lastName: "SOUSA" }, {}, "child_not_found"],
    ["another first name", { firstName: "Marie" }, {}, "child_not_found"],
    ["another usage name", { usageName: "CARON" }, { usageName: "MARTIN" }, "child_not_found"],
    ["a usage name that the child has not", { lastName: "", usageName: "CARON" }, {}, "child_not_found"],
    ["another class", { className: "CM2" }, {}, "child_class_differs"],
  ])("%s", (_name, said, own, code) =>
    expect(childFinder([child(own)], [])(mention(said))).toMatchObject({ reason: { code } }),
  );
});

describe("homonyms are never chosen between", () => {
  const first = child({ line: 2 });
  const second = child({ line: 5, birthDate: "2018-01-01" });

  test("in one class: refused, with the lines of both", () =>
    expect(childFinder([second, first], [])(mention({}))).toEqual({
      reason: { code: "child_ambiguous", lines: [2, 5] },
    }));
  test("in two classes: the class tells", () =>
    expect(childFinder([first, { ...second, className: "CM2" }], [])(mention({ className: "CM2" }))).toEqual({
      key: "line 5",
    }));
  test("two usage names: the usage name tells", () =>
    expect(
      childFinder(
        [
          { ...first, usageName: "A" },
          { ...second, usageName: "B" },
        ],
        [],
      )(mention({ usageName: "B" })),
    ).toEqual({ key: "line 5" }));
  test("the other one stands on a refused line: it could be meant too", () =>
    expect(childFinder([first], [second])(mention({}))).toMatchObject({
      reason: { code: "child_ambiguous" },
    }));
  test("only a refused line could be meant", () =>
    expect(childFinder([], [second])(mention({}))).toEqual({
      reason: { code: "child_line_refused", lines: [5] },
    }));
});

describe("one adult on several lines", () => {
  const lea = ondeChild();
  const tom = ondeChild({ firstName: "Tom", birthDate: "2021-06-01" });
  const guardians = (plan: ReturnType<typeof planOf>) =>
    plan.guardians.map(({ lines, values }) => [lines, values.lastName, values.email]);

  test("one address: one adult, what one line lacks the other gives", () => {
    const plan = planOf(
      ondeFiles([ondeGuardian([lea]), ondeGuardian([tom], { lastName: "Dupont", email: "c@exemple.fr" })]),
    );
    expect(guardians(plan)).toEqual([[[2, 3], "Dupont", "c@exemple.fr"]]);
  });
  test("one e-mail, two addresses: refused, both lines", () => {
    const plan = planOf(
      ondeFiles([
        ondeGuardian([lea], { email: "c@exemple.fr" }),
        ondeGuardian([tom], { email: "c@exemple.fr", address: QUEND }),
      ]),
    );
    expect(refusalsOf(plan)).toEqual([
      "eleves 2 line child_without_guardian",
      "eleves 3 line child_without_guardian",
      "responsables 2 line guardian_contradictory",
      "responsables 3 line guardian_contradictory",
    ]);
    expect(plan.refusals[2]).toMatchObject({ column: "Adresse", reason: { lines: [3] } });
  });
  test("nothing in common: two people", () => {
    const plan = planOf(ondeFiles([ondeGuardian([lea]), ondeGuardian([tom], { address: QUEND })]));
    expect(guardians(plan)).toEqual([
      [[2], "DUPONT", ""],
      [[3], "DUPONT", ""],
    ]);
  });
});
