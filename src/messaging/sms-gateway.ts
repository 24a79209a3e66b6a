import { meaningOfStatus } from "./rules/gateway-answer.ts";
import { printable } from "./printable.ts";
import type { Delivery } from "./transport.ts";

/** A text message ready to leave. */
export interface TextMessage {
  /** Recognises it when it is sent twice: the gateway's `Idempotency-Key`. */
  id: string;
  /** « +33612345678 » */
  to: string;
  text: string;
}

/** Hands text messages to whoever carries them. */
export interface TextTransport {
  deliver(message: TextMessage): Promise<Delivery>;
}

/** Where text messages leave: SMS_URL, SMS_SECRET, SMS_SENDER. */
export interface GatewaySettings {
  url: URL;
  secret: string;
  /** What the telephone shows as the sender, at most eleven letters and digits. */
  sender: string;
}

/** How long the gateway may keep us waiting, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * The one interface that a gateway has to speak: `POST url`, `Authorization: Bearer secret`, `Idempotency-Key: id`, and
 * `{"from", "to", "text"}` as JSON. Its status is its answer (`rules/gateway-answer`); what it sends back is kept for
 * whoever mends it. The same key twice is one text message: a gateway that forgets keys sends twice what was cut.
 * @param patienceMs shorter, for tests
 */
export function smsGateway(
  { url, secret, sender }: GatewaySettings,
  patienceMs = PATIENCE_MS,
): TextTransport {
  return {
    async deliver({ id, to, text }) {
      try {
        const answer = await fetch(url, {
          method: "POST",
          headers: {
            authorization: `Bearer ${secret}`,
            "content-type": "application/json",
            "idempotency-key": id,
          },
          body: JSON.stringify({ from: sender, to, text }),
          redirect: "manual",
          signal: AbortSignal.timeout(patienceMs),
        });
        const said = printable(`${answer.status} ${await answer.text()}`);
        return { kind: meaningOfStatus(answer.status), answer: said };
      } catch (error) {
        return { kind: "server-away", answer: printable(error instanceof Error ? error.message : "") };
      }
    },
  };
}
