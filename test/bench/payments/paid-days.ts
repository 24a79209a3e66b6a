import type { ClientBase } from "pg";

import type { ReportRow } from "./report-file.ts";

/** How the days of measures are paid: so many attempts a day, the last ones not like the others. */
export interface PaidDays {
  readonly account: string;
  readonly days: number;
  readonly perDay: number;
  /** Of each day: paid at the service, and not known here yet. */
  readonly unfinished: number;
  /** Of each day: known here, and not in the report. */
  readonly absent: number;
}

const FIRST = Temporal.PlainDate.from("2026-11-02");

/** The day of this number, from 0. */
export const dayOf = (day: number): Temporal.PlainDate => FIRST.add({ days: day });

/** The reference and the amount of an attempt, as they are written and as a report says them. */
export const paidRow = ({ perDay }: PaidDays, day: number, n: number): ReportRow => ({
  day: dayOf(day),
  refdet: `2026${String(day * perDay + n).padStart(14, "0")}`,
  cents: 100 + (n % 9_000),
});

/** Writes the attempts of all days, their payments and the ledger's entries, as the program would have. */
export async function fillPaidDays(client: ClientBase, of: PaidDays): Promise<void> {
  const { account, days, perDay, unfinished } = of;
  await client.query(
    `insert into gateway_setting (id, opened, origin, account, mode, part_allowed, by_label, at)
     values (gen_random_uuid(), true, 'https://payfip.exemple.fr', $1, 'production', true, 'Mesures',
             '2026-11-01T00:00:00Z')`,
    [account],
  );
  await client.query(
    `insert into payment_attempt (id, household_id, guardian_id, account_id, by_label, email, setting_id, refdet,
                                  amount_cents, year, state, at, reference, page_url)
     select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'Mesures', 'a@exemple.fr', s.id,
            '2026' || lpad((day * $2::integer + n)::text, 14, '0'), 100 + n % 9000, 2026,
            case when n < $3 then 'expired' else 'paid' end,
            ($4::date + day + time '09:00') at time zone 'Europe/Paris', gen_random_uuid()::text, 'https://payfip.exemple.fr/'
     from gateway_setting s
     cross join generate_series(0, $1::integer - 1) as day
     cross join generate_series(0, $2::integer - 1) as n`,
    [days, perDay, unfinished, FIRST.toString()],
  );
  await client.query(
    `insert into payment (id, household_id, guardian_id, means, amount_cents, day, paid_at, attempt_id, at)
     select id, household_id, guardian_id, 'card', amount_cents, at::date, at::date || 'T09:04:00', id, at
     from payment_attempt where state = 'paid'`,
  );
  await client.query(
    `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, source_id, at)
     select household_id, guardian_id, 'payment', 0 - amount_cents, day, id, at from payment`,
  );
  await client.query("analyze");
}
