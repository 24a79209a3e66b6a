/** What numbers an invoice. */
export interface InvoiceNumber {
  readonly series: string;
  readonly year: number;
  readonly number: number;
}

/** « F-2026-000214 »: as it is printed, said on the telephone and written on a transfer. */
export function invoiceNumber({ series, year, number }: InvoiceNumber): string {
  return `${series}-${year}-${String(number).padStart(6, "0")}`;
}
