import { announceAll, keepSignsOfText, type Writes } from "#platform";

import type { MessageContent } from "./content.ts";
import { keptWords } from "./kept-words.ts";
import { renderHtml } from "./render-html.tsx";
import { renderText } from "./render-text.ts";

/** A message to write. */
export interface NewMessage {
  /**
   * What makes this message the only one of its kind: « bookings.receipt:<key>:<guardian id> ». An event that
   * is handled twice writes it once.
   */
  key: string;
  /** One e-mail address. */
  to: string;
  subject: string;
  content: MessageContent;
  /** When it is written, from the visit or the job's clock. */
  at: Temporal.Instant;
  /** Where it is ended by one click, for what is no part of the service. */
  unsubscribe?: string;
}

/**
 * Writes a message in the caller's transaction; a job sends it after the commit, or never when the transaction
 * is lost. It is rendered here, once: what is sent later, and sent again, is what was decided now.
 * Refuses nothing: a message whose key is known is not written again.
 */
export async function writeMessage(
  writes: Writes,
  authority: { id: string },
  message: NewMessage,
): Promise<void> {
  await writeMessages(writes, authority, [message]);
}

/** The same for many messages: one statement writes them all. */
export async function writeMessages(
  writes: Writes,
  authority: { id: string },
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const kept = messages.map(({ subject, content }) => ({
    subject: keepSignsOfText(subject),
    content: keptWords(content),
  }));
  const written = await writes.rows<{ id: string }>(
    "write_messages",
    `insert into outbox_message (key, to_address, subject, body_text, body_html, written_at, unsubscribe_url,
                                 next_attempt)
     select message.*, message.at
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[])
          as message (key, recipient, subject, text, html, at, unsubscribe)
     on conflict (key) do nothing
     returning id`,
    [
      messages.map(({ key }) => key),
      messages.map(({ to }) => to),
      kept.map(({ subject }) => subject),
      kept.map(({ content }) => renderText(content)),
      kept.map(({ subject, content }) => renderHtml(subject, content)),
      messages.map(({ at }) => at.toString()),
      messages.map(({ unsubscribe }) => unsubscribe ?? null),
    ],
  );
  await announceAll(
    writes,
    authority.id,
    written.map(({ id }) => ({ type: "messaging.written", facts: { message: id } })),
  );
}
