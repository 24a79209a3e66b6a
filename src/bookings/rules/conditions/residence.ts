import type { ResidenceCondition } from "./condition.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { allOrNothing, type Verdict } from "./verdict.ts";

/** Why the residence does not fit; `commune` is empty where the file has no address. */
export interface ResidenceUnmet {
  readonly code: "residence-unknown" | "not-resident" | "resident-excluded";
  readonly commune: string;
}

/**
 * @rule Habiter une commune de la collectivité
 *
 * Habite la collectivité le foyer dont l'adresse est dans l'une de ses communes. Tant que la collectivité n'a pas dit
 * quelles communes sont les siennes, personne n'est inscrit à ce titre par lui-même, ni refusé pour de bon : un agent
 * inscrit, avec son motif.
 */
export function decideResidence(
  _condition: ResidenceCondition,
  { season, household }: EnrolmentFacts,
  negated: boolean,
): Verdict<ResidenceUnmet> {
  const { resident, commune } = household;
  if (resident === null) return { days: [], unmet: [{ code: "residence-unknown", commune }] };
  const code = negated ? "resident-excluded" : "not-resident";
  return allOrNothing(season, resident !== negated, { code, commune });
}

/** « Réservé aux habitants de la collectivité : l'adresse du dossier est à Amiens… » */
export function residenceSentence({ code, commune }: ResidenceUnmet): string {
  switch (code) {
    case "residence-unknown":
      return "Réservé aux habitants, et la collectivité n’a pas encore dit quelles communes sont les siennes : appelez-nous, un agent peut inscrire.";
    case "not-resident":
      return commune === ""
        ? "Réservé aux habitants de la collectivité : le dossier n’a pas encore d’adresse, appelez-nous pour la donner."
        : `Réservé aux habitants de la collectivité : l’adresse du dossier est à ${commune} ; si vous avez déménagé, appelez-nous.`;
    case "resident-excluded":
      return "Réservé à ceux qui n’habitent pas la collectivité.";
  }
}
