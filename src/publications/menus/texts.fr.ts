import { joinList } from "#kernel";

import { allergenWords, ALLERGENS, type Allergen } from "../rules/allergens.ts";
import type { AllergyWarning } from "../rules/allergy-warning.ts";
import type { Dish, DishRefusal } from "../rules/dish-line.ts";

/** Words about the lines of a file of menus. */
export const fileTexts = {
  service: (name: string) =>
    `« ${name} » n’est pas un de vos services : écrivez son nom comme dans la liste des services.`,
  date: (written: string) => `« ${written} » n’est pas une date : écrivez-la comme 07/12/2026.`,
  dish: "Écrivez le nom du plat, en 100 caractères au plus.",
  most: (most: number) => `${most} plats au plus par jour.`,
} as const;

/** « gluten, crustacés, œufs… » */
const all = ALLERGENS.map((one) => allergenWords[one]).join(", ");

/** What to write instead of a line that is no dish. */
export function dishRefusalWords(refusal: DishRefusal): string {
  switch (refusal.code) {
    case "no-name":
      return "Écrivez le nom du plat avant la parenthèse.";
    case "too-long":
      return `Écrivez le nom d’un plat en ${refusal.most} caractères au plus.`;
    case "unknown-allergen":
      return `« ${refusal.word} » n’est pas un allergène à déclarer. Les quatorze : ${all}. Sans aucun : (aucun).`;
  }
}

const listOf = (allergens: readonly Allergen[]): string =>
  joinList(allergens.map((one) => allergenWords[one]));

/** « végétarien, bio », « contient gluten et lait », « allergènes non précisés » */
export function dishNotes({ allergens, vegetarian, organic }: Dish): string {
  const said =
    allergens === null
      ? "allergènes non précisés"
      : allergens.length === 0
        ? "sans allergène déclaré"
        : `contient ${listOf(allergens)}`;
  return [...(vegetarian ? ["végétarien"] : []), ...(organic ? ["bio"] : []), said].join(", ");
}

/** « Attention pour Lina : œufs. Tout n’est pas précisé : demandez à la cuisine. » */
export function warningWords({
  firstName,
  contains,
  unsure,
}: AllergyWarning & { firstName: string }): string {
  const ask = "Le menu ne dit pas tout : demandez à la cuisine.";
  const told = contains.length === 0 ? undefined : listOf(contains);
  if (told === undefined) return `Allergie de ${firstName} à vérifier. ${ask}`;
  return `Attention pour ${firstName} : ${told}.${unsure ? ` ${ask}` : ""}`;
}
