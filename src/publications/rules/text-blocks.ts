/** A piece of a line: words, or an address that leads somewhere. */
export type TextPiece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "link"; readonly href: string };

/** A part of a text, as a page draws it: nothing of what was written is ever markup. */
export type TextBlock =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "paragraph"; readonly lines: readonly (readonly TextPiece[])[] }
  | { readonly kind: "list"; readonly items: readonly (readonly TextPiece[])[] };

const ITEM = /^[-•*]\s+/;
const TITLE = /^#{1,3}\s+/;

/**
 * A text as an agent types it: an empty line begins a paragraph, « - » an item of a list, « # » a title, and an address
 * that begins with https:// is a link. Whatever else is there is words.
 */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: { lines: string[]; list: boolean } | undefined;
  const close = () => {
    if (open === undefined) return;
    const pieces = open.lines.map(piecesOf);
    blocks.push(open.list ? { kind: "list", items: pieces } : { kind: "paragraph", lines: pieces });
    open = undefined;
  };
  for (const written of text.split(/\r\n?|\n/)) {
    const line = written.trim();
    const list = ITEM.test(line);
    if (line === "" || TITLE.test(line) || (open !== undefined && open.list !== list)) close();
    if (line === "") continue;
    if (TITLE.test(line)) {
      blocks.push({ kind: "title", text: line.replace(TITLE, "") });
      continue;
    }
    open ??= { lines: [], list };
    open.lines.push(line.replace(ITEM, ""));
  }
  close();
  return blocks;
}

/** A point at the end of a sentence is none of the address; a bracket is, where it opened in it. */
const ADDRESS = /https:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)'’]/giu;

/** The words of a line and the addresses among them. */
export function piecesOf(line: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  const words = (text: string) => {
    if (text !== "") pieces.push({ kind: "words", text });
  };
  for (const { 0: found, index } of line.matchAll(ADDRESS)) {
    if (!isAddress(found)) continue;
    words(line.slice(from, index));
    pieces.push({ kind: "link", href: found });
    from = index + found.length;
  }
  words(line.slice(from));
  return pieces;
}

/** One that a browser opens, and that names no account: « https://mairie.fr@ailleurs.fr » leads elsewhere than it says. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === "https:" && url.username === "" && url.password === "";
}

/** The first words of a text, for a list: whole words, 200 signs at most. */
export function beginningOf(text: string): string {
  const MOST = 200;
  const plain = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim().replace(TITLE, "").replace(ITEM, ""))
    .filter((line) => line !== "")
    .join(" ");
  if (plain.length <= MOST) return plain;
  const cut = plain.slice(0, MOST).toWellFormed();
  const space = cut.lastIndexOf(" ");
  return `${space > 0 ? cut.slice(0, space) : cut.replace(/\uFFFD$/, "")}…`;
}
