import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** « PREAU-1\n »: the format of what is kept. */
const MAGIC = Buffer.from("PREAU-1\n");
const PIECE = 64 * 1024;
const TAG = 16;
const KEY_BYTES = 32;
const CIPHER = "aes-256-gcm";

/** What one file is sealed with: a key of its own, used for nothing else, and the id that it is bound to. */
export interface FileKey {
  readonly fileId: string;
  readonly key: Uint8Array;
}

/** A key for one file. */
export function newFileKey(fileId: string): FileKey {
  return { fileId, key: randomBytes(KEY_BYTES) };
}

/**
 * Seals a file as it passes: pieces of 64 kB, each with its number, whether it is the last, and the file's id under
 * AES-256-GCM (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). No piece can be changed, moved,
 * left out or taken from another file unnoticed, and none is let out before it was checked.
 */
export async function* seal(content: AsyncIterable<Uint8Array>, of: FileKey): AsyncGenerator<Uint8Array> {
  yield MAGIC;
  let number = 0;
  for await (const { piece, last } of pieces(content, PIECE)) {
    const cipher = createCipheriv(CIPHER, of.key, nonce(number, last)).setAAD(Buffer.from(of.fileId));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** What was sealed. Throws where anything of it was changed, or is missing. */
export async function* unseal(sealed: AsyncIterable<Uint8Array>, of: FileKey): AsyncGenerator<Uint8Array> {
  let number = 0;
  for await (const { piece, last } of pieces(withoutMagic(sealed), PIECE + TAG)) {
    const decipher = createDecipheriv(CIPHER, of.key, nonce(number, last)).setAAD(Buffer.from(of.fileId));
    decipher.setAuthTag(piece.subarray(-TAG));
    yield Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()]);
    number += 1;
  }
}

/** Never the same twice for a key: the number of the piece, then whether it is the last. */
function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(number, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

async function* withoutMagic(sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let magic: Buffer | undefined = Buffer.alloc(0);
  for await (const part of sealed) {
    if (magic === undefined) yield part;
    else {
      magic = Buffer.concat([magic, part]);
      if (magic.length < MAGIC.length) continue;
      if (!magic.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error("No file of ours");
      yield magic.subarray(MAGIC.length);
      magic = undefined;
    }
  }
}

/** The same bytes in pieces of this size; the last may be shorter, and there is always one. */
async function* pieces(
  content: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of content) {
    held.push(part);
    length += part.length;
    // A full piece waits for the next byte: only then is it not the last.
    if (length <= size) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; length - at > size; at += size) yield { piece: all.subarray(at, at + size), last: false };
    held = [all.subarray(at)];
    length -= at;
  }
  yield { piece: Buffer.concat(held), last: true };
}
