import { isAscii, isUtf8 } from "node:buffer";
import { type Result, ok, refuse } from "#kernel";
import type { RefusalReason } from "../rules/refusal.ts";

/** A file as text, and how its bytes were read. */
export interface DecodedFile {
  readonly text: string;
  readonly encoding: "utf-8" | "windows-1252";
}

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end;
    yield bytes.subarray(start, stop);
    start = stop + 1;
  }
}

/** One damaged line must not turn a whole UTF-8 file into mojibake: the accented lines vote. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return !isAscii(bytes);
  let votes = 0;
  for (const line of linesOf(bytes)) {
    if (!isAscii(line)) votes += isUtf8(line) ? 1 : -1;
  }
  return votes > 0;
}

/**
 * Turns the bytes of an Onde file into text. Onde writes ISO-8859-1, read here as windows-1252, its superset
 * that a spreadsheet writes back; UTF-8 is recognised by its mark or by its content.
 * Refuses an empty file and what is no CSV text (spreadsheet, archive, UTF-16).
 */
export function decodeFile(bytes: Uint8Array): Result<DecodedFile, RefusalReason> {
  if (bytes.length === 0) return refuse({ code: "file_empty" });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refuse({ code: "file_not_text", looksLike: "tableur" });
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04))
    return refuse({ code: "file_not_text", looksLike: "archive" });
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return refuse({ code: "file_not_text", looksLike: "utf-16" });
  }
  const encoding = startsWith(bytes, 0xef, 0xbb, 0xbf) || mostlyUtf8(bytes) ? "utf-8" : "windows-1252";
  const text = new TextDecoder(encoding).decode(bytes);
  return text.trim() === "" ? refuse({ code: "file_empty" }) : ok({ text, encoding });
}
