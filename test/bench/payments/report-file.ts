/** One payment of a report. */
export interface ReportRow {
  readonly day: Temporal.PlainDate;
  readonly refdet: string;
  readonly cents: number;
}

/** A report of these payments, as PayFiP writes it. */
export function reportFile(account: string, day: Temporal.PlainDate, rows: readonly ReportRow[]): string {
  const total = rows.reduce((sum, { cents }) => sum + cents, 0);
  return [
    `EN-TETE;${account};${french(day)}`,
    "LIGNE;DATE;REFDET;MONTANT",
    ...rows.map((row) => `LIGNE;${french(row.day)};${row.refdet};${euros(row.cents)}`),
    `PIED-DE-PAGE;${rows.length};${euros(total)}`,
    "",
  ].join("\r\n");
}

function french({ day, month, year }: Temporal.PlainDate): string {
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

function euros(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
}
