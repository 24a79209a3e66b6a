import type { Background } from "#identity";
import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { GatewayOf } from "../settings/setting.ts";
import { lookUp } from "./look-up.ts";

/** Attempts taken together: with a service that takes 15 s to say nothing, a turn ends all the same. */
const BATCH = 50;
/** So many of them are asked about at the same moment. */
const SIDE_BY_SIDE = 8;
/** A turn asks about no more than so many: the next one, a minute later, goes on. */
const MOST_BATCHES = 60;
/** It takes no batch more after so long: it holds one of the program's two workers. */
const LONGEST_TURN_MS = 60_000;
/** When an attempt comes again about which a turn broke off. */
const AGAIN_MINUTES = 5;

/**
 * Asks the service about every attempt whose time has come: a notification may never arrive. One that cannot be asked
 * about keeps no other from its turn; a service that answers nothing of a whole batch is left alone until the next turn.
 * @param elapsed milliseconds that only go forward; the machine's unless a test says otherwise
 */
export async function pollAttempts(
  context: Background,
  gatewayOf: GatewayOf,
  elapsed: () => number = () => performance.now(),
): Promise<void> {
  const failures: unknown[] = [];
  const begun = elapsed();
  for (let batch = 1; batch <= MOST_BATCHES; batch++) {
    const due = await context.database.write((writes) => takeDue(writes, context.now));
    let answers = 0;
    const listening = heard(gatewayOf, () => answers++);
    await sideBySide(due, async ({ id }) => {
      await lookUp(context, listening, { attempt: id, cause: "poll" }).catch((error: unknown) =>
        failures.push(error),
      );
    });
    if (due.length < BATCH || answers === 0 || elapsed() - begun > LONGEST_TURN_MS) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} look-ups failed`);
}

/** The same service, and a word each time that it answers. */
function heard(gatewayOf: GatewayOf, answered: () => void): GatewayOf {
  return (setting) => {
    const gateway = gatewayOf(setting);
    return {
      open: (order) => gateway.open(order),
      test: () => gateway.test(),
      async lookUp(reference) {
        const answer = await gateway.lookUp(reference);
        if (answer.ok) answered();
        return answer;
      },
    };
  };
}

async function sideBySide<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const one = async () => {
    for (const item of queue) await act(item);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, one));
}

/**
 * The attempts of this batch, moved behind all others before anything is asked: those about which the client breaks never
 * stand in front of those that it can ask about, and two turns at once do not ask twice. An answer sets its own time.
 */
function takeDue(writes: Writes, now: Temporal.Instant): Promise<{ id: Id<"attempt"> }[]> {
  return writes.rows<{ id: Id<"attempt"> }>(
    "payments_due",
    `update payment_attempt set next_look_up = $1::timestamptz + make_interval(mins => $3)
     where id in (select id from payment_attempt where next_look_up <= $1
                  order by next_look_up limit $2 for update skip locked)
     returning id`,
    [now.toString(), BATCH, AGAIN_MINUTES],
  );
}
