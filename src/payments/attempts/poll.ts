import type { Background } from "#identity";
import type { Id } from "#kernel";

import type { GatewayOf } from "../settings/setting.ts";
import { lookUp } from "./look-up.ts";

/** Attempts asked about in one turn: with a service that takes 15 s to say nothing, a turn ends all the same. */
const TURN = 50;

/**
 * Asks the service about every attempt whose time has come: a notification may never arrive. One that cannot be asked
 * about keeps no other from its turn.
 */
export async function pollAttempts(context: Background, gatewayOf: GatewayOf): Promise<void> {
  const due = await context.database.read((reads) =>
    reads.rows<{ id: Id<"attempt"> }>(
      "payments_due",
      `select id from payment_attempt where next_look_up <= $1 order by next_look_up limit $2`,
      [context.now.toString(), TURN],
    ),
  );
  const failures: unknown[] = [];
  for (const { id } of due)
    await lookUp(context, gatewayOf, { attempt: id, cause: "poll" }).catch((error: unknown) =>
      failures.push(error),
    );
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} look-ups failed`);
}
