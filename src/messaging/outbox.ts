import type { Reads, Writes } from "#platform";

/** By what a message leaves. */
export const CHANNELS = ["mail", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];

/** A message that waits to be sent. */
export interface WaitingMessage {
  id: string;
  channel: Channel;
  to_address: string;
  subject: string;
  body_text: string;
  body_html: string;
  written_at: Temporal.Instant;
  attempts: number;
  unsubscribe_url: string | null;
  worthless_after: Temporal.Instant | null;
}

/**
 * Takes a waiting message for this transaction. Undefined when it is settled already, or when another worker
 * has it in hand: two never send the same message at the same time.
 */
export function takeWaiting(writes: Writes, id: string): Promise<WaitingMessage | undefined> {
  return writes.row<WaitingMessage>(
    "take_waiting_message",
    `select id, channel, to_address, subject, body_text, body_html, written_at, attempts, unsubscribe_url,
            worthless_after
     from outbox_message
     where id = $1 and state = 'waiting'
     for update skip locked`,
    [id],
  );
}

/** Ends a message: sent, kept (demonstration), or refused for good, with the server's last answer. */
export async function settle(
  writes: Writes,
  id: string,
  end: { state: "sent" | "kept" | "refused"; attempts: number; at: Temporal.Instant; answer: string | null },
): Promise<void> {
  await writes.run(
    "settle_message",
    "update outbox_message set state = $2, attempts = $3, settled_at = $4, last_answer = $5 where id = $1",
    [id, end.state, end.attempts, end.at.toString(), end.answer],
  );
}

/** Leaves a message for a later attempt. */
export async function postpone(
  writes: Writes,
  id: string,
  later: { attempts: number; next: Temporal.Instant; answer: string },
): Promise<void> {
  await writes.run(
    "postpone_message",
    "update outbox_message set attempts = $2, next_attempt = $3, last_answer = $4 where id = $1",
    [id, later.attempts, later.next.toString(), later.answer],
  );
}

/** Ids of the messages of a channel whose next attempt is due, longest due first, `most` at once. */
export async function dueMessages(
  reads: Reads,
  { channel, now, most }: { channel: Channel; now: Temporal.Instant; most: number },
): Promise<string[]> {
  const due = await reads.rows<{ id: string }>(
    "due_messages",
    `select id from outbox_message
     where state = 'waiting' and channel = $1 and next_attempt <= $2
     order by next_attempt
     limit $3`,
    [channel, now.toString(), most],
  );
  return due.map(({ id }) => id);
}

/** How a message stands, as its state column says. */
export type MessageState = "waiting" | "sent" | "kept" | "refused";

/** One line of the list of messages. */
export interface ListedMessage {
  id: string;
  channel: Channel;
  to_address: string;
  subject: string;
  body_text: string;
  written_at: Temporal.Instant;
  state: MessageState;
}

/** A message to be read. */
export interface ReadMessage extends ListedMessage {
  body_html: string;
  last_answer: string | null;
}

/** The latest messages, newest first, `most` at once. */
export function latestMessages(reads: Reads, most: number): Promise<ListedMessage[]> {
  return reads.rows<ListedMessage>(
    "latest_messages",
    `select id, channel, to_address, subject, body_text, written_at, state
     from outbox_message
     order by written_at desc, id
     limit $1`,
    [most],
  );
}

/** One message. */
export function findMessage(reads: Reads, id: string): Promise<ReadMessage | undefined> {
  return reads.row<ReadMessage>(
    "find_message",
    `select id, channel, to_address, subject, written_at, state, body_text, body_html, last_answer
     from outbox_message
     where id = $1`,
    [id],
  );
}
