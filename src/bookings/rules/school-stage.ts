/** The stage of a school, as tariffs tell them apart. */
export type SchoolStage = "preschool" | "elementary" | "other";

/**
 * @rule Maternelle ou élémentaire
 *
 * Le niveau est celui de la base élèves : toute petite, petite, moyenne et grande section sont la maternelle, du CP au
 * CM2 c'est l'élémentaire, le reste est « autre ». Une classe à deux niveaux compte par celui de l'enfant.
 *
 * Exemple : au 4 janvier 2027, un enfant de « GS » paie le prix de la maternelle, un enfant de « CP » celui de
 * l'élémentaire.
 */
export function schoolStage(level: string): SchoolStage | undefined {
  const word = level.trim().toLocaleUpperCase("fr-FR");
  if (word === "") return undefined;
  if (/^(TPS|PS|MS|GS)\b|SECTION|MATERNELLE/.test(word)) return "preschool";
  return /^(CP|CE1|CE2|CM1|CM2)\b|ÉLÉMENTAIRE|PRÉPARATOIRE|COURS MOYEN/.test(word) ? "elementary" : "other";
}
