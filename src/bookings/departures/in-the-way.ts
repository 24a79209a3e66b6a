import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** « Lina – Restauration scolaire » : what somebody still pays. */
export interface PaidFor {
  firstName: string;
  activityName: string;
}

/** For whom and what this adult pays in this household, today or later. */
export function paidBy(
  reads: Reads,
  householdId: Id<"household">,
  guardianId: Id<"guardian">,
  today: Temporal.PlainDate,
): Promise<PaidFor[]> {
  return reads.rows<PaidFor>(
    "paid_by_leaver",
    `select distinct p.first_name as "firstName", unit.activity_name as "activityName"
     from bookings_payer_span span
     join families_participant_card p using (household_id, participant_id)
     join activities_unit_card unit using (activity_id)
     where span.household_id = $1 and span.guardian_id = $2 and span.last_day >= $3
     order by 1, 2`,
    [householdId, guardianId, today.toString()],
  );
}

/** The activities in which a care contract of this household for this child still has days. */
export async function openContracts(
  reads: Reads,
  householdId: Id<"household">,
  participantId: Id<"participant">,
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  const rows = await reads.rows<{ activityName: string }>(
    "contracts_of_leaver",
    `select distinct unit.activity_name as "activityName"
     from care_contract contract
     join enrolment e on e.id = contract.enrolment_id
     join activities_unit_card unit on unit.unit_id = contract.unit_id
     where e.household_id = $1 and e.participant_id = $2 and contract.last_day > $3
       and contract.last_day >= contract.first_day
     order by 1`,
    [householdId, participantId, today.toString()],
  );
  return rows.map(({ activityName }) => activityName);
}
