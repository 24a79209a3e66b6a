import type { Id } from "#kernel";

import type { NamedEntry } from "../../account/invoice-standing.ts";
import { texts } from "../family/texts.fr.ts";
import { texts as words } from "./texts.fr.ts";

interface EntryNameProps {
  readonly entry: NamedEntry;
  /** Where a document is read. */
  readonly invoiceHref: (id: Id<"invoice">) => string;
  /** Where a payment is told; null where it is not. */
  readonly paymentHref: (id: string) => string | null;
}

/** Lines that one payment made. */
const OF_A_PAYMENT: readonly NamedEntry["kind"][] = ["payment", "reversal"];

/** What a line of an account is: its document or its payment, with the way to it. */
export function EntryName({ entry, invoiceHref, paymentHref }: EntryNameProps) {
  if (entry.invoice !== null)
    return <a href={invoiceHref(entry.invoice.id)}>{words.title(entry.kind, entry.invoice)}</a>;
  const name = texts.moneyName(entry.kind, entry.means);
  const href =
    entry.payment === null || !OF_A_PAYMENT.includes(entry.kind) ? null : paymentHref(entry.payment);
  return href === null ? name : <a href={href}>{name}</a>;
}
