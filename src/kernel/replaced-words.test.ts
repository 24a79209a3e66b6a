import { expect, test } from "vitest";

import { replacedWords } from "./replaced-words.ts";

test.each([
  [["a", "b"], ["a", "c"], "c (jusque-là, b)"],
  [["a"], ["a", "c"], "ceci s’ajoute, c"],
  [["a", "b"], ["a"], "ceci n’y est plus, b"],
  [[], ["a", "b"], "a ; b"],
  [["a", "b"], ["b", "a"], "dans un autre ordre"],
])("%j then %j: %s", (before, after, said) => {
  expect(replacedWords(before, after)).toBe(said);
});
