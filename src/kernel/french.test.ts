import { expect, test } from "vitest";
import { agree, capitalise, countOf, joinChoices, joinList, ofName, quoted } from "./french.ts";

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a et b"],
  [["a", "b", "c"], "a, b et c"],
])("%j is listed as « %s »", (items, text) => expect(joinList(items)).toBe(text));

test("choices are told with « ou » before the last one alone", () => {
  expect(joinChoices(["CE1"])).toBe("CE1");
  expect(joinChoices(["CE1", "CE2", "CM1", "CM2"])).toBe("CE1, CE2, CM1 ou CM2");
});

test("the plural begins at 2", () => {
  expect([0, 1, 2].map((n) => countOf(n, "enfant"))).toEqual([
    "0\u00a0enfant",
    "1\u00a0enfant",
    "2\u00a0enfants",
  ]);
  expect(countOf(3, "repas", "repas")).toBe("3\u00a0repas");
  expect(countOf(1500, "repas", "repas")).toBe("1\u202f500\u00a0repas");
  expect([-1, -2].map((n) => agree(n, "ajouté"))).toEqual(["ajouté", "ajoutés"]);
});

test("a capital keeps its accent", () => {
  expect(capitalise("école d'été")).toBe("École d'été");
  expect(capitalise("")).toBe("");
});

test.each([
  ["Lina", "de Lina"],
  ["Inès", "d’Inès"],
  ["Élise", "d’Élise"],
  ["Hugo", "d’Hugo"],
  ["Yves", "d’Yves"],
  ["Yanis", "de Yanis"],
  ["", "de "],
])("of « %s » is « %s »", (name, text) => expect(ofName(name)).toBe(text));

test.each([
  ["Lina était malade.", "«\u00a0Lina était malade\u00a0»"],
  ["Est-ce bien lundi ? ", "«\u00a0Est-ce bien lundi ?\u00a0»"],
])("« %s » is quoted before a full stop", (text, words) => expect(quoted(text)).toBe(words));
