import { cents } from "#kernel";

import { printInvoice } from "../../../src/billing/pdf/print-invoice.ts";
import { line, sheetOf } from "../../billing/made-up-invoice.ts";
import type { Bench } from "../figure.ts";
import { median, spread } from "../statistics.ts";

const WARM_UP = 20;
const INVOICES = 1000;
/** Two children's meals and mornings of a month. */
const LINES = 30;

/** Invoices that differ, each with its QR code: the time of one, and of a thousand one after the other. */
export const invoicePdf: Bench = {
  names: ["invoice_pdf_ms_p50", "invoice_pdf_1000_s"],
  async measure() {
    const times: number[] = [];
    let bytes = 0;
    for (let number = 0; number < WARM_UP + INVOICES; number++) {
      const sheet = sheetOf(
        { number, payerName: `Mme Claire Mesure ${number}`, lines: linesOf(number) },
        number,
      );
      const begun = performance.now();
      const pdf = await printInvoice(sheet);
      if (number < WARM_UP) continue;
      times.push(performance.now() - begun);
      bytes += pdf.length;
    }
    const facts = { invoices: INVOICES, lines: LINES, kb: Math.round(bytes / INVOICES / 1000) };
    return {
      invoice_pdf_ms_p50: { value: median(times), facts: { ...facts, ...spread(times) } },
      invoice_pdf_1000_s: { value: times.reduce((sum, ms) => sum + ms, 0) / 1000, facts },
    };
  },
};

function linesOf(number: number) {
  return Array.from({ length: LINES }, (_, index) =>
    line(index + 1, {
      participant: index < LINES / 2 ? "Lina" : "Tom",
      activity: index % 10 < 6 ? "Restauration scolaire – Rue" : "Accueil du matin – Rue",
      cents: cents(300 + (number % 90)),
    }),
  ).toSorted((a, b) => (`${a.participant} ${a.activity}` < `${b.participant} ${b.activity}` ? -1 : 1));
}
