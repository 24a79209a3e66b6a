import { expect, test } from "vitest";

import { plainSigns, textParts } from "./text-signs.ts";

test("typography becomes plain, letters stay", () => {
  expect(plainSigns("« L’école » de Léa – fermée à 16\u00a0h 30…")).toBe(
    '"L\'école" de Léa - fermée à 16 h 30...',
  );
  expect(plainSigns("Zoë, Çağla et Hervé")).toBe("Zoë, Çağla et Hervé");
});

test.each([
  ["", 1],
  ["a".repeat(160), 1],
  ["a".repeat(161), 2],
  ["a".repeat(306), 2],
  ["a".repeat(307), 3],
  // The euro sign takes two places.
  [`${"a".repeat(158)}€`, 1],
  [`${"a".repeat(159)}€`, 2],
  // « ê » is not in the alphabet of text messages.
  [`${"a".repeat(69)}ê`, 1],
  [`${"a".repeat(70)}ê`, 2],
  // A typographic apostrophe is made plain first.
  [`l’${"a".repeat(158)}`, 1],
  // A face outside the basic plane takes two places of the seventy.
  [`${"a".repeat(69)}😀`, 2],
])("%j makes %i", (text, parts) => {
  expect(textParts(text)).toBe(parts);
});
