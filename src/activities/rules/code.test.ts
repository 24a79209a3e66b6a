import { expect, test } from "vitest";

import { codeFrom } from "./code.ts";

test.each([
  ["Restauration scolaire – Rue", [], "restauration-scolaire-rue"],
  ["Œuilly-sous-l’Église ", [], "oeuilly-sous-l-eglise"],
  ["Repas", ["repas"], "repas-2"],
  ["Repas", ["repas", "repas-2"], "repas-3"],
  ["…", [], "sans-nom"],
  ["x".repeat(200), [], "x".repeat(60)],
])("%s among %o: %s", (name, taken, code) => {
  expect(codeFrom(name, taken)).toBe(code);
  expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});
