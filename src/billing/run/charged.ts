import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { ChargeKind, Payer, PayerOfMonth } from "../rules/owed.ts";
import type { ChargedSource } from "../rules/difference.ts";
import { NOBODY } from "../rules/payers-in-order.ts";
import { firstDayOf } from "./run.ts";

/** The next payers whom issued runs of the month charged, in order. They may owe nothing any more. */
export function chargedPayersAfter(
  reads: Reads,
  month: Temporal.PlainYearMonth,
  after: Payer | null,
  count: number,
): Promise<PayerOfMonth[]> {
  return reads.rows<PayerOfMonth>(
    "billing_charged_payers",
    `select distinct c.household_id as "householdId", c.guardian_id as "guardianId", 0 as bookings
     from billing_run r
     join charge c on c.run_id = r.id
     where r.month = $1 and r.state = 'issued' and (c.household_id, c.guardian_id) > ($2, $3)
     order by c.household_id, c.guardian_id
     limit $4`,
    [firstDayOf(month), after?.householdId ?? NOBODY, after?.guardianId ?? NOBODY, count],
  );
}

interface SourceRow {
  householdId: Id<"household">;
  guardianId: Id<"guardian">;
  sourceKey: string;
  participantId: Id<"participant"> | null;
  participantName: string;
  activityId: Id<"activity"> | null;
  activityName: string;
  unitId: Id<"unit"> | null;
  unitName: string;
  day: Temporal.PlainDate;
  kind: ChargeKind;
  cents: Cents;
  invoiceId: Id<"invoice"> | null;
}

/** What issued runs of the month charged these payers, source by source, named as the last of them was. */
export async function chargedBy(
  reads: Reads,
  month: Temporal.PlainYearMonth,
  payers: readonly Payer[],
): Promise<readonly ChargedSource[]> {
  const rows = await reads.rows<SourceRow>(
    "billing_charged_sources",
    `select distinct on (c.household_id, c.guardian_id, c.source_key)
            c.household_id as "householdId", c.guardian_id as "guardianId", c.source_key as "sourceKey",
            c.participant_id as "participantId", c.participant_name as "participantName",
            c.activity_id as "activityId", c.activity_name as "activityName", c.unit_id as "unitId",
            c.unit_name as "unitName", c.day, c.kind, l.invoice_id as "invoiceId",
            (sum(c.amount_cents) over (partition by c.household_id, c.guardian_id, c.source_key))::integer as cents
     from unnest($2::uuid[], $3::uuid[]) as p (household_id, guardian_id)
     join billing_run r on r.month = $1 and r.state = 'issued'
     join charge c on c.run_id = r.id and c.household_id = p.household_id and c.guardian_id = p.guardian_id
     left join invoice_line l on l.charge_id = c.id
     order by c.household_id, c.guardian_id, c.source_key, r.ended_at desc, r.id`,
    [
      firstDayOf(month),
      payers.map(({ householdId }) => householdId),
      payers.map(({ guardianId }) => guardianId),
    ],
  );
  return rows.map((row) => ({
    payer: { householdId: row.householdId, guardianId: row.guardianId },
    sourceKey: row.sourceKey,
    participant: named(row.participantId, row.participantName),
    activity: named(row.activityId, row.activityName),
    unit: named(row.unitId, row.unitName),
    day: row.day,
    kind: row.kind,
    cents: row.cents,
    invoiceId: row.invoiceId,
  }));
}

function named<One>(id: One | null, name: string): { readonly id: One; readonly name: string } | null {
  return id === null ? null : { id, name };
}
