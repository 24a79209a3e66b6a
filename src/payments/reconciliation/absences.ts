import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

/** How far back a payment may be missed: what is older is settled with the accountant. */
const DAYS_BACK = 60;

/** Keeps the days that a report speaks of; of a day that was not over, it may lack the last payments. */
export async function keepDays(
  writes: Writes,
  of: {
    report: Id<"report">;
    account: string;
    days: readonly Temporal.PlainDate[];
    handedIn: Temporal.PlainDate;
  },
): Promise<void> {
  const { report, account, days, handedIn } = of;
  await writes.run(
    "payments_report_days",
    `insert into payment_report_day (report_id, account, day, whole)
     select $1, $2, day, day < $4::date from unnest($3::date[]) as day`,
    [report, account, [...new Set(days.map(String))], handedIn.toString()],
  );
}

/** Payments that an earlier report lacked and that this one holds: nothing is left to settle. */
export async function healAbsences(
  writes: Writes,
  of: { report: Id<"report">; why: string; by: string; now: Temporal.Instant },
): Promise<void> {
  const { report, why, by, now } = of;
  await writes.run(
    "payments_absences_heal",
    `update report_difference d set outcome = 'found', why = $2, settled_by = $3, settled_at = $4
     from payment_report_line l
     where l.report_id = $1 and l.refdet = d.refdet and d.kind = 'absent' and d.settled_at is null`,
    [report, why, by, now.toString()],
  );
}

/**
 * @rule Un paiement absent du relevé de son jour
 *
 * Un paiement que le compte porte et qu’aucun relevé de son jour n’a attend un agent, dès que ce jour est fini. Un relevé
 * importé avant la fin de son jour ne dit rien de ce qui a été payé après l’import. Les soixante derniers jours sont revus
 * à chaque relevé et chaque nuit : un paiement peut être connu après le relevé de son jour.
 *
 * Exemple : le relevé du 13 novembre est importé le 13 à midi ; 2,00 € payés le 13 à 10 h n’y sont pas. Le 14, l’écart est
 * signalé ; 3,00 € payés le 13 à 15 h attendent le relevé du jour entier.
 *
 * @param of.report the report that is compared; null at night: the last one of the payment's day tells it
 */
export async function tellAbsences(
  writes: Writes,
  of: { report: Id<"report"> | null; account: string; now: Temporal.Instant },
): Promise<void> {
  const { report, account, now } = of;
  await writes.run(
    "payments_absences_tell",
    `insert into report_difference (report_id, kind, attempt_id, refdet, day, here_cents, at)
     select coalesce($1, of_day.report_id), 'absent', a.id, a.refdet, p.day, e.cents, $3
     from payment p
     join payment_attempt a on a.id = p.attempt_id
     join gateway_setting s on s.id = a.setting_id and s.account = $2
     cross join lateral (
       select d.report_id
       from payment_report_day d
       join payment_report r on r.id = d.report_id
       where d.account = $2 and d.day = p.day
         and (d.whole or coalesce(p.paid_at::timestamp at time zone 'Europe/Paris', p.at) <= r.at)
       order by r.at desc
       limit 1
     ) of_day
     left join billing_payment_entry e on e.payment_id = p.id
     where p.day between ($3::timestamptz at time zone 'Europe/Paris')::date - $4::integer
                     and ($3::timestamptz at time zone 'Europe/Paris')::date - 1
       and not exists (select from payment_report_line l where l.refdet = a.refdet)
     on conflict (attempt_id) where kind = 'absent' do nothing`,
    [report, account, now.toString(), DAYS_BACK],
  );
}

/** A day of which no whole report came, and what is known here of it. */
export interface MissingDay {
  readonly day: Temporal.PlainDate;
  readonly count: number;
  readonly cents: number;
  /** One came before the day was over. */
  readonly partial: boolean;
}

/**
 * The days until yesterday of which no whole report came, since the first payment of this account or the first report,
 * at most so many days back; the last one first.
 */
export function missingDays(
  reads: Reads,
  of: { account: string; today: Temporal.PlainDate; back: number },
): Promise<MissingDay[]> {
  const { account, today, back } = of;
  return reads.rows<MissingDay>(
    "payments_days_missing",
    `with paid as (
       select p.day, count(*)::integer as count, sum(p.amount_cents)::bigint as cents
       from payment p
       join payment_attempt a on a.id = p.attempt_id
       join gateway_setting s on s.id = a.setting_id and s.account = $1
       where p.day >= $2::date - $3::integer and p.day < $2::date
       group by p.day
     ), reported as (
       select day, bool_or(whole) as whole from payment_report_day
       where account = $1 and day >= $2::date - $3::integer
       group by day
     ), first as (
       select least((select min(day) from paid), (select min(day) from reported)) as day
     )
     select each.day::date as day, coalesce(p.count, 0) as count, coalesce(p.cents, 0) as cents,
            r.day is not null as partial
     from first f
     cross join generate_series(f.day, $2::date - 1, interval '1 day') as each (day)
     left join paid p on p.day = each.day::date
     left join reported r on r.day = each.day::date
     where r.whole is not true
     order by each.day desc`,
    [account, today.toString(), back],
  );
}
