import type { Worker } from "node:worker_threads";
import { inflateSync } from "node:zlib";
import { expect, test, vi } from "vitest";

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

test("two threads print what any number ask for, each its own document", async () => {
  const threads = vi.fn<(worker: Worker) => void>();
  process.on("worker", threads);
  const titles = Array.from({ length: 9 }, (_, index) => ({ ...data, title: `Facture ${index}` }));
  const printed = await Promise.all(titles.map((one) => printAside({ template, data: one, at })));
  for (const [index, pdf] of printed.entries())
    expect(Buffer.from(pdf).equals(await printPdf({ template, data: titles[index] ?? {}, at }))).toBe(true);
  process.off("worker", threads);
  expect(threads.mock.calls.length).toBeLessThanOrEqual(2);
});

/** Ends every thread of the room, then kills the next ones as they begin. */
async function withDyingThreads<T>(dying: number, act: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await Promise.all([1, 2].map(() => printAside({ template, data, at })));
  vi.runAllTimers();
  vi.useRealTimers();
  let left = dying;
  const kill = (worker: Worker) => {
    if (left-- > 0) worker.once("online", () => void worker.terminate());
  };
  process.on("worker", kill);
  try {
    return await act();
  } finally {
    process.off("worker", kill);
    expect(left).toBeLessThan(1);
  }
}

test("a thread that dies loses no document", async () => {
  const printed = await withDyingThreads(1, () =>
    Promise.all([1, 2, 3].map(() => printAside({ template, data, at }))),
  );
  const whole = await printPdf({ template, data, at });
  for (const pdf of printed) expect(Buffer.from(pdf).equals(whole)).toBe(true);
});

test("a document that ends two threads is refused, and the room goes on", async () => {
  const refused = withDyingThreads(2, () => printAside({ template, data, at }));
  await expect(refused).rejects.toThrow("was not printed: its thread ended");
  expect((await printAside({ template, data, at })).length).toBeGreaterThan(1000);
});
