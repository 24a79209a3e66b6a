import { invoiceNumber } from "#billing";
import type { Authority } from "#identity";
import { formatCents } from "#kernel";
import { printPdf, type Answer } from "#platform";

import type { DeskReceipt } from "../desk/desk-receipt.ts";
import { words as shared } from "../desk/words.fr.ts";
import { texts } from "../pages/agent/desk/take-texts.fr.ts";
import { creditOf, deskPlaceWords, receiptLines, refundSentence } from "../pages/shared/receipt-facts.tsx";

const words = texts.receipt;

/** A numbered receipt as a file to print: « quittance-2026-000012.pdf ». */
export async function deskReceiptFile(
  receipt: DeskReceipt,
  { name, brand }: Pick<Authority, "name" | "brand">,
): Promise<Answer> {
  const number = shared.number(receipt);
  const credit = creditOf(receipt);
  const { phone, email } = brand.contact;
  return {
    kind: "file",
    name: words.file(number),
    type: "application/pdf",
    body: await printPdf({
      template: "src/payments/pdf/receipt.typ",
      data: {
        title: words.title(number),
        authority: { name, lines: [receipt.regie, phone, email].filter((line) => line !== "") },
        lead: receiptLines(receipt).map(([term, value]) => `${term} : ${value}.`),
        columns: [texts.confirm.columns.invoice, texts.confirm.columns.amount],
        rows: [
          ...receipt.settles.map((one) => [invoiceNumber(one), formatCents(one.cents)]),
          ...(credit > 0 ? [[words.facts.credit, formatCents(credit)]] : []),
        ],
        total: [words.facts.amount, formatCents(receipt.cents)],
        notes: [
          ...receipt.places.map((place) => words.books(deskPlaceWords(place))),
          ...(receipt.reversedOn === null
            ? [words.acknowledges]
            : [`${words.cancelled(receipt.reversedOn)}. ${words.cancelledMore(receipt.reversedWhy ?? "")}`]),
          ...receipt.refunds.map(refundSentence),
        ],
      },
      at: receipt.at,
    }),
  };
}
