import type { ClientBase } from "pg";

import { createTown } from "../data/directory.ts";
import { familyStatements } from "../data/families.ts";
import { BENCH_ID_FUNCTION } from "../data/ids.ts";
import { offerStatements, PAST_DAYS } from "../data/offer.ts";
import { openSessions } from "../data/sessions.ts";
import { CHILDREN, type Town } from "../data/town.ts";
import { vacuumWritten } from "../data/vacuum-written.ts";

/** A town whose bookings all lie in the last whole month: exactly `bookings` of them, on canteen days. */
export async function fillMonth(client: ClientBase, town: Town, now: Temporal.Instant): Promise<string> {
  const today = now.toZonedDateTimeISO("Europe/Paris").toPlainDate();
  const month = today.toPlainYearMonth().subtract({ months: 1 });
  await client.query("set session_replication_role = replica");
  await client.query(BENCH_ID_FUNCTION);
  await createTown(client, town, now);
  const statements = [
    ...familyStatements(town),
    ...offerStatements(town, today.toString()),
    `insert into booking (id, slot_id, participant_id, household_id, enrolment_id, booked_at)
     select pg_temp.bench_id('booking', n * 1000 + d), slot.id, pg_temp.bench_id('participant', n),
            pg_temp.bench_id('household', (n + 2) / 3), pg_temp.bench_id('enrolment', n),
            slot.starts_at - interval '20 days'
     from generate_series(0, ${PAST_DAYS}) d
     cross join generate_series(1, ${town.households * CHILDREN}) n
     join slot on slot.id = pg_temp.bench_id('slot', (1 + (n + 2) / 3 % ${town.canteens}) * 1000 + d)
     where slot.date >= '${month.toString()}-01'
     order by d, n
     limit ${town.bookings}`,
    // A quotient of its own for each household, from 100 to 1,999.
    `insert into qf_entry (id, household_id, value_hundredths, scheme, source, situation_on, received_on, first_day, to_check,
                           by_label, at)
     select gen_random_uuid(), pg_temp.bench_id('household', h), 100 * (100 + h * 37 % 1900), 'caf', 'agent', '2020-01-01',
            '2020-01-01', '2020-01-01', false, 'Mesures', now()
     from generate_series(1, ${town.households}) h`,
  ];
  for (const statement of statements) await client.query(statement);
  await openSessions(client, town);
  await vacuumWritten(client);
  await client.query("checkpoint");
  return month.toString();
}

/**
 * Five years of invoices for every household of a town: one a month with its entry, and twenty lines each for the last
 * of them, which is the one that is read.
 */
export const HISTORY = [
  `insert into billing_run (id, month, state, account_id, by_label, started_at, payers_expected, ended_at, ended_by)
   select pg_temp.bench_id('run', m), first, 'issued', gen_random_uuid(), 'Mesures', now(), 1, now(), 'Mesures'
   from generate_series(1, 60) m,
        lateral (select (date_trunc('month', now()) - (m || ' months')::interval)::date as first) dated`,
  `insert into invoice (id, run_id, series, year, number, kind, household_id, guardian_id, month, issued_on, due_on,
                        total_cents, payer_name, address_line, postcode, commune)
   select pg_temp.bench_id('invoice', h * 100 + m), r.id, 'F', extract(year from r.month), m * 100000 + h, 'invoice',
          pg_temp.bench_id('household', h), pg_temp.bench_id('guardian', 2 * h - 1), r.month, r.month + 31,
          r.month + 61, 8000, 'Mme Claire Mesure', h || ' rue des Tilleuls', '80120', 'Rue'
   from generate_series(1, 60) m
   join billing_run r on r.id = pg_temp.bench_id('run', m)
   cross join generate_series(1, (select count(*) from household)) h`,
  `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, invoice_id, at)
   select household_id, guardian_id, kind, total_cents, issued_on, id, now() from invoice order by month, number`,
  `insert into charge (id, run_id, household_id, guardian_id, participant_id, participant_name, activity_id,
                       activity_name, unit_id, unit_name, day, source_key, kind, amount_cents, owed_cents, facts)
   select pg_temp.bench_id('charge', h * 100 + n), pg_temp.bench_id('run', 1), pg_temp.bench_id('household', h),
          pg_temp.bench_id('guardian', 2 * h - 1), pg_temp.bench_id('participant', 3 * h), 'Louise', null,
          'Restauration scolaire', null, 'Repas', i.month + n - 1, 'booking:' || gen_random_uuid(), 'unit', 400, 400,
          '{"why": [{"fact": "qf", "value": "640", "from": "2026-01-01", "until": null},
                    {"fact": "amount", "euros": "4.00"}], "priced": {}, "attended": true}'
   from generate_series(1, (select count(*) from household)) h
   join invoice i on i.id = pg_temp.bench_id('invoice', h * 100 + 1)
   cross join generate_series(1, 20) n`,
  `insert into invoice_line (invoice_id, position, charge_id)
   select pg_temp.bench_id('invoice', h * 100 + 1), n, pg_temp.bench_id('charge', h * 100 + n)
   from generate_series(1, (select count(*) from household)) h
   cross join generate_series(1, 20) n`,
];
