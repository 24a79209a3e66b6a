/** What is known of a failed attempt: the SMTP command in flight, the server's answer, or why there was none. */
export interface DeliveryFailure {
  /** Three digits of the answer (RFC 5321, 4.2.1). */
  responseCode?: number | undefined;
  /** « RCPT TO », « DATA », « CONN »… */
  command?: string | undefined;
  /** What the mail library calls the failure: « EENVELOPE », « ETIMEDOUT »… */
  code?: string | undefined;
}

/**
 * What a failure means for the message:
 * - `refused`: this recipient or this message will never pass (550 to RCPT TO, an address that is none);
 * - `try-later`: another time, perhaps (451, greylisting);
 * - `server-away`: nothing passes at present, whatever the message: no answer, a wrong password, a sender
 *   that the server does not know. Those are for the operator to mend, so no message is given up for them at once.
 */
export type FailureMeaning = "refused" | "try-later" | "server-away";

/** The commands whose answer speaks of the message and not of us. */
const ABOUT_THE_MESSAGE = new Set(["RCPT TO", "DATA"]);

/** Reads a failure; see `FailureMeaning`. */
export function meaningOf({ responseCode, command, code }: DeliveryFailure): FailureMeaning {
  if (responseCode === undefined) return code === "EENVELOPE" ? "refused" : "server-away";
  if (!ABOUT_THE_MESSAGE.has(command ?? "") || responseCode === 421) return "server-away";
  // 503 says that the exchange was out of step, not that the message is unwelcome.
  return responseCode >= 500 && responseCode !== 503 ? "refused" : "try-later";
}
