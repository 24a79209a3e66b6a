import type { Writes } from "#platform";

/** Two reports at once would each count a line that both hold, and hold attempts in two orders. */
export async function oneAtATime(writes: Writes): Promise<void> {
  await writes.rows(
    "payments_reports_lock",
    "select pg_advisory_xact_lock(hashtextextended('payment_report ' || current_schema(), 0))::text as held",
  );
}
