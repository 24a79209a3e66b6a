import { cents } from "#kernel";
import { printAside } from "#platform";

import { printableInvoice, printInvoice } from "../../../src/billing/pdf/print-invoice.ts";
import { line, sheetOf } from "../../billing/made-up-invoice.ts";
import type { Bench } from "../figure.ts";
import { median, spread } from "../statistics.ts";

const WARM_UP = 20;
const ALONE = 200;
const INVOICES = 1000;
/** Two children's meals and mornings of a month. */
const LINES = 30;

/** Invoices that differ, each with its QR code: the time of one asked for alone, and of a thousand in the print room. */
export const invoicePdf: Bench = {
  names: ["invoice_pdf_ms_p50", "invoice_pdf_1000_s"],
  async measure() {
    const times: number[] = [];
    for (let number = 0; number < WARM_UP + ALONE; number++) {
      const begun = performance.now();
      await printInvoice(madeUp(number));
      if (number >= WARM_UP) times.push(performance.now() - begun);
    }
    const begun = performance.now();
    const all = Array.from({ length: INVOICES }, (_, number) => printableInvoice(madeUp(number)));
    const printed = await Promise.all(all.map(printAside));
    const seconds = (performance.now() - begun) / 1000;
    const bytes = printed.reduce((sum, { length }) => sum + length, 0);
    const facts = { invoices: INVOICES, lines: LINES, kb: Math.round(bytes / INVOICES / 1000) };
    return {
      invoice_pdf_ms_p50: {
        value: median(times),
        facts: { ...facts, invoices: ALONE, ...spread(times) },
      },
      invoice_pdf_1000_s: {
        value: seconds,
        facts: { ...facts, mb: Math.round(process.memoryUsage().rss / 2 ** 20) },
      },
    };
  },
};

const madeUp = (number: number) =>
  sheetOf({ number, payerName: `Mme Claire Mesure ${number}`, lines: linesOf(number) });

function linesOf(number: number) {
  return Array.from({ length: LINES }, (_, index) =>
    line(index + 1, {
      participant: index < LINES / 2 ? "Lina" : "Tom",
      activity: index % 10 < 6 ? "Restauration scolaire – Rue" : "Accueil du matin – Rue",
      cents: cents(300 + (number % 90)),
    }),
  ).toSorted((a, b) => (`${a.participant} ${a.activity}` < `${b.participant} ${b.activity}` ? -1 : 1));
}
