import type { SiblingCondition } from "./condition.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { allOrNothing, type Verdict } from "./verdict.ts";

/** No other participant of the household is there, or one is; where, by name. */
export interface SiblingUnmet {
  readonly code: "no-sibling" | "sibling-excluded";
  readonly activities: readonly string[];
}

/** Whether another participant of the household is enrolled, in this activity or in those that the condition names. */
export function decideSibling(
  condition: SiblingCondition,
  { season, activity, siblingActivities, activityNames }: EnrolmentFacts,
  negated: boolean,
): Verdict<SiblingUnmet> {
  const codes = condition.activities ?? [activity.code];
  const there = codes.some((code) => siblingActivities.has(code));
  return allOrNothing(season, there !== negated, {
    code: negated ? "sibling-excluded" : "no-sibling",
    activities: codes.map((code) => activityNames.get(code) ?? code),
  });
}

/** « Réservé aux familles dont un autre enfant est déjà inscrit : « Accueil de loisirs – Rue ». » */
export function siblingSentence({ code, activities }: SiblingUnmet): string {
  const where = activities.map((name) => `« ${name} »`).join(" ou ");
  return code === "no-sibling"
    ? `Réservé aux familles dont un autre enfant est déjà inscrit à ${where}.`
    : `Réservé aux familles dont aucun autre enfant n’est inscrit à ${where}.`;
}
