import { createTransport } from "nodemailer";
import { z } from "zod";

import { printable } from "./printable.ts";
import { isOneAddress } from "./rules/one-address.ts";
import { type FailureMeaning, meaningOf } from "./rules/delivery-failure.ts";

/** A message ready to leave. */
export interface Mail {
  /** Recognises the message when it arrives twice: « <id@host> ». */
  messageId: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  date: Temporal.Instant;
  /** Where it can be ended by one click, or null. */
  unsubscribe: string | null;
}

/** What the mail server answered. */
export type Delivery = { kind: "accepted"; answer: string } | { kind: FailureMeaning; answer: string };

/** Hands messages to a mail server. */
export interface Transport {
  deliver(mail: Mail): Promise<Delivery>;
  /** Closes the connections kept open between messages. */
  close(): void;
}

/** How long a mail server may keep us waiting, in milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** The fields of nodemailer's errors that say what happened. */
const smtpFailure = z.object({
  message: z.string(),
  code: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.number().optional(),
});

/**
 * Opens the SMTP transport of `url` (« smtp://user:password@host:587 », « smtps://… »); it connects at the first
 * message and keeps two connections at most.
 * @param patience shorter waits, for tests
 */
export function smtpTransport(url: string, patience: Partial<typeof PATIENCE> = {}): Transport {
  const smtp = createTransport({ pool: true, maxConnections: 2, ...PATIENCE, ...patience, url });
  return {
    async deliver(mail) {
      if (!isOneAddress(mail.to)) return { kind: "refused", answer: "not an e-mail address" };
      try {
        const { response } = await smtp.sendMail({
          messageId: mail.messageId,
          from: mail.from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          date: mail.date.toString(),
          headers: {
            // Keeps out-of-office answers from coming back (RFC 3834).
            "Auto-Submitted": "auto-generated",
            ...(mail.unsubscribe === null ? {} : endedByOneClick(mail.unsubscribe)),
          },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { kind: "accepted", answer: printable(response) };
      } catch (error) {
        const failure = smtpFailure.parse(error);
        return { kind: meaningOf(failure), answer: printable(failure.response ?? failure.message) };
      }
    },
    close: () => smtp.close(),
  };
}

/** The mail reader's own button ends the sending by one POST, without a page (RFC 8058). */
const endedByOneClick = (address: string) => ({
  "List-Unsubscribe": `<${address}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});
