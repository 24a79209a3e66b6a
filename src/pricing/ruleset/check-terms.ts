import type { Finding } from "#kernel";

import type { TariffTerms } from "../rules/tariff/grammar.ts";
import { checkForm, hasHighest, usesQf } from "./check-form.ts";
import { texts } from "./texts.fr.ts";

/** Checks the prices of one entry, its supplements, and that a missing quotient has its rule. */
export function checkTerms(terms: TariffTerms, path: Finding["path"]): readonly Finding[] {
  const { price, supplements = [] } = terms;
  const findings = [
    ...checkForm(price, [...path, "price"]),
    ...supplements.flatMap((one, index) => checkForm(one.price, [...path, "supplements", index, "price"])),
  ];
  const codes = supplements.map(({ code }) => code);
  for (const [index, code] of codes.entries())
    if (codes.indexOf(code) !== index)
      findings.push({
        path: [...path, "supplements", index],
        kind: "refused",
        sentence: texts.codeTwice(code),
      });
  return [...findings, ...qfFindings(terms, path)];
}

function qfFindings({ price, supplements = [], missingQf, outdatedQf }: TariffTerms, path: Finding["path"]) {
  const forms = [price, ...supplements.map((one) => one.price)].filter((form) => usesQf(form));
  const findings: Finding[] = [];
  if (forms.length === 0) return findings;
  if (missingQf === undefined)
    findings.push({ path: [...path, "price"], kind: "warning", sentence: texts.noQfRule });
  for (const [key, rule] of Object.entries({ missingQf, outdatedQf }))
    if (rule === "highest" && !forms.every((form) => hasHighest(form)))
      findings.push({ path: [...path, key], kind: "refused", sentence: texts.noHighest });
  return findings;
}
