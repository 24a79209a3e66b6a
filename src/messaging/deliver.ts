import { type SchemaDatabase, type Writes, writeJournal } from "#platform";

import { postpone, settle, takeWaiting, type Channel, type WaitingMessage } from "./outbox.ts";
import { nextAttempt } from "./rules/next-attempt.ts";
import type { Delivery } from "./transport.ts";

/** Sends one message by its channel, and says what became of it. */
export type Carrier = (message: WaitingMessage) => Promise<Delivery>;

/** Where a delivery takes place. */
export interface DeliveryPlace {
  database: SchemaDatabase;
  now: Temporal.Instant;
  /** Who carries what; null where nobody does yet. */
  carriers: Readonly<Record<Channel, Carrier | null>>;
  /** In a demonstration nothing leaves: what nobody carries can be read at /dev/courrier. */
  keeps: boolean;
}

/** What was tried: the answer of whoever carries this channel. */
export interface Attempted {
  channel: Channel;
  delivery: Delivery;
}

/**
 * Tries once to send a message and writes down what came of it; undefined when there was nothing to send, or nobody to
 * send it. The row stays locked while the server answers: a program that is killed in between leaves the message
 * waiting, and it is sent again under the same identity (docs/decisions/2026-11-23-mail-at-least-once.md).
 */
export function deliverMessage(place: DeliveryPlace, id: string): Promise<Attempted | undefined> {
  const { database, now, carriers, keeps } = place;
  return database.write(async (writes) => {
    const message = await takeWaiting(writes, id);
    if (message === undefined) return undefined;
    const { channel, worthless_after: limit } = message;
    if (limit !== null && Temporal.Instant.compare(limit, now) <= 0) {
      const { attempts } = message;
      await settle(writes, id, { state: "refused", attempts, at: now, answer: TOO_LATE });
      return undefined;
    }
    const carry = carriers[channel];
    if (carry === null) {
      if (keeps) await settle(writes, id, { state: "kept", attempts: 0, at: now, answer: null });
      return undefined;
    }
    const delivery = await carry(message);
    await writeDown(writes, message, delivery, now);
    return { channel, delivery };
  });
}

/** What stands where a server's answer would. */
const TOO_LATE = "not sent: it had expired";

async function writeDown(
  writes: Writes,
  { id, attempts: before }: WaitingMessage,
  { kind, answer }: Delivery,
  now: Temporal.Instant,
): Promise<void> {
  const attempts = before + 1;
  if (kind === "accepted") return settle(writes, id, { state: "sent", attempts, at: now, answer });
  const next = kind === "refused" ? undefined : nextAttempt(attempts, now);
  if (next !== undefined) return postpone(writes, id, { attempts, next, answer });
  await settle(writes, id, { state: "refused", attempts, at: now, answer });
  await writeJournal(writes, {
    at: now,
    accountId: null,
    byLabel: "Préau",
    act: "messaging.refused",
    objectKind: "message",
    objectId: id,
    facts: { answer, attempts },
  });
}
