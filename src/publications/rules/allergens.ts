import { foldText } from "#kernel";

/** The fourteen allergens that have to be told (regulation EU 1169/2011, annex II). */
export const ALLERGENS = [
  "gluten",
  "crustaceans",
  "eggs",
  "fish",
  "peanuts",
  "soy",
  "milk",
  "nuts",
  "celery",
  "mustard",
  "sesame",
  "sulphites",
  "lupin",
  "molluscs",
] as const;

/** One of the fourteen. */
export type Allergen = (typeof ALLERGENS)[number];

/** How menus name them. */
export const allergenWords: Readonly<Record<Allergen, string>> = {
  gluten: "gluten",
  crustaceans: "crustacés",
  eggs: "œufs",
  fish: "poisson",
  peanuts: "arachides",
  soy: "soja",
  milk: "lait",
  nuts: "fruits à coque",
  celery: "céleri",
  mustard: "moutarde",
  sesame: "sésame",
  sulphites: "sulfites",
  lupin: "lupin",
  molluscs: "mollusques",
};

/** The other words by which families and kitchens name them, folded. */
const NAMES: Readonly<Record<Allergen, RegExp>> = {
  gluten: /\b(gluten|bles?|froment|seigles?|orge|avoine|epeautre|kamut|coeliaques?|cereales?)\b/,
  crustaceans: /\b(crustaces?|crevettes?|crabes?|homards?|langoust\w*|ecreviss\w*)\b/,
  eggs: /\b(oeufs?|ovoproduits?)\b/,
  fish: /\b(poissons?|saumon|thon|cabillaud|colin|merlu)\b/,
  peanuts: /\b(arachides?|cacah\w*)\b/,
  soy: /\b(soja|soya)\b/,
  milk: /\b(laits?|laitages?|laitiers?|lactose|aplv|caseine|fromages?|beurre)\b/,
  nuts: /\b(fruits? a coques?|coques?|noix|noisettes?|amandes?|pistaches?|cajou|pecan|macadamia)\b/,
  celery: /\bceleris?\b/,
  mustard: /\bmoutardes?\b/,
  sesame: /\bsesames?\b/,
  sulphites: /\b(sulfites?|so2|anhydride sulfureux)\b/,
  lupin: /\blupins?\b/,
  molluscs: /\b(mollusques?|moules?|huitres?|calamars?|seiches?|poulpes?|coquillages?|escargots?)\b/,
};

/** Words that stand around the name of an allergen and name nothing themselves, folded. */
const FILLERS = new Set(
  "a au aux d de des du et l la le les ou en avec sans tout tous toute toutes un une allergie allergies allergique intolerance intolerant intolerante trace traces proteine proteines produit produits derive derives".split(
    " ",
  ),
);

/** The allergens that a text names, in the order of the regulation: « allergie aux œufs et à l’arachide ». */
export function allergensNamed(text: string): Allergen[] {
  const words = foldText(text);
  return ALLERGENS.filter((allergen) => NAMES[allergen].test(words));
}

/** The words of a text that name none of the fourteen, folded: « œufs, kiwi » leaves « kiwi ». */
export function unknownWords(text: string): string[] {
  const left = ALLERGENS.reduce(
    (words, allergen) => words.replaceAll(new RegExp(NAMES[allergen], "g"), " "),
    foldText(text),
  );
  return left.split(" ").filter((word) => word !== "" && !FILLERS.has(word));
}
