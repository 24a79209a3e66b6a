import { expect, test } from "vitest";

import { stepPhrase } from "./step-phrase.ts";

test.each([
  [15, "au quart d’heure"],
  [30, "à la demi-heure"],
  [60, "à l’heure"],
  [10, "par 10 minutes"],
])("%i minutes: « %s »", (minutes, words) => {
  expect(stepPhrase(minutes)).toBe(words);
});
