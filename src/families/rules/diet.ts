import { foldText } from "#kernel";

/** Words that tell why a child eats so, which the law forbids to keep. */
const REASONS =
  /\b(halal|hallal|casher|kasher|kosher|cacher|religi\w*|musulman\w*|islam\w*|juifs?|juive\w*|juda\w*|chreti\w*|catholi\w*|hindou\w*|ramadan|careme)\b/;

/**
 * @rule Le régime d’un enfant, sans sa raison
 *
 * La fiche dit ce que l’enfant mange ou ne mange pas (« sans porc », « sans viande », « sans gluten »), jamais
 * pourquoi : la religion d’une famille n’est pas écrite, nulle part.
 *
 * Whether these words tell the reason.
 */
export function tellsWhy(diet: string): boolean {
  return REASONS.test(foldText(diet));
}
