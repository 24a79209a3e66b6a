import fc from "fast-check";
import { expect, test } from "vitest";

import { imageFacts } from "./image-size.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array => {
  const text = (part: string) => Array.from(part, (letter) => letter.charCodeAt(0));
  const all = parts.flatMap((part) => (typeof part === "string" ? text(part) : part));
  return Uint8Array.from([...all, ...Array<number>(Math.max(0, 32 - all.length)).fill(0)]);
};

const png = bytes([0x89], "PNG", [0x0d, 0x0a, 0x1a, 0x0a], [0, 0, 0, 13], "IHDR", [0, 0, 1, 4, 0, 0, 0, 80]);
const webp = (kind: string, ...rest: number[]) =>
  bytes("RIFF", [0, 0, 0, 0], "WEBP", kind, [0, 0, 0, 0], rest);

test.each([
  ["PNG", png, { type: "image/png", width: 260, height: 80 }],
  [
    "lossy WebP",
    webp("VP8 ", 0, 0, 0, 0x9d, 0x01, 0x2a, 4, 1, 80, 0),
    { type: "image/webp", width: 260, height: 80 },
  ],
  // 260 - 1 on 14 bits, then 80 - 1 on 14 bits.
  [
    "lossless WebP",
    webp("VP8L", 0x2f, 0x03, 0xc1, 0x13, 0x00),
    { type: "image/webp", width: 260, height: 80 },
  ],
  [
    "extended WebP",
    webp("VP8X", 0, 0, 0, 0, 3, 1, 0, 79, 0, 0),
    { type: "image/webp", width: 260, height: 80 },
  ],
])("a %s is recognised with its size", (_name, file, facts) => expect(imageFacts(file)).toEqual(facts));

test.each([
  ["an SVG", bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
  ["a JPEG", bytes([0xff, 0xd8, 0xff, 0xe0])],
  ["a PNG cut short", png.subarray(0, 20)],
  ["a PNG without a size", bytes([0x89], "PNG", [0x0d, 0x0a, 0x1a, 0x0a], [0, 0, 0, 13], "IHDR")],
  ["a sound in a RIFF", bytes("RIFF", [0, 0, 0, 0], "WAVEfmt ")],
  ["nothing", new Uint8Array()],
])("%s is refused", (_name, file) => expect(imageFacts(file)).toBeUndefined());

test("any bytes get an answer", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (file) => {
      expect(() => imageFacts(file)).not.toThrow();
    }),
  );
});

test("a slice of a larger buffer is read from its own beginning", () => {
  const larger = new Uint8Array(100);
  larger.set(png, 50);
  expect(imageFacts(larger.subarray(50))).toMatchObject({ width: 260 });
});
