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
  return [...findings, ...qfFindings(terms, path), ...psuFindings(terms, path)];
}

/** The national scale is a whole price: nobody adds to it, and it is told by the month or by the half-hour by itself. */
function psuFindings(
  terms: TariffTerms & { readonly every?: string },
  path: Finding["path"],
): readonly Finding[] {
  if (typeof terms.price === "string" || terms.price.kind !== "psu") return [];
  const { adjustments = [], every = "slot", instalments, regular, rounding } = terms;
  const faults = {
    adjustments: adjustments.length > 0,
    every: every !== "slot",
    instalments: instalments !== undefined,
    regular: regular !== undefined,
    rounding: rounding !== undefined,
  };
  return Object.entries(faults).flatMap(([key, wrong]): readonly Finding[] =>
    wrong ? [{ path: [...path, key], kind: "refused", sentence: texts.psuAlone(key) }] : [],
  );
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
