import type { Id } from "#kernel";
import type { SchemaDatabase } from "#platform";

/** All that was issued, as an auditor reads it. */
export async function books(database: SchemaDatabase) {
  return database.read(async (reads) => ({
    /** What each source of each payer and month was charged. */
    charged: await reads.rows<{
      month: Temporal.PlainDate;
      householdId: Id<"household">;
      guardianId: Id<"guardian">;
      sourceKey: string;
      cents: number;
    }>(
      "test_charged",
      `select r.month, c.household_id as "householdId", c.guardian_id as "guardianId", c.source_key as "sourceKey",
              sum(c.amount_cents)::integer as cents
       from billing_run r join charge c on c.run_id = r.id
       where r.state = 'issued'
       group by r.month, c.household_id, c.guardian_id, c.source_key
       order by r.month, c.household_id, c.guardian_id, c.source_key`,
    ),
    /** Documents whose total is not the sum of their lines, or not what the account holds. */
    wrongTotals: await reads.rows<{ id: string }>(
      "test_wrong_totals",
      `select i.id from invoice i
       left join lateral (select sum(c.amount_cents) as lines, min(l.position) as first, max(l.position) as last,
                                 count(*) as count
                          from invoice_line l join charge c on c.id = l.charge_id where l.invoice_id = i.id) s on true
       left join ledger_entry e on e.invoice_id = i.id
       where s.lines is distinct from i.total_cents or e.amount_cents is distinct from i.total_cents
          or s.first <> 1 or s.last <> s.count`,
    ),
    /** Documents with lines to pay beside lines given back: the Treasury takes none. */
    bothSigns: await reads.rows<{ id: string }>(
      "test_both_signs",
      `select l.invoice_id as id from invoice_line l join charge c on c.id = l.charge_id
       group by l.invoice_id having min(c.amount_cents) < 0 and max(c.amount_cents) > 0`,
    ),
    /** Series with a number that is missing, or that stopped before the last one given. */
    holes: await reads.rows<{ series: string }>(
      "test_holes",
      `select s.series from invoice_counter s
       left join (select series, year, count(*) as count, max(number) as last from invoice group by series, year) i
         on i.series = s.series and i.year = s.year
       where coalesce(i.count, 0) <> s.last_number or coalesce(i.last, 0) <> s.last_number`,
    ),
    /** Lines of issued runs on no document, that do not wait either; and those that do both. */
    lost: await reads.rows<{ id: string }>(
      "test_lost_lines",
      `select c.id from billing_run r join charge c on c.run_id = r.id
       left join invoice_line l on l.charge_id = c.id
       left join carried_charge w on w.charge_id = c.id and w.invoice_id is null
       where r.state = 'issued' and c.amount_cents <> 0 and (l.charge_id is null) = (w.charge_id is null)`,
    ),
    invoices: await reads.rows<{
      series: string;
      number: number;
      kind: string;
      cents: number;
      householdId: Id<"household">;
      guardianId: Id<"guardian">;
      month: Temporal.PlainDate;
    }>(
      "test_invoices",
      `select series, number, kind, total_cents as cents, household_id as "householdId",
              guardian_id as "guardianId", month
       from invoice order by series, year, number`,
    ),
    waiting: await reads.rows<{ householdId: Id<"household">; cents: number }>(
      "test_waiting",
      `select w.household_id as "householdId", sum(c.amount_cents)::integer as cents
       from carried_charge w join charge c on c.id = w.charge_id where w.invoice_id is null group by w.household_id`,
    ),
  }));
}
