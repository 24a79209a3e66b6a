import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { conformity, criterionNumbers, type CriterionState } from "./conformity.ts";

const states = (met: number, notMet: number, notApplicable = 0, notLookedAt = 0): CriterionState[] => [
  ...Array<CriterionState>(met).fill("met"),
  ...Array<CriterionState>(notMet).fill("not-met"),
  ...Array<CriterionState>(notApplicable).fill("not-applicable"),
  ...Array<CriterionState>(notLookedAt).fill("not-looked-at"),
];

describe("conformity", () => {
  it.each([
    { of: states(60, 0, 46), state: "total", percent: 100 },
    { of: states(105, 1), state: "partial", percent: 99 },
    { of: states(30, 30, 46), state: "partial", percent: 50 },
    { of: states(29, 30, 47), state: "none", percent: 49 },
    { of: states(0, 0, 106), state: "none", percent: 0 },
  ])("$percent % is $state", ({ of, state, percent }) => {
    expect(conformity(of)).toMatchObject({ state, percent, because: "rate" });
  });

  it("declares nothing of an audit that is not finished", () => {
    expect(conformity(states(105, 0, 0, 1))).toMatchObject({ state: "none", because: "not-finished" });
  });

  it("never says that all is met while something is not", () => {
    fc.assert(
      fc.property(fc.nat(106), fc.integer({ min: 1, max: 106 }), (met, notMet) => {
        expect(conformity(states(met, notMet)).state).not.toBe("total");
      }),
    );
  });
});

it("knows the 106 criteria of the RGAA", () => {
  expect(criterionNumbers()).toHaveLength(106);
  expect(criterionNumbers().at(0)).toBe("1.1");
  expect(criterionNumbers().at(-1)).toBe("13.12");
});
