import { countOf } from "#kernel";

/**
 * @rule Venir avec des enfants
 *
 * Une prestation peut être réservée par une personne qui vient avec des enfants : une assistante maternelle au relais, avec
 * ceux qu'elle accueille. Le règlement dit combien au plus, et si elle prend elle-même une place ou si les enfants comptent
 * seuls. La réservation, la liste d'attente, un déplacement ou un dépassement prennent toutes les places ensemble, ou
 * aucune ; le nombre se change comme des heures, jusqu'au délai de changement.
 *
 * Exemple : 12 places, 9 prises ; Sophie veut venir avec 3 enfants. Elle et les enfants comptent : il faut 4 places, c'est
 * complet. Les enfants seuls : 3 places, elle vient.
 */
export function companionsWords(companions: number | null | undefined): string {
  return companions ? `avec ${countOf(companions, "enfant")}` : "";
}

/** « Éveil, avec 3 enfants »; the words alone where nobody comes along. */
export function withCompanions(words: string, companions: number | null | undefined): string {
  return companions ? `${words}, ${companionsWords(companions)}` : words;
}
