/** The longest code that is made from a name. */
const LONGEST = 60;

/**
 * The code of a thing that people named: « Restauration scolaire – Rue » gives `restauration-scolaire-rue`. Codes name
 * things in the file of the rule set and never change. `taken` are those of the others.
 */
export function codeFrom(name: string, taken: readonly string[] = []): string {
  const folded = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  const code = folded === "" ? "sans-nom" : folded;
  if (!taken.includes(code)) return code;
  let number = 2;
  while (taken.includes(`${code}-${number}`)) number++;
  return `${code}-${number}`;
}
