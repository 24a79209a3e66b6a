import type { AudienceCondition } from "./condition.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { allOrNothing, type Verdict } from "./verdict.ts";

/** The activity is for the others. */
export interface AudienceUnmet {
  readonly code: "adults-only" | "children-only";
  readonly firstName: string;
}

/** Whether the person is a child, or an adult who takes part himself. */
export function decideAudience(
  { who }: AudienceCondition,
  { season, person }: EnrolmentFacts,
  negated: boolean,
): Verdict<AudienceUnmet> {
  const forAdults = (who === "adults") !== negated;
  const holds = (person.kind === "adult") === forAdults;
  return allOrNothing(season, holds, {
    code: forAdults ? "adults-only" : "children-only",
    firstName: person.firstName,
  });
}

/** « Réservé aux adultes : Tom est un enfant. » */
export function audienceSentence({ code, firstName }: AudienceUnmet): string {
  return code === "adults-only"
    ? `Réservé aux adultes : ${firstName} est un enfant.`
    : `Réservé aux enfants : ${firstName} est une personne adulte.`;
}
