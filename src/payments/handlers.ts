import { setTimeout as wait } from "node:timers/promises";

import type { Handler, NightJob } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { keepFailure } from "./attempts/keep-failure.ts";
import { lookUp } from "./attempts/look-up.ts";
import { pollAttempts } from "./attempts/poll.ts";
import { tellReceived } from "./emails/tell-received.ts";
import { tellRefunded, tellReversed } from "./emails/tell-returned.ts";
import { reconcileReport } from "./reconciliation/reconcile-report.ts";
import { tellCorrected, tellTaken } from "./emails/tell-taken.ts";
import type { GatewayOf } from "./settings/setting.ts";

const reportTaken = z.object({ report: formId<"report">() });
const notified = z.object({ attempt: formId<"attempt">() });

/** How long an event waits for the service: the program has two workers, and everybody's events stand behind this one. */
const PATIENCE_MS = 2_000;
/**
 * On `payments.notified`: a notification came, the service is asked. One that takes its time is left behind: its answer is
 * written when it comes, what broke is written in the journal, and the poll asks again if it never comes, since the
 * notification made the attempt due.
 */
const onNotified =
  (gatewayOf: GatewayOf): Handler =>
  async (context, facts) => {
    const { attempt } = notified.parse(facts);
    const looking = lookUp(context, gatewayOf, { attempt, cause: "notification" });
    const given = new AbortController();
    const late = wait(PATIENCE_MS, true, { ref: false, signal: given.signal }).catch(() => false);
    const isLate = await Promise.race([looking.then(() => false).finally(() => given.abort()), late]);
    if (isLate)
      looking.catch((error: unknown) =>
        keepFailure(context, { kind: "attempt", id: attempt, cause: "notification" }, error),
      );
  };

/** On `payments.reportTaken`: reads a report and compares it; tried again, it is compared once. */
const onReportTaken: Handler = (context, facts) => reconcileReport(context, reportTaken.parse(facts).report);

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
    "payments.reportTaken": [onReportTaken],
    "payments.received": [tellReceived(publicUrl)],
    "payments.refunded": [tellRefunded(publicUrl)],
    "payments.reversed": [tellReversed(publicUrl)],
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
