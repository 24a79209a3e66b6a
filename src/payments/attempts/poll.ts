import type { Background } from "#identity";
import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { GatewayOf } from "../settings/setting.ts";
import { lookUp } from "./look-up.ts";

/** Attempts asked about in one turn: with a service that takes 15 s to say nothing, a turn ends all the same. */
const TURN = 50;
/** When an attempt comes again about which a turn broke off. */
const AGAIN_MINUTES = 5;

/**
 * Asks the service about every attempt whose time has come: a notification may never arrive. One that cannot be asked
 * about keeps no other from its turn.
 */
export async function pollAttempts(context: Background, gatewayOf: GatewayOf): Promise<void> {
  const due = await context.database.write((writes) => takeDue(writes, context.now));
  const failures: unknown[] = [];
  for (const { id } of due)
    await lookUp(context, gatewayOf, { attempt: id, cause: "poll" }).catch((error: unknown) =>
      failures.push(error),
    );
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} look-ups failed`);
}

/**
 * The attempts of this turn, moved behind all others before anything is asked: those about which the client breaks never
 * stand in front of those that it can ask about, and two turns at once do not ask twice. An answer sets its own time.
 */
function takeDue(writes: Writes, now: Temporal.Instant): Promise<{ id: Id<"attempt"> }[]> {
  return writes.rows<{ id: Id<"attempt"> }>(
    "payments_due",
    `update payment_attempt set next_look_up = $1::timestamptz + make_interval(mins => $3)
     where id in (select id from payment_attempt where next_look_up <= $1
                  order by next_look_up limit $2 for update skip locked)
     returning id`,
    [now.toString(), TURN, AGAIN_MINUTES],
  );
}
