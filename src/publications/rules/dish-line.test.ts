import fc from "fast-check";
import { expect, test } from "vitest";

import { ALLERGENS, allergensNamed, allergenWords } from "./allergens.ts";
import { allergyWarning } from "./allergy-warning.ts";
import { dishLine, readDishLine } from "./dish-line.ts";

test.each([
  ["Pomme", { name: "Pomme", allergens: null, vegetarian: false, organic: false }],
  ["Pomme (aucun) bio", { name: "Pomme", allergens: [], vegetarian: false, organic: true }],
  [
    "  Lasagnes (œufs, gluten et lait) bio végé ",
    { name: "Lasagnes", allergens: ["gluten", "eggs", "milk"], vegetarian: true, organic: true },
  ],
  [
    "Colin (pané) (poisson, blé)",
    { name: "Colin (pané)", allergens: ["gluten", "fish"], vegetarian: false, organic: false },
  ],
  ["Biscuit (Lait)", { name: "Biscuit", allergens: ["milk"], vegetarian: false, organic: false }],
])("%s", (line, dish) => {
  expect(readDishLine(line)).toEqual({ ok: true, value: dish });
});

test.each([
  ["(lait)", { code: "no-name" }],
  ["Salade (tomate, lait)", { code: "unknown-allergen", word: "tomate" }],
  ["x".repeat(101), { code: "too-long", most: 100 }],
])("%s is no dish", (line, refusal) => {
  expect(readDishLine(line)).toEqual({ ok: false, refusal });
});

test("each of the fourteen is read by the word that menus write", () => {
  expect(ALLERGENS).toHaveLength(14);
  for (const allergen of ALLERGENS) expect(allergensNamed(allergenWords[allergen])).toEqual([allergen]);
});

test("what is written is read again as it was", () => {
  const dish = fc.record({
    name: fc.constantFrom("Soupe", "Gratin de courgettes", "Yaourt (nature)", "Pain d’épices"),
    allergens: fc.option(
      fc.subarray([...ALLERGENS]).map((some) => ALLERGENS.filter((one) => some.includes(one))),
    ),
    vegetarian: fc.boolean(),
    organic: fc.boolean(),
  });
  fc.assert(
    fc.property(dish, (one) => {
      // A bracket in the name alone would be read as allergens: the kitchen then says « (aucun) ».
      fc.pre(one.allergens !== null || !one.name.includes("("));
      expect(readDishLine(dishLine(one))).toEqual({ ok: true, value: one });
    }),
  );
});

const lasagne = { name: "Lasagnes", allergens: ["eggs", "milk"] as const, vegetarian: true, organic: false };
const apple = { name: "Pomme", allergens: [], vegetarian: true, organic: true };
const unsaid = { name: "Soupe", allergens: null, vegetarian: false, organic: false };

test.each([
  ["", [lasagne], undefined],
  ["œufs", [], undefined],
  ["œufs", [apple], undefined],
  ["Allergie à l’œuf et aux arachides", [lasagne, apple], { contains: ["eggs"], unsure: false }],
  ["œufs, arachides", [lasagne], { contains: ["eggs"], unsure: false }],
  ["œufs kiwi", [apple], { contains: [], unsure: true }],
  ["kiwi", [apple], { contains: [], unsure: true }],
  ["lait", [apple, unsaid], { contains: [], unsure: true }],
])("« %s » and a menu: %#", (allergies, dishes, warning) => {
  expect(allergyWarning(allergies, dishes)).toEqual(warning);
});
