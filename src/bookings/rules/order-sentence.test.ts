import { expect, test } from "vitest";

import { orderSentence } from "./place-sentence.ts";

test.each([
  ["date", 10, "L’ordre est celui des demandes."],
  [
    "points",
    10,
    "L’ordre est celui des points de priorité, puis des demandes. Cette demande a 10\u00a0points.",
  ],
  ["points", 0, "L’ordre est celui des points de priorité, puis des demandes. Cette demande n’en a pas."],
  [
    "siblings",
    0,
    "L’ordre est celui des demandes\u00a0; les frères et sœurs passent ensemble, au rang du premier demandé.",
  ],
] as const)("why one stands at one’s rank, by %s with %i points", (waitingOrder, points, words) => {
  expect(orderSentence({ waitingOrder, points })).toBe(words);
});
