import { globSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

/** The files that hold what people read. */
const files = globSync("src/**/*.fr.ts").toSorted();

/** Every text between quotes or backquotes, with the number of its line; comments are for whoever reads the code. */
function textsOf(file: string): readonly { readonly at: string; readonly text: string }[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (/^\s*(?:\*|\/\*|\/\/|import |\} from)/.test(line)) return [];
      const found = line.match(/"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
      return found.map((text) => ({ at: `${file}:${index + 1}`, text }));
    });
}

const all = files.flatMap(textsOf);
const wrong = (pattern: RegExp) => all.filter(({ text }) => pattern.test(text));

test("the texts are found", () => {
  expect(files.length).toBeGreaterThan(150);
  expect(all.length).toBeGreaterThan(3000);
});

test.each([
  ["an apostrophe is ’", /\p{L}'\p{L}/u],
  ["money is written by `formatCents`; what is no whole cents keeps its sign by a no-break space", /\} ?€/],
  ["a long number is tied, by hand or by `formatDecimal`", /(?<![\d-])\d{4,} ?(?:€|enfants|familles)/],
  ["words that somebody wrote end once: `quoted`", /« \$\{[^}]*\} »\.(?!\.)/],
  ["three points are one sign", /\.\.\.(?!\p{L}|[[{(])/u],
  ["a sentence does not end twice", /\.\.(?!\.)(?<!\.\.\.)/],
])("%s", (_rule, pattern) => {
  expect(wrong(pattern)).toEqual([]);
});

test("what is wrong is found", () => {
  expect(/\p{L}'\p{L}/u.test("l'enfant")).toBe(true);
  expect(/« \$\{[^}]*\} »\.(?!\.)/.test("Réglé : « ${why} ».")).toBe(true);
});
