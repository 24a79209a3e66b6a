import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** The service was asked and did not answer: when, and when it is asked again; null: not by itself. */
export interface Silence {
  readonly at: Temporal.Instant;
  readonly next: Temporal.Instant | null;
}

/** The last look-up of an attempt where the service did not answer it; undefined where it did, or was never asked. */
export async function lastSilence(reads: Reads, attempt: Id<"attempt">): Promise<Silence | undefined> {
  const last = await reads.row<Silence & { silent: boolean }>(
    "payments_last_look_up",
    `select l.at, a.next_look_up as next, coalesce(l.answer ->> 'code' = 'unavailable', false) as silent
     from look_up_entry l
     join payment_attempt a on a.id = l.attempt_id
     where l.attempt_id = $1
     order by l.id desc limit 1`,
    [attempt],
  );
  return last?.silent === true ? last : undefined;
}
