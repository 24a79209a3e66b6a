import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** The service did not answer: when it was asked, and when it is asked again; null: nobody can say when. */
export interface Silence {
  readonly at: Temporal.Instant;
  readonly next: Temporal.Instant | null;
  /** It was not asked at all: it has been silent, and is asked again as soon as it answers somebody. */
  readonly resting: boolean;
}

/** The last look-up of an attempt where the service did not answer it; undefined where it did, or was never asked. */
export async function lastSilence(
  reads: Reads,
  attempt: Id<"attempt">,
  now: Temporal.Instant,
): Promise<Silence | undefined> {
  const last = await reads.row<Silence & { silent: boolean }>(
    "payments_last_look_up",
    // A time that is over was the poll's, which found the service at rest or others before: no hour can be told.
    `select l.at, case when a.next_look_up > $2 then a.next_look_up end as next,
            coalesce(l.answer ->> 'code' = 'unavailable', false) as silent, l.answer ? 'resting' as resting
     from look_up_entry l
     join payment_attempt a on a.id = l.attempt_id
     where l.attempt_id = $1
     order by l.id desc limit 1`,
    [attempt, now.toString()],
  );
  return last?.silent === true ? last : undefined;
}
