import { expect, test } from "vitest";
import { decodeFile } from "./decode.ts";

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");

test.each([
  ["ISO-8859-1", latin1("Prénom;Léa"), "Prénom;Léa", "windows-1252"],
  ["windows-1252", Uint8Array.of(0x9c, 0x75, 0x66, 0x92), "œuf’", "windows-1252"],
  ["plain ASCII", utf8("Nom;DUPONT"), "Nom;DUPONT", "windows-1252"],
  ["UTF-8", utf8("Prénom;Léa"), "Prénom;Léa", "utf-8"],
  ["UTF-8 with its mark", utf8("\ufeffPrénom;Léa"), "Prénom;Léa", "utf-8"],
])("%s is read", (_name, bytes, text, encoding) =>
  expect(decodeFile(bytes)).toEqual({ ok: true, value: { text, encoding } }),
);

test("one damaged line does not turn a UTF-8 file into mojibake", () => {
  const bytes = Buffer.concat([utf8("Prénom\nÉloïse\nLéa\n"), latin1("Zoé\n")]);
  expect(decodeFile(bytes)).toEqual({
    ok: true,
    value: { text: "Prénom\nÉloïse\nLéa\nZo\ufffd\n", encoding: "utf-8" },
  });
});

test("one UTF-8 line does not turn an ISO-8859-1 file into UTF-8", () => {
  const bytes = Buffer.concat([latin1("Prénom\nÉloïse\nLéa\n"), utf8("Zoé\n")]);
  expect(decodeFile(bytes)).toMatchObject({ ok: true, value: { encoding: "windows-1252" } });
});

test.each([
  ["nothing", new Uint8Array(), { code: "file_empty" }],
  ["blanks", utf8(" \r\n\t"), { code: "file_empty" }],
  ["a mark alone", utf8("\ufeff"), { code: "file_empty" }],
  ["an .xlsx or .zip", Uint8Array.of(0x50, 0x4b, 3, 4, 9), { code: "file_not_text", looksLike: "archive" }],
  ["an .xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), { code: "file_not_text", looksLike: "tableur" }],
  ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x41, 0), { code: "file_not_text", looksLike: "utf-16" }],
])("%s is refused", (_name, bytes, refusal) => expect(decodeFile(bytes)).toEqual({ ok: false, refusal }));
