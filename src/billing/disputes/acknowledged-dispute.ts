import { parisDate, type Id } from "#kernel";
import type { Received } from "#messaging";
import type { Reads, Writes } from "#platform";

import { disputeTitle } from "./texts.fr.ts";
import { disputeRuleOn } from "./dispute-rule.ts";

/** A dispute, with what was acknowledged of it. */
export interface AcknowledgedDispute {
  readonly received: Received;
  readonly invoiceId: Id<"invoice">;
  /** Whoever disputed: nobody else reads it. */
  readonly guardianId: Id<"guardian">;
  readonly reason: string;
  readonly answered: boolean;
}

/** Acknowledges a dispute by the rule of the day; false where the authority has written none. */
export async function acknowledgeDispute(
  writes: Writes,
  id: Id<"dispute">,
  now: Temporal.Instant,
): Promise<boolean> {
  const today = parisDate(now);
  const rule = await disputeRuleOn(writes, today);
  if (rule === undefined) return false;
  await writes.run(
    "billing_acknowledge_dispute",
    `insert into dispute_acknowledgement (dispute_id, department, department_address, department_email,
                                          department_phone, silence, silence_on, expected_on, appeal)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (dispute_id) do nothing`,
    [
      id,
      rule.department,
      rule.departmentAddress,
      rule.departmentEmail,
      rule.departmentPhone,
      rule.silence,
      today.add({ months: rule.silenceMonths }).toString(),
      today.add({ days: rule.expectedDays }).toString(),
      rule.appeal,
    ],
  );
  return true;
}

interface Row extends Omit<Received, "title" | "completedAt">, Omit<AcknowledgedDispute, "received"> {
  readonly series: string;
  readonly year: number;
  readonly number: number;
  readonly position: number;
}

/** What was acknowledged of a dispute; undefined where nothing was, or there is no such dispute. */
export async function acknowledgedDispute(
  reads: Reads,
  id: Id<"dispute">,
): Promise<AcknowledgedDispute | undefined> {
  const row = await reads.row<Row>(
    "billing_acknowledged_dispute",
    `select a.department, a.department_address as "departmentAddress", a.department_email as "departmentEmail",
            a.department_phone as "departmentPhone", a.silence, a.silence_on as "silenceOn",
            a.expected_on as "expectedOn", a.appeal, d.by_label as by, d.at, d.invoice_id as "invoiceId",
            d.guardian_id as "guardianId", d.reason, d.answered_at is not null as answered,
            i.series, i.year::int as year, i.number, l.position::int as position
     from line_dispute d
     join dispute_acknowledgement a on a.dispute_id = d.id
     join invoice i on i.id = d.invoice_id
     join invoice_line l on l.invoice_id = i.id and l.charge_id = d.charge_id
     where d.id = $1`,
    [id],
  );
  if (row === undefined) return undefined;
  const { invoiceId, guardianId, reason, answered, position, series, year, number, ...received } = row;
  const title = disputeTitle({ series, year, number }, position);
  return { received: { ...received, completedAt: null, title }, invoiceId, guardianId, reason, answered };
}
