import type { FailureMeaning } from "./delivery-failure.ts";

/**
 * What the gateway's status means for the text message:
 * - 2xx: it has taken it;
 * - 400, 410, 422: this number or this text will never pass;
 * - 401, 402, 403, 404 (secret, credit, address), 429 and 502 to 504: nothing passes at present, whatever the message;
 * - anything else: another time, perhaps. 409 says that it is still busy with the same key.
 */
export function meaningOfStatus(status: number): "accepted" | FailureMeaning {
  if (status >= 200 && status < 300) return "accepted";
  if ([400, 410, 422].includes(status)) return "refused";
  if ([401, 402, 403, 404, 429, 502, 503, 504].includes(status)) return "server-away";
  return "try-later";
}
