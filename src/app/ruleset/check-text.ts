import { checkOffer } from "#activities";
import { checkBookings, checkDocuments } from "#bookings";
import { SHIPPED_KINDS } from "#documents";
import type { Finding } from "#kernel";
import { checkPrices } from "#pricing";

import { calendarFindings } from "./calendar-findings.ts";
import { issueFindings, issueSentence } from "./issue-sentence.ts";
import { readText, type LocatedFinding } from "./read-text.ts";
import { ruleSetSchema, type RuleSet } from "./schema.ts";
import { sourceFindings } from "./source-findings.ts";

/** What a file says, where it can be understood, and all that there is to say of it, from the first line to the last. */
export interface CheckedText {
  /** Undefined where the file was refused. */
  readonly ruleSet: RuleSet | undefined;
  readonly findings: readonly LocatedFinding[];
}

/** Reads a rule set and checks it: its form first, then what its sections say together. Needs no database. */
export function checkText(text: string): CheckedText {
  const read = readText(text);
  if (!read.ok) return { ruleSet: undefined, findings: read.refusal };
  const parsed = ruleSetSchema.safeParse(read.value.value, { error: issueSentence });
  const findings = parsed.success
    ? checkRuleSet(parsed.data)
    : parsed.error.issues.flatMap((issue) => issueFindings(issue));
  const located = findings
    .map((finding) => ({ ...finding, line: read.value.lineOf(finding.path) }))
    .toSorted((a, b) => a.line - b.line);
  const refused = located.some(({ kind }) => kind === "refused");
  return { ruleSet: refused ? undefined : parsed.data, findings: located };
}

function checkRuleSet(ruleSet: RuleSet): readonly Finding[] {
  return [
    ...sourceFindings(ruleSet),
    ...calendarFindings(ruleSet),
    ...checkOffer(ruleSet),
    ...checkBookings(ruleSet, ruleSet),
    ...checkDocuments(ruleSet, SHIPPED_KINDS, "warning"),
    ...checkPrices(ruleSet, ruleSet),
  ];
}
