import { type Cents, cents } from "#kernel";

/** `02/11/2026`, or `2026-11-02`; undefined when it is no day. */
export function reportDay(written: string): Temporal.PlainDate | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written) ?? [];
  try {
    return Temporal.PlainDate.from(year === undefined ? written : `${year}-${month}-${day}`);
  } catch {
    return undefined;
  }
}

/**
 * `12,50`, `12.50` or `1 234,50`: always two decimals, since `1250` may be euros as well as cents and an amount is never
 * guessed. Undefined when it cannot be read.
 */
export function reportAmount(written: string): Cents | undefined {
  const [, euros, hundredths] = /^(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,9})[.,](\d{2})$/.exec(written) ?? [];
  if (euros === undefined || hundredths === undefined) return undefined;
  return cents(Number(euros.replaceAll(/\D/g, "")) * 100 + Number(hundredths));
}

/** The titles of the columns, whatever their case and accents, and where each stands. */
export function reportColumns(titles: readonly string[]): ReportColumns | undefined {
  const place = (title: string) => titles.findIndex((written) => plain(written) === title);
  const columns = {
    date: place("DATE"),
    refdet: place("REFDET"),
    amount: place("MONTANT"),
    width: titles.length,
  };
  return Math.min(columns.date, columns.refdet, columns.amount) < 0 ? undefined : columns;
}

/** Where the columns that are read stand in a line, and how many there are. */
export interface ReportColumns {
  readonly date: number;
  readonly refdet: number;
  readonly amount: number;
  readonly width: number;
}

function plain(title: string): string {
  return title.normalize("NFD").replaceAll(/\p{M}/gu, "").trim().toUpperCase();
}
