import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import { allocate, type EntryKind } from "../rules/allocation.ts";
import type { InvoiceNumber } from "../rules/invoice-number.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import type { DocumentKind } from "../run/review.ts";
import type { Invoice } from "./read-invoice.ts";
import { accountsOf } from "./reach.ts";
import { ledgerLines, openByInvoice } from "./standing.ts";

/** A line of an account as it is named: a document, or what happened to the money. */
export type NamedEntry =
  | { readonly kind: DocumentKind; readonly invoice: InvoiceNumber & { readonly id: Id<"invoice"> } }
  | {
      readonly kind: Exclude<EntryKind, DocumentKind>;
      readonly invoice: null;
      /** The payment that did this, or that this undoes; null for what has no page of its own. */
      readonly payment: string | null;
      /** How a payment came: « card »; null where it is not told. */
      readonly means: string | null;
    };

/** So much of a document, and what is at the other end of it: what settled an invoice, what a credit note settled. */
export interface SettledPart {
  readonly entry: NamedEntry;
  /** When a payment was made; when a credit note settled it. */
  readonly day: Temporal.PlainDate;
  readonly cents: Cents;
}

/** Where a document stands today. */
export interface InvoiceStanding {
  /** What of it is owed still. */
  readonly open: Cents;
  /** In the order in which they were written. */
  readonly parts: readonly SettledPart[];
}

/** What settled an invoice, or what a credit note settled, and what is owed of it still. */
export async function standingOf(
  reads: Reads,
  {
    id,
    householdId,
    guardianId,
    total,
    issuedOn,
  }: Pick<Invoice, "id" | "householdId" | "guardianId" | "total" | "issuedOn">,
): Promise<InvoiceStanding> {
  const lines =
    (await ledgerLines(reads, accountsOf(householdId, guardianId))).get(
      payerKey({ householdId, guardianId }),
    ) ?? [];
  const own = new Set(lines.flatMap((line) => (line.invoiceId === id ? [line.id] : [])));
  const standing = allocate(lines);
  const shares = new Map<number, number>();
  for (const { credit, debit, cents: amount } of standing.allocations) {
    const [mine, other] = total < 0 ? [credit, debit] : [debit, credit];
    if (own.has(mine)) shares.set(other, (shares.get(other) ?? 0) + amount);
  }
  const open = openByInvoice(lines, standing).get(id) ?? cents(0);
  const parts = shares.size === 0 ? [] : await named(reads, shares);
  // A credit note settles nothing before it is there: an invoice of before is settled on the day of the note.
  return {
    open,
    parts: total < 0 ? parts.map((part) => ({ ...part, day: later(part.day, issuedOn) })) : parts,
  };
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;

interface Row {
  id: number;
  kind: EntryKind;
  day: Temporal.PlainDate;
  payment: string | null;
  means: string | null;
  invoiceId: Id<"invoice"> | null;
  series: string;
  year: number;
  number: number;
}

async function named(reads: Reads, shares: ReadonlyMap<number, number>): Promise<readonly SettledPart[]> {
  const rows = await reads.rows<Row>(
    "billing_settled_parts",
    `select e.id, e.kind, e.day, e.source_id as payment, e.means, e.invoice_id as "invoiceId",
            coalesce(i.series, '') as series, coalesce(i.year, 0) as year, coalesce(i.number, 0) as number
     from ledger_entry e
     left join invoice i on i.id = e.invoice_id
     where e.id = any ($1::bigint[])
     order by e.id`,
    [[...shares.keys()]],
  );
  return rows.map((row) => ({ entry: entryOf(row), day: row.day, cents: cents(shares.get(row.id) ?? 0) }));
}

function entryOf({ id, kind, payment, means, invoiceId, series, year, number }: Row): NamedEntry {
  if (kind !== "invoice" && kind !== "complement" && kind !== "credit_note")
    return { kind, invoice: null, payment, means };
  if (invoiceId === null) throw new Error(`Entry ${id} has no document`);
  return { kind, invoice: { id: invoiceId, series, year, number } };
}
