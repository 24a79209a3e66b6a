import type { z } from "zod";

import type { Finding } from "#kernel";

import { texts } from "./texts.fr.ts";

/** What a schema has to say of a value, in French. A sentence that the schema itself gives goes before this one. */
export function issueSentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? texts.missing : texts.otherKind(kindOf(issue.expected));
    case "invalid_value":
      return texts.oneOf(issue.values.map(String));
    case "invalid_union":
      return issue.discriminator === undefined ? texts.noneOfTheForms : texts.unknownKind;
    case "too_small":
      return texts.tooSmall(issue.origin, Number(issue.minimum));
    case "too_big":
      return texts.tooBig(issue.origin, Number(issue.maximum));
    case "custom":
    case "invalid_element":
    case "invalid_format":
    case "invalid_key":
    case "not_multiple_of":
    case "unrecognized_keys":
      return texts.notUnderstood;
  }
}

/** The findings of one issue: a key that is not known is one of its own, on its own line. */
export function issueFindings(issue: z.core.$ZodIssue, above: Finding["path"] = []): readonly Finding[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...path, key],
      kind: "refused",
      sentence: texts.unknownKey(key),
    }));
  const inside = issue.code === "invalid_union" ? deepest(issue.errors) : undefined;
  if (inside !== undefined) return inside.flatMap((one) => issueFindings(one, path));
  return [{ path, kind: "refused", sentence: texts.at(path, issue.message) }];
}

/** Of a value that has several forms, the form that was meant: the one whose issues lie deepest. */
function deepest(forms: readonly (readonly z.core.$ZodIssue[])[]) {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === "unrecognized_keys" ? 1 : 0)));
  const best = forms.toSorted((a, b) => depth(b) - depth(a))[0];
  return best !== undefined && depth(best) > 0 ? best : undefined;
}

function kindOf(expected: string): string {
  return texts.kinds[expected] ?? texts.kinds["other"] ?? expected;
}
