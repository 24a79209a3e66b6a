import type { Handler, NightJob } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { lookUp } from "./attempts/look-up.ts";
import { pollAttempts } from "./attempts/poll.ts";
import { tellReceived } from "./emails/tell-received.ts";
import { tellCorrected, tellTaken } from "./emails/tell-taken.ts";
import type { GatewayOf } from "./settings/setting.ts";

const notified = z.object({ attempt: formId<"attempt">() });

/** On `payments.notified`: a notification came, the service is asked. */
const onNotified =
  (gatewayOf: GatewayOf): Handler =>
  async (context, facts) => {
    await lookUp(context, gatewayOf, { attempt: notified.parse(facts).attempt, cause: "notification" });
  };

/**
 * What payments do by themselves, by event.
 * @param publicUrl the origin of the default host, from PUBLIC_URL
 */
export function paymentsHandlers(
  gatewayOf: GatewayOf,
  publicUrl: URL,
): Readonly<Record<string, readonly Handler[]>> {
  return {
    "payments.notified": [onNotified(gatewayOf)],
    "payments.received": [tellReceived(publicUrl)],
    "payments.taken": [tellTaken(publicUrl)],
    "payments.corrected": [tellCorrected(publicUrl)],
  };
}

/** Every minute: asks about the attempts whose time has come. */
export const pollJob = (gatewayOf: GatewayOf): NightJob => ({
  name: "payments.poll",
  schedule: "* * * * *",
  run: (context) => pollAttempts(context, gatewayOf),
});
