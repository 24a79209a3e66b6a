import { ALLERGENS, allergensNamed, unknownWords, type Allergen } from "./allergens.ts";
import type { Dish } from "./dish-line.ts";

/** What a menu means for a child who cannot eat everything. */
export interface AllergyWarning {
  /** Those of the child's allergens that the menu says it contains. */
  readonly contains: readonly Allergen[];
  /** Whether the menu leaves something unsaid: a dish without its allergens, or an allergy that no menu tells. */
  readonly unsure: boolean;
}

/**
 * @rule Le menu et l’allergie d’un enfant
 *
 * Le planning et les menus préviennent les responsables légaux de l’enfant quand un plat contient ce que sa fiche sanitaire
 * dit qu’il ne mange pas, et quand on ne peut pas le savoir : un plat dont les allergènes ne sont pas dits, une allergie
 * qui n’est pas l’une des quatorze. Ils ne disent jamais qu’un repas est sans danger : la cuisine et le PAI le disent. Rappeler
 * à un responsable un mot de la fiche de son enfant n’est pas l’ouvrir : le journal ne le note pas. Un agent qui regarde le
 * planning d’une famille ne voit pas cet avertissement.
 * Exemple : la fiche dit « œufs, kiwi » ; les lasagnes contiennent des œufs : on prévient, et le kiwi reste à vérifier.
 */
export function allergyWarning(allergies: string, dishes: readonly Dish[]): AllergyWarning | undefined {
  if (allergies.trim() === "" || dishes.length === 0) return undefined;
  const own = allergensNamed(allergies);
  const served = new Set(dishes.flatMap(({ allergens }) => allergens ?? []));
  const contains = ALLERGENS.filter((allergen) => own.includes(allergen) && served.has(allergen));
  const unsure = unknownWords(allergies).length > 0 || dishes.some(({ allergens }) => allergens === null);
  return contains.length > 0 || unsure ? { contains, unsure } : undefined;
}
