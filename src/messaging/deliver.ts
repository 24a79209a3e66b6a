import { type SchemaDatabase, type Writes, writeJournal } from "#platform";

import { postpone, settle, takeWaiting, type WaitingMessage } from "./outbox.ts";
import { nextAttempt } from "./rules/next-attempt.ts";
import type { Sender } from "./sender-address.ts";
import type { Delivery, Transport } from "./transport.ts";

/** Where a delivery takes place. */
export interface DeliveryPlace {
  database: SchemaDatabase;
  now: Temporal.Instant;
  transport: Transport;
  sender: Sender;
  /** Right-hand side of the Message-ID. */
  host: string;
}

/**
 * Tries once to send a message and writes down what came of it; returns the server's answer, or undefined when
 * there was nothing to send. The row stays locked while the server answers: a program that is killed in
 * between leaves the message waiting, and it is sent again under the same Message-ID
 * (docs/decisions/2026-11-23-mail-at-least-once.md).
 */
export function deliverMessage(place: DeliveryPlace, id: string): Promise<Delivery | undefined> {
  const { database, now, transport, sender, host } = place;
  return database.write(async (writes) => {
    const message = await takeWaiting(writes, id);
    if (message === undefined) return undefined;
    const delivery = await transport.deliver({
      messageId: `<${message.id}@${host}>`,
      from: sender,
      to: message.to_address,
      subject: message.subject,
      text: message.body_text,
      html: message.body_html,
      date: message.written_at,
    });
    await writeDown(writes, message, delivery, now);
    return delivery;
  });
}

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
