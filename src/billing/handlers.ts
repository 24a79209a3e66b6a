import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { tellAnswered } from "./emails/tell-answered.ts";
import { tellDisputed } from "./emails/tell-disputed.ts";
import { tellIssued } from "./emails/tell-issued.ts";
import type { Settling } from "./account/settling.ts";
import type { OwedCharges } from "./owed/owed-charges.ts";
import { printPaper } from "./paper/print-run.ts";
import { draftRun } from "./run/draft-run.ts";

const runEvent = z.object({ run: formId<"run">() });

/** On `billing.runStarted`: makes the draft; tried again, it goes on where it was. */
const draft =
  (owed: OwedCharges): Handler =>
  ({ database, now }, facts) =>
    draftRun(database, owed, { run: runEvent.parse(facts).run, now });

/**
 * What billing does by itself, by event.
 * @param publicUrl the origin of the default host, from PUBLIC_URL
 * @param settling says where bills are paid
 */
export function billingHandlers(
  owed: OwedCharges,
  publicUrl: URL,
  settling: Settling,
): Readonly<Record<string, readonly Handler[]>> {
  return {
    "billing.runStarted": [draft(owed)],
    "billing.paperAsked": [printPaper(publicUrl, settling)],
    "billing.issued": [tellIssued(publicUrl)],
    "billing.disputed": [tellDisputed(publicUrl)],
    "billing.disputeAnswered": [tellAnswered(publicUrl)],
  };
}
