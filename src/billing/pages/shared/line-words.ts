import { cents } from "#kernel";
import { explainLine } from "#pricing";

import type { InvoiceLine } from "../../account/read-invoice.ts";
import { texts } from "./texts.fr.ts";

/** « Restauration scolaire – Rue – Repas », « Pénalité : … ». */
export function whatWords({ kind, activity, unit }: Pick<InvoiceLine, "kind" | "activity" | "unit">): string {
  const what = texts.activity(activity, unit);
  const prefix = texts.lineKinds[kind];
  return prefix === "" ? what : what === "" ? prefix : `${prefix} : ${what}`;
}

/** « Pourquoi ce prix ? » of a line, sentence by sentence: what made it, and what it corrects. */
export function whyWords({ cents: amount, owed, facts, corrects, kind }: InvoiceLine): readonly string[] {
  if (facts === null) return [texts.noFacts];
  const before = owed - amount;
  const correction = corrects === null ? [] : [texts.correction(cents(before), owed)];
  if ("gone" in facts) return [...correction, texts.gone];
  const what = kind === "contract" || kind === "fee" ? "unit" : kind;
  const attended = facts.attended === null ? [] : [facts.attended ? texts.attended.yes : texts.attended.no];
  return [...correction, ...explainLine({ what, name: null, cents: owed, facts: facts.why }), ...attended];
}
