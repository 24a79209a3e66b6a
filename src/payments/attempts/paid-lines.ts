import { invoiceNumber, settledAtFirst } from "#billing";
import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { Attempt } from "./attempt.ts";
import type { Received } from "./receipt.ts";
import { texts } from "./texts.fr.ts";

/** One line of what a payment did: a document that it paid off, or what is left in the payer's favour. */
export interface PaidLine {
  readonly invoice: Id<"invoice"> | null;
  readonly label: string;
  readonly cents: Cents;
}

/**
 * What a payment on line did to the account when it was written, for its receipt, its print and its mail: the documents
 * that it paid off, whatever the payer had meant, and what became a credit.
 */
export async function paidLines(
  reads: Reads,
  attempt: Attempt,
  { id, cents: amount }: Received,
): Promise<readonly PaidLine[]> {
  const settled = await settledAtFirst(reads, attempt, id);
  if (settled === undefined) return [{ invoice: null, label: texts.credit, cents: amount }];
  const { documents, besides, credit } = settled;
  const apart = [
    { invoice: null, label: texts.besides, cents: besides },
    { invoice: null, label: texts.credit, cents: credit },
  ];
  return [
    ...documents.map((one) => ({ invoice: one.invoice, label: invoiceNumber(one), cents: one.cents })),
    ...apart.filter((one) => one.cents > 0),
  ];
}
