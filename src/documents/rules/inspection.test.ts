import { expect, test } from "vitest";

import { jpeg, pdf, png } from "../../../test/documents/sample-files.ts";
import type { FileRefusal } from "./file-refusal.ts";
import { Inspection } from "./inspection.ts";

const MOST = 10_000_000;

/** What is answered for these bytes, sent in pieces of this size. */
function inspect(bytes: Uint8Array, piece: number): string {
  const inspection = new Inspection({ mostBytes: MOST });
  for (let at = 0; at < bytes.length; at += piece) {
    const refused = inspection.take(bytes.subarray(at, at + piece));
    if (refused !== undefined) return wordOf(refused);
  }
  const ended = inspection.end();
  return ended.ok ? ended.value : wordOf(ended.refusal);
}

const wordOf = (refused: FileRefusal) =>
  "found" in refused ? `${refused.code} ${refused.found}` : refused.code;

const latin = (text: string) => Buffer.from(text, "latin1");
const zip = Buffer.concat([
  latin("PK\x03\x04"),
  Buffer.alloc(26),
  latin("PK\x01\x02"),
  Buffer.alloc(42),
  latin("PK\x05\x06\0\0\0\0\x01\0\x01\0\x2e\0\0\0\x1e\0\0\0\0\0"),
]);
const thumbnail = Buffer.concat([
  latin("\xFF\xE1\x02\x02Exif\0\0"),
  jpeg(),
  Buffer.alloc(506 - jpeg().length),
]);
const withThumbnail = Buffer.concat([jpeg().subarray(0, 2), thumbnail, jpeg().subarray(2)]);

test.each<[string, Uint8Array, string]>([
  ["a PDF", pdf(), "pdf"],
  ["a photograph", jpeg(), "jpeg"],
  ["a photograph with its thumbnail", withThumbnail, "jpeg"],
  ["a photograph of 200 million points", jpeg(16_320, 12_240), "jpeg"],
  [
    "a photograph with a film after it",
    Buffer.concat([jpeg(), latin("\0\0\0\x18ftypmp42"), Buffer.alloc(5000)]),
    "jpeg",
  ],
  ["a drawing", png(), "png"],
  [
    "a PDF of 64 kB and a byte",
    Buffer.concat([pdf().subarray(0, 30), Buffer.alloc(65_537, " "), pdf().subarray(30)]),
    "pdf",
  ],
  ["nothing", new Uint8Array(), "empty"],
  ["a web page", latin("<!DOCTYPE html><script>alert(1)</script>"), "type web-page"],
  ["a script", latin("\n  <ScRipt>alert(1)</script>"), "type web-page"],
  ["a drawing that runs", latin('<svg xmlns="x" onload="alert(1)"/>'), "type web-page"],
  ["an archive", zip, "type archive"],
  ["a photograph as an iPhone keeps it", latin("\0\0\0\x24ftypheic\0\0\0\0mif1"), "type heic"],
  ["an old text of an office", latin("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "type office"],
  ["an animation", latin("GIF89a"), "type image"],
  ["some text", latin("Bonjour"), "type unknown"],
  ["a PDF that begins with a page", Buffer.concat([latin("<html>"), pdf()]), "type web-page"],
  ["a PDF with a script at its beginning", Buffer.concat([latin("%PDF-1.4\n<script>"), pdf()]), "two-in-one"],
  ["a PDF that is an archive", Buffer.concat([pdf(), zip]), "two-in-one"],
  ["a photograph that is an archive", Buffer.concat([jpeg(), zip]), "two-in-one"],
  [
    "a photograph with a page after it",
    Buffer.concat([jpeg(), latin("<script>alert(1)</script>")]),
    "two-in-one",
  ],
  [
    "a drawing that is a PDF",
    Buffer.concat([png().subarray(0, 33), latin("%PDF-1.4"), png().subarray(33)]),
    "two-in-one",
  ],
  ["a PDF that was cut", pdf().subarray(0, 40), "damaged"],
  ["a photograph that was cut", jpeg().subarray(0, -2), "damaged"],
  ["a drawing that was cut", png().subarray(0, -12), "damaged"],
  ["a drawing of 30,000 by 30,000 points", png(30_000, 30_000), "dimensions"],
  ["a photograph of 30,000 by 30,000 points", jpeg(30_000, 30_000), "dimensions"],
  ["a drawing without a point", png(0, 10), "damaged"],
  ["too much", Buffer.concat([pdf(), Buffer.alloc(MOST)]), "too-long"],
])("%s: whatever the pieces that it comes in", (_name, bytes, expected) => {
  for (const piece of bytes.length > 100_000 ? [65_536] : [1, 7, 1023, 65_536]) {
    expect(inspect(bytes, piece)).toBe(expected);
  }
});
