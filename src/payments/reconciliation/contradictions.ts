import type { Id } from "#kernel";
import type { Writes } from "#platform";

/**
 * The service answers that an attempt was not paid, of which a report says that it was: an agent looks. Neither the file
 * nor a refusal that may be late decides by itself.
 */
export async function tellContradiction(
  writes: Writes,
  attempt: Id<"attempt">,
  now: Temporal.Instant,
): Promise<void> {
  await writes.run(
    "payments_contradiction_tell",
    `insert into report_difference (report_id, line, kind, attempt_id, refdet, day, there_cents, at)
     select l.report_id, l.line, 'contradicted', a.id, l.refdet, l.day, l.amount_cents, $2
     from payment_attempt a
     join payment_report_line l on l.refdet = a.refdet and l.outcome = 'unfinished'
     where a.id = $1
     on conflict (report_id, line) where line is not null do nothing`,
    [attempt, now.toString()],
  );
}
