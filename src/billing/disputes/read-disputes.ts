import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { InvoiceNumber } from "../rules/invoice-number.ts";

/** A dispute that waits for an answer. */
export interface WaitingDispute extends InvoiceNumber {
  readonly id: Id<"dispute">;
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly reason: string;
  readonly invoiceId: Id<"invoice">;
  readonly position: number;
  readonly householdId: Id<"household">;
  readonly household: string;
  readonly participant: string;
  readonly activity: string;
  readonly unit: string;
  /** Where the day is pointed; null for what no unit has: a yearly file. */
  readonly siteId: Id<"site"> | null;
  readonly day: Temporal.PlainDate;
  readonly cents: Cents;
}

/** The disputes that wait for an answer, the oldest first. */
export function waitingDisputes(reads: Reads): Promise<WaitingDispute[]> {
  return reads.rows<WaitingDispute>(
    "billing_waiting_disputes",
    `select d.id, d.at, d.by_label as by, d.reason, i.id as "invoiceId", i.series, i.year, i.number, l.position,
            i.household_id as "householdId", coalesce(h.label, '') as household, c.participant_name as participant,
            c.activity_name as activity, c.unit_name as unit, c.day, c.amount_cents as cents,
            u.site_id as "siteId"
     from line_dispute d
     join charge c on c.id = d.charge_id
     join invoice i on i.id = d.invoice_id
     join invoice_line l on l.charge_id = c.id
     left join activities_unit_card u on u.unit_id = c.unit_id
     left join families_household_card h on h.household_id = i.household_id
     where d.answered_at is null
     order by d.at, d.id
     limit 200`,
  );
}
