/** A space that may have to hold: there are few of them in a page, and thousands of tags. */
const SPACES_OF_PAGE = / (?=[:;!?»%€])|(?<=«) /g;

/** A tag with its quoted values, in which « > » may stand; « < » never does: Preact writes it « &lt; ». */
const TAG = /<(?:"[^"]*"|[^">])*>/y;

/** Texts that somebody writes or copies: they are left as they are. */
const LEFT = /<(textarea|pre|code|script|style)\b[^]*?<\/\1>/g;

/**
 * Keeps « : ; ! ? % € » and the quotes on the line of the word they belong to: their ordinary space becomes a no-break one
 * in the words of a page. On a telephone, « Un jour fermé / : lundi » began a line with its colon. What people type
 * comes back unchanged.
 *
 * The spaces are looked for first, then where they stand: to walk through the tags took half a millisecond a planning.
 */
export function keepSigns(html: string): string {
  let left: readonly (readonly [number, number])[] | undefined;
  return html.replace(SPACES_OF_PAGE, (space, at: number) => {
    if (isInTag(html, at)) return space;
    left ??= [...html.matchAll(LEFT)].map((found) => [found.index, found.index + found[0].length] as const);
    return left.some(([from, to]) => from <= at && at < to) ? space : "\u00a0";
  });
}

function isInTag(html: string, at: number): boolean {
  TAG.lastIndex = html.lastIndexOf("<", at);
  return TAG.lastIndex >= 0 && TAG.test(html) && TAG.lastIndex > at;
}

/** In plain words: before the signs, within quotes, and between a number and what it counts: « 3,20 € », « 16 h 30 », « 5 % ». */
const SPACES_OF_TEXT = / (?=[:;!?»])|(?<=«) |(?<=\d) (?=[€%]|h(?![\p{L}\d]))|(?<=\d[ \u00a0]h) (?=\d\d)/gu;

/** The same for words without tags, those of a mail for one: its spaces that must not end a line become no-break ones. */
export function keepSignsOfText(text: string): string {
  return text.replace(SPACES_OF_TEXT, "\u00a0");
}
