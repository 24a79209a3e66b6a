import fc from "fast-check";
import { expect, test } from "vitest";

import { beginningOf, piecesOf, textBlocks } from "./text-blocks.ts";

const words = (text: string) => ({ kind: "words" as const, text });

test("paragraphs, lists and titles, as they were typed", () => {
  expect(
    textBlocks("# Grève\r\nLa cantine ferme.\nApportez :\n- un repas froid\n• de l’eau\n\nMerci."),
  ).toEqual([
    { kind: "title", text: "Grève" },
    { kind: "paragraph", lines: [[words("La cantine ferme.")], [words("Apportez :")]] },
    { kind: "list", items: [[words("un repas froid")], [words("de l’eau")]] },
    { kind: "paragraph", lines: [[words("Merci.")]] },
  ]);
});

test.each([
  ["Voir https://exemple.fr/a?b=c.", ["https://exemple.fr/a?b=c"]],
  ["(https://exemple.fr/x)", ["https://exemple.fr/x"]],
  ["http://exemple.fr", []],
  ["javascript:alert(1)", []],
  ["https://mairie.fr@ailleurs.fr/", []],
  ["https://", []],
])("%s leads to %j", (line, addresses) => {
  expect(piecesOf(line).flatMap((piece) => (piece.kind === "link" ? piece.href : []))).toEqual(addresses);
});

/** Words with pieces of addresses among them. */
const anyLine = fc
  .array(
    fc.oneof(fc.string(), fc.constantFrom("https://", "a.fr", "/x?y=", "@", ".", " ", "«", ")", "\ud800")),
  )
  .map((parts) => parts.join(""));

test("no sign of a line is lost, whatever it says", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const said = piecesOf(line).map((piece) => (piece.kind === "link" ? piece.href : piece.text));
      expect(said.join("")).toBe(line);
    }),
  );
});

test("a list shows whole words", () => {
  expect(beginningOf("# Titre\n- un\n- deux")).toBe("Titre un deux");
  const long = beginningOf("mot ".repeat(100));
  expect(long.endsWith("mot…")).toBe(true);
  expect(beginningOf("x".repeat(300))).toBe(`${"x".repeat(200)}…`);
});
