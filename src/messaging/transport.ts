import { createTransport } from "nodemailer";
import { z } from "zod";

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
          // Keeps out-of-office answers from coming back (RFC 3834).
          headers: { "Auto-Submitted": "auto-generated" },
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

/** A server's answer as it may be stored: without control characters, and no longer than is worth reading. */
function printable(answer: string): string {
  return answer
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, 500);
}
