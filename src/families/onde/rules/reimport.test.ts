import { describe, expect, test } from "vitest";
import { applyInMemory } from "../../../../test/builders/onde/apply-in-memory.ts";
import {
  ondeChild,
  ondeFiles,
  ondeGuardian,
  QUEND,
  RUE,
} from "../../../../test/builders/onde/extraction-of.ts";
import { EMPTY, householdsOf, planOf, refusalsOf } from "../../../../test/builders/onde/plan-of.ts";
import { type OndePlan, writesNothing } from "./plan.ts";
import type { Snapshot } from "./snapshot.ts";

type Files = ReturnType<typeof ondeFiles>;
const after = (...imports: readonly Files[]): Snapshot =>
  imports.reduce((snapshot, files) => applyInMemory(snapshot, planOf(files, snapshot)), EMPTY);

const LEA = ondeChild();
const MOTHER = ondeGuardian([LEA], { email: "claire@exemple.fr", phoneMobile: "0639980001" });
const FATHER = ondeGuardian([LEA], { firstName: "Paul", civility: "M." });
const TOGETHER = ondeFiles([MOTHER, FATHER]);

const changes = (plan: OndePlan) =>
  [...plan.children, ...plan.guardians, ...plan.households].flatMap((record) =>
    record.changes.map(({ field, before, after: now }) => `${field}: ${before} → ${now}`),
  );

describe("what a second extraction changes", () => {
  test.each<[string, Files, string[]]>([
    ["nothing", TOGETHER, []],
    [
      "the class",
      ondeFiles([ondeGuardian([{ ...LEA, className: "CE1 B" }], MOTHER)]),
      ["className: CE1 → CE1 B"],
    ],
    [
      "the spelling of a name",
      ondeFiles([ondeGuardian([{ ...LEA, firstName: "LEA" }], MOTHER)]),
      ["firstName: Léa → LEA"],
    ],
    [
      "an e-mail",
      ondeFiles([{ ...MOTHER, email: "nouveau@exemple.fr" }]),
      ["email: claire@exemple.fr → nouveau@exemple.fr"],
    ],
    ["an emptied cell says nothing", ondeFiles([{ ...MOTHER, email: "", phoneMobile: "" }]), []],
    [
      "another writing of the address",
      ondeFiles([{ ...MOTHER, address: { ...RUE, street: "12 R. DES DUNES" } }]),
      [],
    ],
    [
      "a name taken by marriage",
      ondeFiles([{ ...MOTHER, usageName: "CARON" }]),
      ["lastName: DUPONT → CARON"],
    ],
    [
      "a move of all the adults",
      ondeFiles([
        { ...MOTHER, address: QUEND },
        { ...FATHER, address: QUEND },
      ]),
      ["street: 12 rue des Dunes → 3 avenue de la Plage", "commune: Rue → Quend"],
    ],
  ])("%s", (_name, files, expected) => {
    const snapshot = after(TOGETHER);
    const plan = planOf(files, snapshot);
    expect(changes(plan)).toEqual(expected);
    expect(refusalsOf(plan)).toEqual([]);
    expect(plan.households.flatMap((one) => [...one.newGuardians, ...one.newChildren])).toEqual([]);
    expect(writesNothing(planOf(files, applyInMemory(snapshot, plan)))).toBe(true);
  });

  test("a sister joins her brother's household, with the next colour", () => {
    const zoe = ondeChild({ firstName: "Zoé", birthDate: "2022-02-02" });
    const plan = planOf(ondeFiles([ondeGuardian([LEA, zoe], MOTHER)]), after(TOGETHER));
    expect(plan.households).toHaveLength(1);
    expect(plan.households[0]).toMatchObject({ action: "unchanged", newChildren: [{ colour: 2 }] });
  });

  test("a sister in another school, whose file names neither the brother nor the mother's telephone", () => {
    const zoe = ondeChild({ firstName: "Zoé", birthDate: "2022-02-02" });
    const plan = planOf(ondeFiles([ondeGuardian([zoe], {})]), after(TOGETHER), "École de Quend");
    expect(plan.guardians[0]?.action).toBe("unchanged");
    expect(plan.leavers).toEqual([]);
  });
});

describe("separations are an agent's business", () => {
  test("the father alone moves: his line is refused, the mother's goes on", () => {
    const plan = planOf(
      ondeFiles([
        { ...MOTHER, email: "n@exemple.fr" },
        { ...FATHER, address: QUEND },
      ]),
      after(TOGETHER),
    );
    expect(refusalsOf(plan)).toEqual(["responsables 3 line known_household_split"]);
    expect(changes(plan)).toEqual(["email: claire@exemple.fr → n@exemple.fr"]);
  });
  test("the mother moves and the father is not in the file: he must not learn her address", () => {
    const plan = planOf(ondeFiles([{ ...MOTHER, address: QUEND }]), after(TOGETHER));
    expect(refusalsOf(plan)).toEqual(["responsables 2 line known_household_split"]);
    expect(writesNothing(plan)).toBe(true);
  });
  test("separated parents who live together again at her address: he joins, his old household stays", () => {
    const snapshot = after(ondeFiles([MOTHER, { ...FATHER, address: QUEND }]));
    const plan = planOf(TOGETHER, snapshot);
    expect(refusalsOf(plan)).toEqual([]);
    expect(householdsOf(plan)).toEqual(["Rue: Paul DUPONT / "]);
    expect(applyInMemory(snapshot, plan).households).toHaveLength(2);
  });
  test("and at a third address: which household lives on is not chosen", () => {
    const third = { street: "1 rue Neuve", postcode: "80550", commune: "Le Crotoy" };
    const snapshot = after(ondeFiles([MOTHER, { ...FATHER, address: QUEND }]));
    const plan = planOf(
      ondeFiles([
        { ...MOTHER, address: third },
        { ...FATHER, address: third },
      ]),
      snapshot,
    );
    expect(refusalsOf(plan)).toEqual([
      "responsables 2 line known_household_ambiguous",
      "responsables 3 line known_household_ambiguous",
    ]);
  });
});

describe("who is already there", () => {
  test("a family made by hand, without a key, is recognised by names and what they share", () => {
    const snapshot = after(TOGETHER);
    const byHand: Snapshot = {
      children: snapshot.children.map((one) => ({ ...one, externalKey: "" })),
      guardians: snapshot.guardians.map((one) => ({ ...one, externalKey: "" })),
      households: snapshot.households.map((one) => ({ ...one, externalKey: "" })),
    };
    expect(writesNothing(planOf(TOGETHER, byHand))).toBe(true);
  });
  test("an adult renamed by an agent is known by the key of the first import", () => {
    const snapshot = after(TOGETHER);
    const renamed = {
      ...snapshot,
      guardians: snapshot.guardians.map((one) =>
        one.firstName === "Paul" ? { ...one, firstName: "Jean-Paul" } : one,
      ),
    };
    expect(changes(planOf(TOGETHER, renamed))).toEqual(["firstName: Jean-Paul → Paul"]);
  });
  test("the child twice in the espace: refused, and so are its adults' lines about it", () => {
    const snapshot = after(TOGETHER);
    const [child] = snapshot.children;
    const double = {
      ...snapshot,
      children: child ? [child, { ...child, externalKey: "" }] : [],
    };
    const plan = planOf(TOGETHER, double);
    expect(refusalsOf(plan)).toEqual([
      "eleves 2 line known_child_ambiguous",
      "responsables 2 child child_line_refused",
      "responsables 3 child child_line_refused",
    ]);
  });
  test.each([
    ["the birth date", { birthDate: "2019-03-05" }],
    ["the family name", { lastName: "DUPOND" }],
  ])("%s corrected in Onde: refused rather than doubled", (_name, corrected) => {
    const plan = planOf(ondeFiles([ondeGuardian([{ ...LEA, ...corrected }], MOTHER)]), after(TOGETHER));
    expect(refusalsOf(plan)).toEqual(["eleves 2 line known_child_resembles"]);
    expect(plan.children).toEqual([]);
    expect(plan.leavers).toHaveLength(1);
  });
  test("a homonym in another family is another child", () => {
    const other = ondeChild({ birthDate: "2018-12-25", className: "CE2" });
    const plan = planOf(
      ondeFiles([MOTHER, FATHER, ondeGuardian([other], { firstName: "Anne", address: QUEND })], [LEA, other]),
      after(TOGETHER),
    );
    expect(plan.children.map(({ action }) => action).toSorted()).toEqual(["create", "unchanged"]);
  });
});

describe("possible departures", () => {
  const elsewhere = ondeFiles([
    ondeGuardian([ondeChild({ lastName: "CARON", firstName: "Inès" })], { lastName: "CARON" }),
  ]);
  test.each([
    ["École de Rue", ["Léa"]],
    ["ecole de rue", ["Léa"]],
    ["École de Quend", []],
    ["", ["Léa"]],
  ])("for the school « %s »: %j", (school, names) => {
    const plan = planOf(elsewhere, after(TOGETHER), school);
    expect(plan.leavers.map(({ firstName }) => firstName)).toEqual(names);
    expect(plan.children.map(({ values }) => values.firstName)).toEqual(["Inès"]);
  });
});
