import { announce, type Writes } from "#platform";

import type { MessageContent } from "./content.ts";
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
}

/**
 * Writes a message in the caller's transaction; a job sends it after the commit, or never when the transaction
 * is lost. It is rendered here, once: what is sent later, and sent again, is what was decided now.
 * Refuses nothing: a message whose key is known is not written again.
 */
export async function writeMessage(
  writes: Writes,
  authority: { id: string },
  { key, to, subject, content, at }: NewMessage,
): Promise<void> {
  const written = await writes.row<{ id: string }>(
    "write_message",
    `insert into outbox_message (key, to_address, subject, body_text, body_html, written_at, next_attempt)
     values ($1, $2, $3, $4, $5, $6, $6)
     on conflict (key) do nothing
     returning id`,
    [key, to, subject, renderText(content), renderHtml(subject, content), at.toString()],
  );
  if (written === undefined) return;
  await announce(writes, authority.id, { type: "messaging.written", facts: { message: written.id } });
}
