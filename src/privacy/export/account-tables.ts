import { formatDecimal } from "#kernel";
import { frenchCsv, type Reads } from "#platform";

import { texts } from "./texts.fr.ts";
import type { OwnData } from "./whose-data.ts";

/** A table of the copy, as a spreadsheet reads it. */
interface Table {
  readonly name: string;
  readonly read: (reads: Reads, own: OwnData) => Promise<string>;
}

type Cell = string | number | Temporal.PlainDate | null;

/** A table from a statement whose columns are cells in this order; amounts are cents. */
function table(
  name: string,
  columns: readonly string[],
  {
    statement,
    sql,
    of,
    amounts = [],
  }: {
    readonly statement: string;
    readonly sql: string;
    readonly of: (own: OwnData) => readonly (string | readonly string[])[];
    readonly amounts?: readonly string[];
  },
): Table {
  return {
    name,
    async read(reads, own) {
      const rows = await reads.rows<Record<string, Cell>>(statement, sql, of(own));
      const lines = rows.map((row) =>
        Object.entries(row).map(([key, cell]) => (amounts.includes(key) ? amount(cell) : said(cell))),
      );
      return frenchCsv(columns, lines);
    },
  };
}

const said = (cell: Cell): string => (cell === null ? "" : String(cell));
const amount = (cell: Cell): string => (cell === null ? "" : formatDecimal((Number(cell) / 100).toFixed(2)));

const { columns, files } = texts;
const reached = ({ reach }: OwnData) => [reach.householdIds, reach.withheldIds];
const self = ({ guardianId }: OwnData) => [guardianId];

/** What was enrolled, booked, invoiced, paid and declared. Invoices and accounts are one's own, never another payer's. */
export const accountTables: readonly Table[] = [
  table(files.enrolments, columns.enrolments, {
    statement: "privacy_enrolments",
    sql: `select p.first_name as child, unit.activity_name as activity, e.first_day, e.last_day
          from bookings_enrolment_card e
          join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
          join lateral (select activity_name from activities_unit_card where activity_id = e.activity_id limit 1) unit on true
          where e.household_id = any ($1::uuid[]) and e.participant_id <> all ($2::uuid[])
          order by e.first_day, child, activity`,
    of: reached,
  }),
  table(files.bookings, columns.bookings, {
    statement: "privacy_bookings",
    sql: `select b.date, p.first_name as child, unit.unit_name, unit.activity_name, unit.site_name
          from bookings_booked b
          join families_participant_card p on p.participant_id = b.participant_id and p.household_id = b.household_id
          join activities_unit_card unit on unit.unit_id = b.unit_id
          where b.household_id = any ($1::uuid[]) and b.participant_id <> all ($2::uuid[])
          order by b.date, child, unit.unit_name`,
    of: reached,
  }),
  table(files.invoices, columns.invoices, {
    statement: "privacy_invoices",
    sql: `select series || '-' || year || '-' || lpad(number::text, 6, '0') as number, to_char(month, 'YYYY-MM') as month,
                 due_on, total_cents, payer_name
          from billing_invoice_card where guardian_id = $1 order by month, series, year, number`,
    of: self,
    amounts: ["total_cents"],
  }),
  table(files.payments, columns.payments, {
    statement: "privacy_payments",
    sql: `select day, cents from billing_payment_entry where guardian_id = $1 order by day`,
    of: self,
    amounts: ["cents"],
  }),
  table(files.income, columns.income, {
    statement: "privacy_income",
    sql: `select received_on, situation_on, first_day, last_day, value_hundredths, resources_cents, dependent_children,
                 scheme
          from pricing_income_said where household_id = any ($1::uuid[]) order by received_on, first_day`,
    of: ({ reach }) => [reach.householdIds],
    amounts: ["value_hundredths", "resources_cents"],
  }),
];
