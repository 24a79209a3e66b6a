import { expect, test } from "vitest";

import { ACTS, isOpen, leadsTo, STATES, stepsOf, type RequestAct } from "./states.ts";

const acts = Object.keys(ACTS).filter((act): act is RequestAct => Object.hasOwn(ACTS, act));

test.each([
  ["draft", ["submit", "abandon", "expire"]],
  [
    "submitted",
    [
      "withdraw",
      "tell",
      "take",
      "give",
      "release",
      "raise",
      "lower",
      "ask",
      "answer",
      "note",
      "accept",
      "refuse",
    ],
  ],
  [
    "under_review",
    [
      "withdraw",
      "tell",
      "take",
      "give",
      "release",
      "raise",
      "lower",
      "ask",
      "answer",
      "note",
      "accept",
      "refuse",
    ],
  ],
  [
    "more_needed",
    [
      "complete",
      "withdraw",
      "tell",
      "take",
      "give",
      "release",
      "raise",
      "lower",
      "ask",
      "answer",
      "note",
      "accept",
      "refuse",
    ],
  ],
  ["accepted", []],
  ["refused", []],
  ["withdrawn", []],
  ["expired", []],
] as const)("what may be done with a request that is %s", (state, possible) => {
  expect(acts.filter((act) => leadsTo(act, state) !== undefined)).toEqual(possible);
});

test("the clock ends a draft and nothing else: silence changes no state", () => {
  const byClock = acts.filter((act) => ACTS[act].by === "clock");
  expect(byClock.flatMap((act) => stepsOf(act))).toEqual([["draft", "expired"]]);
});

test("every state but the draft is reached, and every open one may be ended", () => {
  const reached = new Set(acts.flatMap((act) => stepsOf(act).map(([, to]) => to)));
  expect(STATES.filter((state) => !reached.has(state))).toEqual(["draft"]);
  for (const state of STATES.filter((one) => isOpen(one))) {
    expect(leadsTo("refuse", state)).toBe("refused");
    expect(leadsTo("withdraw", state)).toBe("withdrawn");
  }
});
