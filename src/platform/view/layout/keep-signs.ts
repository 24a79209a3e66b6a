/** What is left as it is: texts that somebody writes or copies, tags with their quoted values; else the space itself. */
const PARTS = /<(textarea|pre|code|script|style)\b[^]*?<\/\1>|<(?:"[^"]*"|[^">])*>| (?=[:;!?»])|(?<=«) /g;

/**
 * Keeps « : ; ! ? » and the quotes on the line of the word they belong to: their ordinary space becomes a no-break one
 * in the words of a page. On a telephone, « Un jour fermé / : lundi » began a line with its colon. What people type
 * comes back unchanged.
 */
export function keepSigns(html: string): string {
  return html.replace(PARTS, (part) => (part === " " ? "\u00a0" : part));
}

/** In plain words: before the signs, within quotes, and between a number and what it counts: « 3,20 € », « 16 h 30 », « 5 % ». */
const SPACES = / (?=[:;!?»])|(?<=«) |(?<=\d) (?=[€%]|h(?![\p{L}\d]))|(?<=\d[ \u00a0]h) (?=\d\d)/gu;

/** The same for words without tags, those of a mail for one: its spaces that must not end a line become no-break ones. */
export function keepSignsOfText(text: string): string {
  return text.replace(SPACES, "\u00a0");
}
