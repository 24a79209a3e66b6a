import { ok, refuse, type Result } from "#kernel";

import type { GatewayFault } from "../gateway/gateway.ts";
import { texts } from "./texts.fr.ts";
import { SOON, unavailable } from "./unavailable.ts";

/** A detail weighs 1 kB; beyond this, whatever answers is not PayFiP. */
const LONGEST_ANSWER = 64 * 1024;

/** What came back, whatever it is. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Posts one SOAP document. A redirect is not followed: what a family pays is told to no other host. The time-out holds
 * until the last byte, so that an answer that trickles does not hold an attempt for ever.
 */
export async function postSoap(
  address: string,
  document: string,
  timeoutMs: number,
): Promise<Result<HttpAnswer, GatewayFault>> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""', accept: "text/xml" },
      body: document,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await boundedText(answer);
    if (text === undefined) return refuse(unavailable(texts.tooLong, SOON));
    return ok({ status: answer.status, text });
  } catch (error) {
    return refuse(unavailable(whyNoAnswer(error, timeoutMs), SOON));
  }
}

/** The body as text, or undefined when it is longer than any answer of the service; the rest is not read. */
async function boundedText(answer: Response): Promise<string | undefined> {
  if (answer.body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of answer.body) {
    length += chunk.byteLength;
    if (length > LONGEST_ANSWER) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  // XML has no U+0000 and PostgreSQL keeps none: whatever answers, what it said can be kept.
  return (text + decoder.decode()).replaceAll("\u0000", "\ufffd");
}

function whyNoAnswer(error: unknown, timeoutMs: number): string {
  if (error instanceof DOMException && error.name === "TimeoutError") return texts.timedOut(timeoutMs);
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return texts.unreachable(typeof code === "string" ? code : String(cause));
}
