import { parisInstant } from "#kernel";
import { printPdf, type Answer, type Printable } from "#platform";

import { invoiceNumber } from "../rules/invoice-number.ts";
import { invoiceSheet, type SheetOf } from "./invoice-sheet.ts";

/** The PDF of a document: the same bytes whenever it is asked for, as long as the authority's contact is the same. */
export function printInvoice(of: SheetOf): Promise<Uint8Array> {
  return printPdf(printableInvoice(of));
}

/** What is printed of one document. */
export function printableInvoice(of: SheetOf): Printable {
  const sheet = invoiceSheet(of);
  return {
    template: "src/billing/pdf/invoice.typ",
    data: { title: sheet.title, sheets: [sheet] },
    at: parisInstant(of.invoice.issuedOn, new Temporal.PlainTime()),
  };
}

/** The PDF as a file to download: « facture-F-2026-000012.pdf », « avoir-A-2026-000003.pdf ». */
export async function invoiceFile(of: SheetOf): Promise<Answer> {
  const { kind } = of.invoice;
  const noun = kind === "credit_note" ? "avoir" : kind === "complement" ? "complement" : "facture";
  return {
    kind: "file",
    name: `${noun}-${invoiceNumber(of.invoice)}.pdf`,
    type: "application/pdf",
    body: await printInvoice(of),
  };
}
