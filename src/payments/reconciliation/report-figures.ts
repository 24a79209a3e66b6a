import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { AttemptState } from "../attempts/attempt-course.ts";
import type { LineOutcome } from "./compare-lines.ts";

/** So many lines of one kind, and what they come to. */
export interface OutcomeTotal {
  readonly outcome: LineOutcome;
  readonly count: number;
  readonly cents: number;
}

/** What the lines of a report were found to be, the differences first. */
export function outcomeTotals(reads: Reads, report: Id<"report">): Promise<OutcomeTotal[]> {
  return reads.rows<OutcomeTotal>(
    "payments_report_totals",
    `select outcome, count(*)::integer as count, coalesce(sum(amount_cents), 0)::bigint as cents
     from payment_report_line where report_id = $1
     group by outcome
     order by outcome in ('agrees', 'activation', 'repeated', 'unpaid'), outcome`,
    [report],
  );
}

/** A day of a report: what PayFiP says was paid, and what the accounts of families hold. */
export interface ReportedDay {
  readonly day: Temporal.PlainDate;
  readonly whole: boolean;
  readonly thereCount: number;
  readonly there: number;
  readonly hereCount: number;
  readonly here: number;
}

/**
 * The days of a report, in order: every line of every report of the account once, against the ledger's entries of the
 * payments on line of that account. The authority's own payments of activation are in no family's account.
 */
export function reportedDays(
  reads: Reads,
  of: { report: Id<"report">; account: string; count: number },
): Promise<ReportedDay[]> {
  return reads.rows<ReportedDay>(
    "payments_report_days_read",
    `with own as (
       select day from payment_report_day where report_id = $1
       union
       select day from payment_report_line where report_id = $1 and day is not null
       order by day limit $3
     )
     select own.day,
            exists (select from payment_report_day d where d.account = $2 and d.day = own.day and d.whole) as whole,
            there.count as "thereCount", there.cents as there, here.count as "hereCount", here.cents as here
     from own
     cross join lateral (
       select count(*)::integer as count, coalesce(sum(l.amount_cents), 0)::bigint as cents
       from payment_report_line l
       join payment_report r on r.id = l.report_id and r.account = $2
       where l.day = own.day and l.outcome not in ('activation', 'repeated', 'unpaid', 'elsewhere')
     ) there
     cross join lateral (
       select count(*)::integer as count, coalesce(sum(e.cents), 0)::bigint as cents
       from payment p
       join payment_attempt a on a.id = p.attempt_id
       join gateway_setting s on s.id = a.setting_id and s.account = $2
       join billing_payment_entry e on e.payment_id = p.id
       where p.day = own.day
     ) here
     order by own.day`,
    [of.report, of.account, of.count],
  );
}

/** A line as the page shows it, with what has become of its attempt since. */
export interface ShownLine {
  readonly line: number;
  readonly day: Temporal.PlainDate | null;
  readonly refdet: string | null;
  readonly cents: Cents | null;
  readonly outcome: LineOutcome;
  readonly attemptId: Id<"attempt"> | null;
  readonly state: AttemptState | null;
  /** Whether a payment stands in the account now. */
  readonly paid: boolean;
}

/** Lines of a report in the order of the file, a page of them. */
export function reportLines(
  reads: Reads,
  of: { report: Id<"report">; after: number; count: number },
): Promise<ShownLine[]> {
  return reads.rows<ShownLine>(
    "payments_report_lines",
    `select l.line, l.day, l.refdet, l.amount_cents as cents, l.outcome, a.id as "attemptId", a.state,
            p.id is not null as paid
     from (select * from payment_report_line where report_id = $1 order by line limit $3 offset $2) l
     left join payment_attempt a on a.refdet = l.refdet
     left join payment p on p.attempt_id = a.id
     order by l.line`,
    [of.report, of.after, of.count],
  );
}
