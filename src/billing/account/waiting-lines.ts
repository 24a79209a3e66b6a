import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { ChargeKind, Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import type { AccountReach } from "./reach.ts";

/** A line that was issued, and waits for a document: too little for a claim. */
export interface WaitingLine {
  /** The month that it is billed with. */
  readonly month: Temporal.PlainYearMonth;
  readonly day: Temporal.PlainDate;
  /** Empty where the line is the household's, or where the reader may not be told of the child. */
  readonly participant: string;
  readonly activity: string;
  readonly unit: string;
  readonly kind: ChargeKind;
  readonly cents: Cents;
}

interface Row extends Omit<WaitingLine, "month">, Payer {
  month: Temporal.PlainDate;
  participantId: Id<"participant"> | null;
}

/** What waits for the next document of the accounts within reach, by payer, in the order of days. */
export async function waitingLines(
  reads: Reads,
  { householdIds, onlyGuardian, ownGuardian, withheldIds }: AccountReach,
): Promise<ReadonlyMap<string, readonly WaitingLine[]>> {
  const rows = await reads.rows<Row>(
    "billing_waiting_lines",
    `select w.household_id as "householdId", w.guardian_id as "guardianId", r.month, c.day,
            c.participant_id as "participantId", c.participant_name as participant, c.activity_name as activity,
            c.unit_name as unit, c.kind, c.amount_cents as cents
     from carried_charge w
     join charge c on c.id = w.charge_id
     join billing_run r on r.id = w.run_id
     where (w.household_id = any ($1::uuid[]) or w.guardian_id = $3) and ($2::uuid is null or w.guardian_id = $2)
       and w.invoice_id is null and c.amount_cents <> 0
     order by r.month, c.day, c.participant_name, c.activity_name, c.source_key`,
    [householdIds, onlyGuardian, ownGuardian],
  );
  const withheld = new Set(withheldIds);
  const byPayer = Map.groupBy(rows, (row) => payerKey(row));
  return new Map(
    [...byPayer].map(([payer, own]) => [
      payer,
      own.map(({ participantId, participant, month, day, activity, unit, kind, cents }) => ({
        ...{ day, activity, unit, kind, cents },
        month: month.toPlainYearMonth(),
        participant: participantId !== null && withheld.has(participantId) ? "" : participant,
      })),
    ]),
  );
}
