import { announceAll, type Writes } from "#platform";

import { plainSigns } from "./rules/text-signs.ts";

/** A text message to write. */
export interface NewText {
  /** What makes it the only one of its kind; what is handled twice writes it once. */
  key: string;
  /** The international form that `mobileNumber` gives. */
  to: string;
  text: string;
  /** When it is written, from the visit or the job's clock. */
  at: Temporal.Instant;
  /** From when on it is not worth sending: a code that has expired. */
  worthlessAfter?: Temporal.Instant;
}

/**
 * Writes text messages (SMS) in the caller's transaction, in one statement; they leave after the commit as mails do.
 * Refuses nothing: a message whose key is known is not written again.
 */
export async function writeTexts(
  writes: Writes,
  authority: { id: string },
  texts: readonly NewText[],
): Promise<void> {
  if (texts.length === 0) return;
  const written = await writes.rows<{ id: string }>(
    "write_texts",
    `insert into outbox_message (channel, key, to_address, subject, body_text, body_html, written_at, next_attempt,
                                 worthless_after)
     select 'sms', text.key, text.recipient, '', text.body, '', text.at, text.at, text.worthless_after
     from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
          as text (key, recipient, body, at, worthless_after)
     on conflict (key) do nothing
     returning id`,
    [
      texts.map(({ key }) => key),
      texts.map(({ to }) => to),
      texts.map(({ text }) => plainSigns(text)),
      texts.map(({ at }) => at.toString()),
      texts.map(({ worthlessAfter }) => worthlessAfter?.toString() ?? null),
    ],
  );
  await announceAll(
    writes,
    authority.id,
    written.map(({ id }) => ({ type: "messaging.written", facts: { message: id } })),
  );
}
