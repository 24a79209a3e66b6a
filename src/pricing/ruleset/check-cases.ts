import type { Finding } from "#kernel";

import { situations, situationsOf } from "../rules/tariff/case-space.ts";
import type { CasesForm } from "../rules/tariff/grammar.ts";
import { situationPhrase } from "../rules/tariff/when-phrase.ts";
import { texts } from "./texts.fr.ts";

/** How many situations without a price are named before « … ». */
const NAMED = 3;

/** Refuses two cases for one situation unless one is the more precise; warns of a situation without a case. */
export function checkCases({ cases }: CasesForm, path: Finding["path"]): readonly Finding[] {
  const all = situations(cases.map(({ when = {} }) => when));
  if (all === null) return [{ path: [...path, "cases"], kind: "refused", sentence: texts.tooManyCases }];
  const ofCase = cases.map(({ when = {} }) => situationsOf(when, all));
  const findings: Finding[] = [];
  for (const [index, own] of ofCase.entries()) {
    for (const other of ofCase.slice(0, index)) {
      const shared = [...own].filter((one) => other.has(one));
      const [first] = shared;
      const nested = own.size !== other.size && shared.length === Math.min(own.size, other.size);
      if (first === undefined || nested) continue;
      findings.push({
        path: [...path, "cases", index],
        kind: "refused",
        sentence: texts.casesOverlap(situationPhrase(first)),
      });
      break;
    }
  }
  const without = all.filter((one) => ofCase.every((own) => !own.has(one)));
  if (without.length > 0) {
    const named = without.slice(0, NAMED).map((one) => `« ${situationPhrase(one)} »`);
    findings.push({
      path: [...path, "cases"],
      kind: "warning",
      sentence: texts.caseMissing(named.join(", "), without.length > NAMED),
    });
  }
  return findings;
}
