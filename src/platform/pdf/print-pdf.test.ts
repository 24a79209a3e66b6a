import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";

import { printAside } from "./print-aside.ts";
import { printPdf } from "./print-pdf.ts";
import { qrCode } from "./qr-code.ts";

const template = "src/platform/pdf/print-pdf.test.typ";
const at = Temporal.Instant.from("2026-12-05T09:00:00Z");
const data = { title: "Facture F-2026-00012", lines: [["Repas du 9 novembre", "3,20 €"]] };

/** Everything the file says, its compressed parts opened. */
function said(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString("latin1");
  const opened = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return body;
    }
  });
  return [text, ...opened].join("\n");
}

test("a screen reader is told the language, the headings and the head of a table", async () => {
  const pdf = said(await printPdf({ template, data, at }));
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pdf).toMatch(/\/Lang ?\(fr-FR\)/);
  expect(pdf).toMatch(/\/S ?\/H1/);
  expect(pdf).toMatch(/\/S ?\/TH/);
  expect(pdf).toContain("AtkinsonHyperlegible");
});

test("the same document printed twice is the same file", async () => {
  expect(await printPdf({ template, data, at })).toEqual(await printPdf({ template, data, at }));
});

test("what a family wrote is printed, never run", async () => {
  const name = '#panic("lu") \\ $x$ "';
  const pdf = await printPdf({ template, data: { title: name, lines: [] }, at });
  expect(pdf.length).toBeGreaterThan(1000);
});

test("a template that misses its data says which template", async () => {
  await expect(printPdf({ template, data: {}, at })).rejects.toThrow("print-pdf.test.typ cannot be printed");
});

test("a QR code is an image of squares with a white margin", () => {
  const image = qrCode("https://espace.exemple.fr/factures/x");
  expect(image).toMatch(/^<svg[^>]+viewBox/);
  expect(image).not.toEqual(qrCode("https://espace.exemple.fr/factures/y"));
});

test("a thread of its own prints the same file, and tells what went wrong", async () => {
  const aside = await printAside({ template, data, at });
  expect(Buffer.from(aside).equals(await printPdf({ template, data, at }))).toBe(true);
  await expect(printAside({ template, data: {}, at })).rejects.toThrow("cannot be printed");
});
