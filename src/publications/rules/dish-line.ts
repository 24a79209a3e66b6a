import { ok, refuse, type Result } from "#kernel";

import { allergensNamed, allergenWords, unknownWords, type Allergen } from "./allergens.ts";

/** A dish of a day. */
export interface Dish {
  readonly name: string;
  /** Null where nobody has said; none is a word of its own. */
  readonly allergens: readonly Allergen[] | null;
  readonly vegetarian: boolean;
  readonly organic: boolean;
}

/** Why a line is no dish. */
export type DishRefusal =
  | { readonly code: "no-name" }
  | { readonly code: "too-long"; readonly most: number }
  /** « tomate » is none of the fourteen. */
  | { readonly code: "unknown-allergen"; readonly word: string };

const LONGEST_NAME = 100;
const VEGETARIAN = /\s+v[ée]g[ée](?:tarien(?:ne)?)?\s*$/iu;
const ORGANIC = /\s+bio(?:logique)?\s*$/iu;
const NONE = /^(?:aucun|sans|0)$/iu;

/**
 * @rule Écrire un plat d’une ligne
 *
 * Le nom du plat, ses allergènes entre parenthèses, puis « végé » et « bio » s’il y a lieu. « (aucun) » dit qu’il n’y en a
 * pas ; sans parenthèses, personne ne l’a dit, et la famille d’un enfant allergique le lit ainsi. Un mot qui n’est pas l’un
 * des quatorze allergènes est refusé plutôt qu’ignoré. Exemple : « Lasagnes (gluten, lait, œufs) végé bio ».
 */
export function readDishLine(line: string): Result<Dish, DishRefusal> {
  let rest = ` ${line.trim()}`;
  let vegetarian = false;
  let organic = false;
  for (let found = true; found;) {
    found = false;
    if (VEGETARIAN.test(rest)) {
      rest = rest.replace(VEGETARIAN, "");
      vegetarian = found = true;
    }
    if (ORGANIC.test(rest)) {
      rest = rest.replace(ORGANIC, "");
      organic = found = true;
    }
  }
  const [, before = rest, inside] = /^(.*)\(([^()]*)\)\s*$/su.exec(rest) ?? [];
  const name = before.trim();
  if (name === "") return refuse({ code: "no-name" });
  if (!isDishName(name)) return refuse({ code: "too-long", most: LONGEST_NAME });
  const allergens = readAllergens(inside);
  return allergens.ok ? ok({ name, allergens: allergens.value, vegetarian, organic }) : allergens;
}

/** Whether a dish may be called so: something, 100 signs at most, none of them a mark that no reader sees. */
export const isDishName = (name: string): boolean =>
  name !== "" && name.length <= LONGEST_NAME && name.isWellFormed() && !/\p{Cc}/u.test(name);

/** The allergens that are written, one after the other; null where nothing is. */
export function readAllergens(written: string | undefined): Result<readonly Allergen[] | null, DishRefusal> {
  const text = written?.trim() ?? "";
  if (text === "") return ok(null);
  if (NONE.test(text)) return ok([]);
  const [word] = unknownWords(text);
  return word === undefined ? ok(allergensNamed(text)) : refuse({ code: "unknown-allergen", word });
}

/** The line that says this dish. */
export function dishLine({ name, allergens, vegetarian, organic }: Dish): string {
  const said =
    allergens === null
      ? ""
      : ` (${allergens.length === 0 ? "aucun" : allergens.map((one) => allergenWords[one]).join(", ")})`;
  return `${name}${said}${vegetarian ? " végé" : ""}${organic ? " bio" : ""}`;
}
