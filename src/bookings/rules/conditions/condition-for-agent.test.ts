import { expect, test } from "vitest";

import { conditionForAgent } from "./condition-for-agent.ts";
import { conditionSentence } from "./condition-sentence.ts";

test("an agent reads the fact, without what a family is told to do about it", () => {
  const unmet = { code: "file-incomplete", missing: ["phone"] } as const;
  expect(conditionSentence(unmet)).toContain("appelez-nous pour le compléter.");
  expect(conditionForAgent(unmet)).toBe("Il manque au dossier un numéro de téléphone.");
});
