import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { InvoiceNumber } from "../rules/invoice-number.ts";
import type { DocumentKind } from "../run/review.ts";

/** A later document that corrects a line, and by how much. */
export interface LineCorrection extends InvoiceNumber {
  readonly id: Id<"invoice">;
  readonly kind: DocumentKind;
  readonly cents: Cents;
}

/** Corrections of a document's lines, by the source of the line. */
export type Corrections = ReadonlyMap<string, readonly LineCorrection[]>;

/** What issued documents correct of another one, the oldest first; a correction of the correction is told on that one. */
export async function correctionsOf(reads: Reads, id: Id<"invoice">): Promise<Corrections> {
  const rows = await reads.rows<LineCorrection & { sourceKey: string }>(
    "billing_line_corrections",
    `select c.source_key as "sourceKey", c.amount_cents as cents, i.id, i.kind, i.series, i.year, i.number
     from charge c
     join invoice_line l on l.charge_id = c.id
     join invoice i on i.id = l.invoice_id
     where c.corrects = $1
     order by i.issued_on, i.series, i.year, i.number`,
    [id],
  );
  return Map.groupBy(rows, ({ sourceKey }) => sourceKey);
}
