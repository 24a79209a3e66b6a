import type { Cents } from "#kernel";

/** Where a document stands. `confirming`: somebody has been sent to pay it, and the answer is not known yet. */
export type InvoiceState = "due" | "overdue" | "partly" | "settled" | "confirming" | "credit";

/**
 * @rule Où en est une facture
 *
 * « À régler » jusqu’à sa date limite comprise, « en retard » à partir du lendemain, « une partie est réglée » quand une part
 * est réglée, « tout est réglé » quand il ne reste rien. Tant qu’un paiement en ligne n’a pas sa réponse, elle est « paiement en
 * cours de confirmation ». Un avoir se déduit de ce qui est dû.
 *
 * Exemple : 40,00 € à régler avant le 12 décembre 2026 ; le 12 au soir la facture est encore à régler, le 13 elle est en
 * retard.
 */
export function invoiceState(
  of: { total: Cents; open: Cents; dueOn: Temporal.PlainDate; paying: boolean },
  today: Temporal.PlainDate,
): InvoiceState {
  if (of.total < 0) return "credit";
  if (of.open === 0) return "settled";
  if (of.paying) return "confirming";
  if (Temporal.PlainDate.compare(of.dueOn, today) < 0) return "overdue";
  return of.open < of.total ? "partly" : "due";
}
