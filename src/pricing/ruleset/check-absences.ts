import type { NamedOffer } from "#activities";
import type { Finding } from "#kernel";

import { AUTHORITY } from "../rules/tariff/absences.ts";
import { checkForm } from "./check-form.ts";
import { meet, unitsOf, whensMeet } from "./scoped.ts";
import type { PriceSections } from "./section.ts";
import { texts } from "./texts.fr.ts";

type AbsenceEntry = NonNullable<PriceSections["absences"]>[number];

/**
 * Refuses a rule that an earlier one always goes before, and one that bills what the authority did itself; warns where
 * the absences left have no rule.
 */
export function checkAbsences(absences: readonly AbsenceEntry[], offer: NamedOffer): readonly Finding[] {
  return [
    ...absences.flatMap((rule, index) => ruleFindings(rule, absences.slice(0, index), index, offer)),
    ...withoutOtherwise(absences, offer),
  ];
}

function ruleFindings(
  rule: AbsenceEntry,
  earlier: readonly AbsenceEntry[],
  index: number,
  offer: NamedOffer,
): readonly Finding[] {
  const path = ["absences", index];
  const findings: Finding[] = [];
  if (rule.reasons?.includes(AUTHORITY) === true)
    findings.push({ path: [...path, "reasons"], kind: "refused", sentence: texts.authorityBilled });
  if (rule.reasons === undefined && (rule.proof ?? rule.toldBy ?? rule.billedFirstDays) !== undefined)
    findings.push({ path, kind: "refused", sentence: texts.otherwiseHasConditions });
  if (earlier.some((other) => hides(other, rule) && meet(other, rule, offer)))
    findings.push({ path, kind: "refused", sentence: texts.absenceTwice });
  if (typeof rule.billed === "object")
    findings.push(...checkForm(rule.billed.price, [...path, "billed", "price"]));
  return findings;
}

/** Whether the earlier rule takes what the later one is for; with a condition of its own it leaves some. */
function hides(earlier: AbsenceEntry, later: AbsenceEntry): boolean {
  const sameReason =
    earlier.reasons === undefined || later.reasons === undefined
      ? earlier.reasons === later.reasons
      : earlier.reasons.some((reason) => later.reasons?.includes(reason));
  const always = earlier.proof === undefined && earlier.toldBy === undefined;
  return sameReason && always && whensMeet(earlier.when, later.when);
}

function withoutOtherwise(absences: readonly AbsenceEntry[], offer: NamedOffer): readonly Finding[] {
  const otherwise = new Set(
    absences.filter(({ reasons }) => reasons === undefined).flatMap((rule) => unitsOf(rule, offer)),
  );
  return absences.flatMap((rule, index): readonly Finding[] => {
    const left = unitsOf(rule, offer).find((unit) => !otherwise.has(unit));
    if (left === undefined) return [];
    return [{ path: ["absences", index], kind: "warning", sentence: texts.absenceWithoutRule(left) }];
  });
}
