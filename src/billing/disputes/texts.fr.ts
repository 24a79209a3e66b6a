import { invoiceNumber, type InvoiceNumber } from "../rules/invoice-number.ts";

/** « Contestation de la facture F-2026-000214, ligne 3 ». */
export const disputeTitle = (invoice: InvoiceNumber, position: number): string =>
  `Contestation de la facture ${invoiceNumber(invoice)}, ligne\u00a0${position}`;
