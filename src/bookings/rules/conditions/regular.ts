import type { RegularCondition } from "./condition.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { allOrNothing, type Verdict } from "./verdict.ts";

/** The activity takes those who come regularly only, or those who come now and then only. */
export interface RegularUnmet {
  readonly code: "regulars-only" | "occasional-only";
}

/** Whether the person enrols as a regular. */
export function decideRegular(
  _condition: RegularCondition,
  { season, regular }: EnrolmentFacts,
  negated: boolean,
): Verdict<RegularUnmet> {
  return allOrNothing(season, regular !== negated, { code: negated ? "occasional-only" : "regulars-only" });
}

/** « Réservé à ceux qui viennent régulièrement : choisissez « Régulièrement ». » */
export function regularSentence({ code }: RegularUnmet): string {
  return code === "regulars-only"
    ? "Réservé à ceux qui viennent régulièrement : choisissez « Régulièrement »."
    : "Réservé à ceux qui viennent de temps en temps : choisissez « De temps en temps ».";
}
