import { expect, test } from "vitest";

import { cleanName } from "./clean-name.ts";

test.each([
  ["Attestation d’assurance 2026.pdf", "Attestation d’assurance 2026.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\Users\\Claire\\avis.PDF", "avis.pdf"],
  ["facture\u202Efdp.exe", "facturefdp.exe.pdf"],
  ["..", "Avis d’imposition.pdf"],
  [".htaccess", "htaccess.pdf"],
  ["", "Avis d’imposition.pdf"],
  ['a<b>:"c|d?e*.pdf', "a-b---c-d-e-.pdf"],
  ["avis\r\nSet-Cookie: x.pdf", "avisSet-Cookie- x.pdf"],
  ["e\u0301cole.pdf", "école.pdf"],
])("%j is kept as %j", (sent, kept) => {
  expect(cleanName(sent, "pdf", "Avis d’imposition")).toBe(kept);
});

test("a name of 300 characters is cut to 100, its extension kept, no sign cut in two", () => {
  const kept = cleanName(`${"👪".repeat(300)}.jpeg`, "jpeg", "Photo");
  expect(kept).toBe(`${"👪".repeat(48)}.jpg`);
});
