import type { Reads } from "#platform";

import type { Channel } from "./outbox.ts";

/** A message that did not leave: tried and waiting, or refused for good. */
export interface TroubledMessage {
  readonly messageId: string;
  readonly channel: Channel;
  readonly to: string;
  /** Empty for a text message: what it says is between the authority and its reader. */
  readonly subject: string;
  readonly writtenAt: Temporal.Instant;
  readonly state: "waiting" | "refused";
  readonly attempts: number;
  /** When it is tried again; null once it was refused. */
  readonly nextAttempt: Temporal.Instant | null;
  readonly answer: string | null;
}

/** Messages that wait after a failed attempt, and those refused since `since`: the last written first, `most` at once. */
export function troubledMessages(
  reads: Reads,
  { since, most }: { since: Temporal.Instant; most: number },
): Promise<TroubledMessage[]> {
  return reads.rows<TroubledMessage>(
    "troubled_messages",
    `select id as "messageId", channel, to_address as "to", subject, written_at as "writtenAt", state, attempts,
            case state when 'waiting' then next_attempt end as "nextAttempt", last_answer as answer
     from outbox_message
     where state = 'waiting' and attempts > 0 or state = 'refused' and settled_at >= $1
     order by written_at desc, id limit $2`,
    [since.toString(), most],
  );
}
