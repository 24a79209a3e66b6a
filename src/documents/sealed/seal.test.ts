import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { randomBytes } from "node:crypto";

import { expect, test } from "vitest";

import { newFileKey, seal, unseal } from "./seal.ts";

const PIECE = 64 * 1024;
const KEPT = PIECE + 16;
const MAGIC = 8;

/** The bytes as they might come from a network: in parts of no size of ours. */
async function* parts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const all = (content: AsyncIterable<Uint8Array>) => buffer(Readable.from(content));

test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_000])(
  "%i bytes come back as they were",
  async (length) => {
    const bytes = randomBytes(length);
    const of = newFileKey("a");
    for (const size of [1000, 16_384, 1_000_000]) {
      const sealed = await all(seal(parts(bytes, size), of));
      // One byte alone is somewhere in any sealed file.
      if (length >= 16) expect(sealed.includes(bytes.subarray(0, 64))).toBe(false);
      expect((await all(unseal(parts(sealed, 1500), of))).equals(bytes)).toBe(true);
    }
  },
);

test("nothing can be changed, moved, left out, added, or taken for another file", async () => {
  const of = newFileKey("a");
  const sealed = await all(seal(parts(randomBytes(3 * PIECE), 16_384), of));
  const piece = (number: number) => sealed.subarray(MAGIC + number * KEPT, MAGIC + (number + 1) * KEPT);
  const magic = sealed.subarray(0, MAGIC);
  const flipped = Buffer.from(sealed);
  flipped[70_000] = (flipped[70_000] ?? 0) ^ 1;
  const forged: Readonly<Record<string, Buffer>> = {
    flipped,
    cut: sealed.subarray(0, MAGIC + 2 * KEPT),
    cutInside: sealed.subarray(0, -5),
    nothing: magic,
    swapped: Buffer.concat([magic, piece(1), piece(0), piece(2)]),
    leftOut: Buffer.concat([magic, piece(0), piece(2)]),
    longer: Buffer.concat([sealed, Buffer.from("x")]),
    unknown: Buffer.concat([Buffer.from("PREAU-2\n"), sealed.subarray(MAGIC)]),
  };
  for (const [name, bytes] of Object.entries(forged)) {
    await expect(all(unseal(parts(bytes, 9000), of)), name).rejects.toThrow();
  }
  await expect(all(unseal(parts(sealed, 9000), { ...of, fileId: "b" }))).rejects.toThrow();
  await expect(all(unseal(parts(sealed, 9000), newFileKey("a")))).rejects.toThrow();
});
