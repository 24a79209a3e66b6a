/** « a », « a et b », « a, b et c »; an empty list gives an empty text. */
export function joinList(items: readonly string[]): string {
  return joinWith(items, "et");
}

/** « a », « a ou b », « a, b ou c »: one of them is enough. */
export function joinChoices(items: readonly string[]): string {
  return joinWith(items, "ou");
}

function joinWith(items: readonly string[], word: "et" | "ou"): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  return items.length === 1 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

/**
 * A number and its noun in agreement: « 0 enfant », « 1 repas », « 2 enfants ». In French the plural begins at 2.
 * `several` is needed when it is not `one` with an s (« repas », « travaux »).
 */
export function countOf(n: number, one: string, several: string = `${one}s`): string {
  return `${n.toLocaleString("fr-FR")}\u00a0${agree(n, one, several)}`;
}

/** The word alone, in agreement with `n`: `agree(2, "ajouté")` is « ajoutés ». */
export function agree(n: number, one: string, several: string = `${one}s`): string {
  return Math.abs(n) < 2 ? one : several;
}

/**
 * Words that somebody wrote, quoted within a sentence: their own full stop goes, or « malade. ». would end it twice.
 */
export function quoted(text: string): string {
  return `«\u00a0${text.trim().replace(/\.$/, "")}\u00a0»`;
}

/** The first letter in capital, for the start of a sentence: « école » gives « École ». */
export function capitalise(text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase("fr-FR") + text.slice(first.length);
}

/**
 * « de » before a name, elided before a vowel or an h: « de Lina », « d’Inès », « d’Hugo », « d’Yves », but « de Yanis ».
 */
export function ofName(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return /^(?:[aeiouhœæ]|y(?![aeiou]))/i.test(plain) ? `d’${name}` : `de ${name}`;
}
