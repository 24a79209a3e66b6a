import type { IncomingFiles } from "./upload-form.ts";

/** A file of a form, whole, and the name that it had on the sender's machine: neither is believed. */
export interface WholeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads one file of a form whole, for a route whose files are short enough to be held.
 * @param most bytes that are taken at most
 * @returns undefined where none was chosen in this field or it is empty; « too-long » beyond what is taken
 */
export async function wholeFile(
  files: IncomingFiles,
  { field, most }: { field: string; most: number },
): Promise<WholeFile | "too-long" | undefined> {
  let found: WholeFile | undefined;
  for await (const { field: chosenIn, name, content } of files) {
    if (chosenIn !== field) continue;
    const bytes = await read(content, most);
    if (bytes === "too-long") return bytes;
    // A browser sends one; two are no form of ours.
    if (found !== undefined) return undefined;
    found = { name, bytes };
  }
  return found === undefined || found.bytes.length === 0 ? undefined : found;
}

async function read(content: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | "too-long"> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    length += piece.length;
    if (length > most) return "too-long";
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
