import { setTimeout as wait } from "node:timers/promises";

import { sendWish, type Answered } from "./send-wish.ts";
import type { Wish } from "./wishes.ts";

const AGAIN_MS = 100;

/**
 * Sends a form until a receipt is promised, as a family reloads its page while the espace is away: always the same
 * form, under the same key. Undefined when `givenUp` comes first.
 */
export async function insist(
  port: number,
  wish: Wish,
  patience: { givenUp: AbortSignal; again: () => void },
): Promise<Answered | undefined> {
  while (!patience.givenUp.aborted) {
    const answer = await sendWish(port, wish);
    if (answer !== undefined) return answer;
    patience.again();
    await wait(AGAIN_MS);
  }
  return undefined;
}
