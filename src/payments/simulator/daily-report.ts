import { parisDateTime } from "#kernel";

import type { SimulatedAttempt } from "./attempt.ts";

/** The file that an authority imports to reconcile a day: a head, titles, a line for each payment, a foot with the totals. */
export function dailyReport(
  day: Temporal.PlainDate,
  numcli: string,
  paid: readonly SimulatedAttempt[],
): string {
  const total = paid.reduce((sum, { montant }) => sum + Number(montant), 0);
  const rows = [
    ["EN-TETE", numcli, french(day)],
    ["LIGNE", "DATE", "REFDET", "MONTANT"],
    ...paid.map(({ refdet, montant, result }) => [
      "LIGNE",
      french(result === null ? day : parisDateTime(Temporal.Instant.from(result.at)).toPlainDate()),
      refdet,
      euros(Number(montant)),
    ]),
    ["PIED-DE-PAGE", String(paid.length), euros(total)],
  ];
  return rows.map((row) => `${row.join(";")}\r\n`).join("");
}

function french({ day, month, year }: Temporal.PlainDate): string {
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

function euros(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
}
