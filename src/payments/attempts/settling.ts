import type { Payer, Settling, UnderWay } from "#billing";
import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import { payWays } from "../desk/pay-ways.ts";
import { paymentsWriter } from "../policy.ts";
import { currentSetting } from "../settings/setting.ts";

/** What the pages of bills say of payments. */
export const settling: Settling = {
  async opened(reads: Reads) {
    return (await currentSetting(reads))?.opened ?? false;
  },
  ways: payWays,
  async underWay(reads, { householdIds, onlyGuardian, ownGuardian }) {
    const rows = await reads.rows<
      Payer & { attemptId: Id<"attempt">; amount: Cents; invoiceIds: Id<"invoice">[] }
    >(
      "payments_under_way",
      `select a.id as "attemptId", a.household_id as "householdId", a.guardian_id as "guardianId",
              a.amount_cents as amount,
              array(select invoice_id from attempt_debt where attempt_id = a.id order by position) as "invoiceIds"
       from payment_attempt a
       where (a.household_id = any ($1::uuid[]) or a.guardian_id = $3) and ($2::uuid is null or a.guardian_id = $2)
         and a.state in ('opening', 'open')
       order by a.at`,
      [householdIds, onlyGuardian, ownGuardian],
    );
    return rows.map(({ attemptId, ...row }): UnderWay => ({ ...row, href: `/paiements/${attemptId}` }));
  },
  hrefOf: (payment) => `/paiements/${payment}`,
  agentHrefOf: (visit, payment) =>
    paymentsWriter.decide(visit).kind === "allowed" ? `/agent/paiements/${payment}` : null,
};
