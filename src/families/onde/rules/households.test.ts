import { describe, expect, test } from "vitest";
import {
  ondeChild,
  ondeFiles,
  ondeGuardian,
  QUEND,
  RUE,
} from "../../../../test/builders/onde/extraction-of.ts";
import { householdsOf, planOf, refusalsOf } from "../../../../test/builders/onde/plan-of.ts";

const LEA = ondeChild();
const TOM = ondeChild({ firstName: "Tom", birthDate: "2021-06-01" });

describe("who shares a household", () => {
  test("two adults of one child at one address, written in two ways", () => {
    const plan = planOf(
      ondeFiles([
        ondeGuardian([LEA]),
        ondeGuardian([LEA], { firstName: "Paul", address: { ...RUE, street: "12, R. DES DUNES" } }),
      ]),
    );
    expect(householdsOf(plan)).toEqual(["Rue: Claire DUPONT, Paul DUPONT / Léa DUPONT"]);
  });

  test("two addresses are two households with the child in both", () => {
    const plan = planOf(
      ondeFiles([ondeGuardian([LEA]), ondeGuardian([LEA], { firstName: "Paul", address: QUEND })]),
    );
    expect(householdsOf(plan)).toEqual([
      "Quend: Paul DUPONT / Léa DUPONT",
      "Rue: Claire DUPONT / Léa DUPONT",
    ]);
  });

  test("brothers and sisters listed under one parent each, at one address, are together", () => {
    const plan = planOf(ondeFiles([ondeGuardian([LEA]), ondeGuardian([TOM], { firstName: "Paul" })]));
    expect(householdsOf(plan)).toEqual(["Rue: Claire DUPONT, Paul DUPONT / Léa DUPONT, Tom DUPONT"]);
  });

  test("neighbours of one building who share neither child nor name stay apart", () => {
    const ines = ondeChild({ lastName: "BENALI", firstName: "Inès" });
    const plan = planOf(
      ondeFiles([ondeGuardian([LEA]), ondeGuardian([ines], { lastName: "BENALI", firstName: "Nora" })]),
    );
    expect(householdsOf(plan)).toEqual(["Rue: Claire DUPONT / Léa DUPONT", "Rue: Nora BENALI / Inès BENALI"]);
  });

  test("a blended family: the mother's children are in her household, the eldest in the father's too", () => {
    const zoe = ondeChild({ lastName: "CARON", firstName: "Zoé", birthDate: "2022-01-02" });
    const plan = planOf(
      ondeFiles([
        ondeGuardian([LEA, zoe]),
        ondeGuardian([LEA], { firstName: "Paul", address: QUEND }),
        ondeGuardian([zoe], { lastName: "CARON", firstName: "Luc" }),
      ]),
    );
    expect(householdsOf(plan)).toEqual([
      "Quend: Paul DUPONT / Léa DUPONT",
      "Rue: Claire DUPONT, Luc CARON / Léa DUPONT, Zoé CARON",
    ]);
  });

  test("an unknown address never equals another", () => {
    const unknown = { street: "", postcode: "", commune: "" };
    const plan = planOf(
      ondeFiles([
        ondeGuardian([LEA], { address: unknown }),
        ondeGuardian([LEA], { firstName: "Paul", address: unknown }),
      ]),
    );
    expect(householdsOf(plan)).toEqual([": Claire DUPONT / Léa DUPONT", ": Paul DUPONT / Léa DUPONT"]);
    expect(refusalsOf(plan)).toEqual([]);
  });

  test("each child has a colour of its own, eldest first", () => {
    const plan = planOf(ondeFiles([ondeGuardian([TOM, LEA])]));
    expect(plan.households[0]?.newChildren.map(({ colour }) => colour)).toEqual([1, 2]);
    expect(plan.households[0]?.newChildren[0]?.key).toBe("onde:dupont/lea/2019-03-04");
  });

  test("the household bears its adults' names, usage name first", () => {
    const plan = planOf(
      ondeFiles([
        ondeGuardian([LEA], { lastName: "MARTIN", usageName: "CARON" }),
        ondeGuardian([LEA], { firstName: "Paul" }),
      ]),
    );
    expect(plan.households[0]?.values.label).toBe("CARON - DUPONT");
  });
});
