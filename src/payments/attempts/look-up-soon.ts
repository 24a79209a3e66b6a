import { setTimeout as wait } from "node:timers/promises";

import type { Visit } from "#identity";
import type { Id } from "#kernel";

import type { GatewayOf } from "../settings/setting.ts";
import { keepFailure } from "./keep-failure.ts";
import { lookUp, type LookUpCause } from "./look-up.ts";

/** How long a payer waits for the service's answer, before the page says that it is being asked. */
const PATIENCE_MS = 4000;

/**
 * Asks the service while a payer waits for a page. A service that is slow or a look-up that breaks is no reason to leave
 * anybody on a white page: its answer is written when it comes, and the job asks again.
 */
export function lookUpSoon(
  visit: Pick<Visit, "database" | "authority" | "now" | "address">,
  gatewayOf: GatewayOf,
  of: { attempt: Id<"attempt">; cause: LookUpCause },
): Promise<"asked" | "failed" | "slow"> {
  const looking = lookUp(visit, gatewayOf, of).then(
    () => "asked" as const,
    (error: unknown) =>
      keepFailure(visit, { kind: "attempt", id: of.attempt, cause: of.cause }, error).then(
        () => "failed" as const,
      ),
  );
  return Promise.race([looking, wait(PATIENCE_MS, "slow" as const, { ref: false })]);
}
