import type { Settling, UnderWay } from "#billing";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { paymentsWriter } from "../policy.ts";
import { currentSetting } from "../settings/setting.ts";

/** What the pages of bills say of payments. */
export const settling: Settling = {
  async opened(reads: Reads) {
    return (await currentSetting(reads))?.opened ?? false;
  },
  async underWay(reads, householdIds) {
    const rows = await reads.rows<{ invoiceId: Id<"invoice">; attemptId: Id<"attempt"> }>(
      "payments_under_way",
      `select d.invoice_id as "invoiceId", d.attempt_id as "attemptId"
       from payment_attempt a
       join attempt_debt d on d.attempt_id = a.id and d.live
       where a.household_id = any ($1::uuid[])`,
      [householdIds],
    );
    return rows.map(({ invoiceId, attemptId }): UnderWay => ({ invoiceId, href: `/paiements/${attemptId}` }));
  },
  hrefOf: (payment) => `/paiements/${payment}`,
  agentHrefOf: (visit, payment) =>
    paymentsWriter.decide(visit).kind === "allowed" ? `/agent/paiements/${payment}` : null,
};
