import { type Cents, cents } from "#kernel";

/** `02/11/2026`, or `2026-11-02`; undefined when it is no day. */
export function reportDay(written: string): Temporal.PlainDate | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written) ?? [];
  try {
    const read = Temporal.PlainDate.from(year === undefined ? written : `${year}-${month}-${day}`);
    return read.year >= 2000 && read.year <= 2999 ? read : undefined;
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

/** The columns that a file always has, then those that are compared where it has them. */
const TITLES = {
  date: "DATE",
  refdet: "REFDET",
  amount: "MONTANT",
  reference: "IDOP",
  account: "NUMCLI",
  result: "RESULTRANS",
  mode: "SAISIE",
} as const;

/** The titles of the columns, whatever their case and accents, and where each stands. */
export function reportColumns(titles: readonly string[]): ReportColumns | undefined {
  const place = (title: string) => titles.findIndex((written) => plain(written) === title);
  const optional = (title: string) => {
    const at = place(title);
    return at < 0 ? null : at;
  };
  const columns = {
    date: place(TITLES.date),
    refdet: place(TITLES.refdet),
    amount: place(TITLES.amount),
    reference: optional(TITLES.reference),
    account: optional(TITLES.account),
    result: optional(TITLES.result),
    mode: optional(TITLES.mode),
    width: titles.length,
  };
  return Math.min(columns.date, columns.refdet, columns.amount) < 0 ? undefined : columns;
}

/** Where the columns that are read stand in a line, and how many there are; null for what a file does not have. */
export interface ReportColumns {
  readonly date: number;
  readonly refdet: number;
  readonly amount: number;
  readonly reference: number | null;
  readonly account: number | null;
  readonly result: number | null;
  readonly mode: number | null;
  readonly width: number;
}

function plain(title: string): string {
  return title.normalize("NFD").replaceAll(/\p{M}/gu, "").trim().toUpperCase();
}
