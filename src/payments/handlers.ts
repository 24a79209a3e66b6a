import { setTimeout as wait } from "node:timers/promises";

import type { Authority, Handler, NightJob } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { lookUp } from "./attempts/look-up.ts";
import { pollAttempts } from "./attempts/poll.ts";
import { tellReceived } from "./emails/tell-received.ts";
import { tellRefunded, tellReversed } from "./emails/tell-returned.ts";
import { reconcileReport } from "./reconciliation/reconcile-report.ts";
import type { GatewayOf } from "./settings/setting.ts";

const reportTaken = z.object({ report: formId<"report">() });
const notified = z.object({ attempt: formId<"attempt">() });

/** How long an event waits for the service: the program has two workers, and everybody's events stand behind this one. */
const PATIENCE_MS = 2_000;
/** A service that said nothing so many times on end is asked by the poll alone for a minute. */
const SILENCES = 3;
const QUIET_SECONDS = 60;

/**
 * On `payments.notified`: a notification came, the service is asked. One that does not answer (it is waited for during 15 s
 * elsewhere) is left to the poll, for which the notification made the attempt due.
 */
function onNotified(gatewayOf: GatewayOf): Handler {
  const silences = new Map<Authority["id"], { count: number; last: Temporal.Instant }>();
  return async (context, facts) => {
    const { authority, now } = context;
    const { attempt } = notified.parse(facts);
    const { count = 0, last = now } = silences.get(authority.id) ?? {};
    if (count >= SILENCES && now.since(last).total("seconds") < QUIET_SECONDS) return;
    const looking = lookUp(context, gatewayOf, { attempt, cause: "notification" });
    const given = new AbortController();
    const answered = await Promise.race([
      looking.then(() => true).finally(() => given.abort()),
      wait(PATIENCE_MS, false, { ref: false, signal: given.signal }).catch(() => true),
    ]);
    if (answered) {
      silences.delete(authority.id);
      return;
    }
    silences.set(authority.id, { count: (silences.get(authority.id)?.count ?? 0) + 1, last: now });
    // It may answer still; if it breaks, the poll asks again.
    looking.catch(() => undefined);
  };
}

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
  };
}

/** Every minute: asks about the attempts whose time has come. */
export const pollJob = (gatewayOf: GatewayOf): NightJob => ({
  name: "payments.poll",
  schedule: "* * * * *",
  run: (context) => pollAttempts(context, gatewayOf),
});
