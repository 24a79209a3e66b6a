import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { readRules } from "./read-rules.ts";
import { rulesDocument } from "./rules-document.ts";
import { allRules, documentPath } from "./source-files.ts";

const source = `
/**
 * Not a rule. It names @rule in passing.
 */
export const a = 1;

/**
 * @rule Le délai
 *
 * Une famille peut annuler
 * jusqu'à la veille :
 * - à 12 h ;
 * - ou plus tôt.
 *
 * Exemple : le 12 novembre 2026.
 *
 * In: a slot. Out: an instant.
 *
 * More for developers.
 */
export function deadline() {}
`;

describe("docs/rules.md", () => {
  it("is what the sources say (else: node bin/rules-doc)", () => {
    expect(readFileSync(documentPath, "utf8")).toBe(rulesDocument(allRules()));
  });

  it("holds the 24-hour rule with its dated example", () => {
    const rules = allRules();
    expect(rules.length).toBeGreaterThanOrEqual(6);
    expect(rulesDocument(rules)).toMatch(/### Le délai de réservation[^#]*> Exemple[^#]*12 novembre 2026/);
  });
});

describe("a rule's docstring", () => {
  it("gives its title and its French text, lists kept, without what is for developers", () => {
    expect(readRules("src/bookings/rules/a.ts", source)).toEqual([
      {
        title: "Le délai",
        paragraphs: [
          "Une famille peut annuler jusqu'à la veille :\n- à 12 h ;\n- ou plus tôt.",
          "Exemple : le 12 novembre 2026.",
        ],
        path: "src/bookings/rules/a.ts",
      },
    ]);
  });

  it.each([
    ["no title", "/**\n * @rule\n *\n * Du texte.\n */"],
    ["no explanation", "/**\n * @rule Le délai\n *\n * In: nothing.\n */"],
  ])("with %s is refused", (_what, comment) => {
    expect(() => readRules("src/kernel/a.ts", comment)).toThrow("src/kernel/a.ts");
  });

  it("in a folder without a subject is refused", () => {
    const rule = { title: "Le délai", paragraphs: ["Du texte."], path: "src/nowhere/a.ts" };
    expect(() => rulesDocument([rule])).toThrow("src/nowhere/a.ts");
  });
});
