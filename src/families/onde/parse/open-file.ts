import { tidy } from "./cells.ts";
import { decodeFile } from "./decode.ts";
import { type Row, readRows } from "./read-rows.ts";
import type { OndeFile, Refusal } from "../rules/refusal.ts";

/** What was read of one file: what is usable, what is not and why. */
export interface FileReading {
  readonly encoding: "utf-8" | "windows-1252" | "unknown";
  /** Lines under the header that hold something. */
  readonly linesRead: number;
  /** Columns that the import leaves alone. */
  readonly unreadColumns: readonly string[];
  /** One with scope `file` means that nothing of the file may be used. */
  readonly refusals: readonly Refusal[];
}

/** A file cut into headings and rows, or the refusal of the whole file. */
export interface OpenedFile {
  readonly encoding: FileReading["encoding"];
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  readonly refusals: readonly Refusal[];
}

/** Decodes and cuts a file. Refuses it whole when it is empty, not text, without header or without lines. */
export function openFile(file: OndeFile, bytes: Uint8Array): OpenedFile {
  const decoded = decodeFile(bytes);
  const closed = { headings: [], rows: [] } as const;
  if (!decoded.ok) {
    return { ...closed, encoding: "unknown", refusals: [{ file, scope: "file", reason: decoded.refusal }] };
  }
  const { encoding, text } = decoded.value;
  const [header, ...rows] = readRows(text);
  if (header === undefined || header.cells === "quotes_broken") {
    const refusal: Refusal = {
      file,
      scope: "file",
      line: header?.line ?? 1,
      reason: { code: "quotes_broken" },
    };
    return { ...closed, encoding, refusals: [refusal] };
  }
  const empty: readonly Refusal[] = [{ file, scope: "file", reason: { code: "file_without_lines" } }];
  return { encoding, headings: header.cells.map(tidy), rows, refusals: rows.length === 0 ? empty : [] };
}
