import type { FileType, FoundType } from "./file-refusal.ts";

/** The bytes as characters, one for one. (A TextDecoder of « latin1 » reads Windows-1252: 89 would be « ‰ ».) */
export function asText(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return text;
}

const OURS: readonly (readonly [FileType, readonly string[]])[] = [
  ["pdf", ["%PDF-1.", "%PDF-2."]],
  ["jpeg", ["\xFF\xD8\xFF"]],
  ["png", ["\x89PNG\r\n\x1A\n"]],
];

const OTHERS: readonly (readonly [FoundType, readonly string[]])[] = [
  ["archive", ["PK\x03\x04", "PK\x05\x06", "Rar!", "7z\xBC\xAF", "\x1F\x8B", "BZh", "\xFD7zXZ"]],
  ["office", ["\xD0\xCF\x11\xE0", "{\\rtf"]],
  ["image", ["GIF8", "II*\0", "MM\0*", "BM", "RIFF"]],
];

/** What follows the length of the first part of an ISO file, where it holds a picture: HEIC, AVIF. */
const HEIC = /^ftyp(heic|heix|hevc|heim|heis|mif1|msf1|avif)/;

/** What a browser would run, in any case of letters. */
const WEB_PAGE = /<(!doctype|html|head|body|script|svg|iframe|\?php)\b/i;

/** The type that the first bytes tell, whatever the file is called. */
export function fileTypeOf(head: Uint8Array): FileType | undefined {
  const text = asText(head);
  return OURS.find(([, marks]) => marks.some((mark) => text.startsWith(mark)))?.[0];
}

/** What a file that is none of ours seems to be. */
export function foundTypeOf(head: Uint8Array): FoundType {
  const text = asText(head);
  if (HEIC.test(text.slice(4))) return "heic";
  const other = OTHERS.find(([, marks]) => marks.some((mark) => text.startsWith(mark)))?.[0];
  return other ?? (WEB_PAGE.test(text) ? "web-page" : "unknown");
}

/** Whether bytes hold the beginning of a web page or a script. */
export function holdsWebPage(bytes: Uint8Array): boolean {
  return WEB_PAGE.test(asText(bytes));
}
