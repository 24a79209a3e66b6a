import { expect, test } from "vitest";

import { atCommune } from "./at-commune.ts";

test.each([
  ["Rue", "à Rue"],
  ["Le Crotoy", "au Crotoy"],
  ["Les Trois-Villages", "aux Trois-Villages"],
  ["La Calotterie", "à La Calotterie"],
  ["Lesquielles", "à Lesquielles"],
  ["Leuilly", "à Leuilly"],
  ["", ""],
])("%s: %s", (commune, words) => {
  expect(atCommune(commune)).toBe(words);
});
