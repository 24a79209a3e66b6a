import { Document, isMap, isScalar, isSeq } from "yaml";

import type { WrittenRuleSet } from "./schema.ts";

/** The order of the keys at the top of the file. */
const ORDER = [
  "authority",
  "source",
  "invented",
  "calendar",
  "sites",
  "activities",
  "deadlines",
  "windows",
  "enrolment",
  "places",
  "alerts",
  "prices",
  "fees",
  "penalties",
  "absences",
  "psuLimits",
  "quotients",
  "watches",
] as const satisfies readonly (keyof WrittenRuleSet)[];

/** A map or a list up to this long stands on one line. */
const ONE_LINE = 100;

/** Writes a rule set as YAML that people read: small things on one line, hours between quotes. */
export function writeText(ruleSet: WrittenRuleSet): string {
  const inOrder = Object.fromEntries(
    ORDER.filter((key) => ruleSet[key] !== undefined).map((key) => [key, ruleSet[key]]),
  );
  const document = new Document(inOrder, { aliasDuplicateObjects: false });
  layOut(document.contents, 0);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, nullStr: "null" });
}

/** Marks what fits on one line; returns how many characters it takes there. */
function layOut(node: unknown, depth: number): number {
  if (isScalar(node)) {
    const text = String(node.value);
    // An hour or a number among texts reads better, and safer, between quotes.
    if (typeof node.value === "string" && /^(?!\d{4}-\d{2}-\d{2}$)\d[\d:. -]*$/.test(text))
      node.type = "QUOTE_DOUBLE";
    return text.length + 2;
  }
  if (!isMap(node) && !isSeq(node)) return 0;
  const lengths = isMap(node)
    ? node.items.map(
        ({ key, value }) => String(isScalar(key) ? key.value : key).length + 2 + layOut(value, depth + 1),
      )
    : node.items.map((item) => layOut(item, depth + 1));
  const length = lengths.reduce((sum, one) => sum + one + 2, 2);
  const listOfMaps = isSeq(node) && node.items.some((item) => isMap(item));
  node.flow = depth > 0 && length <= ONE_LINE && !listOfMaps;
  return length;
}
