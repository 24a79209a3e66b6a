import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { payerSpans, type PayerSpan } from "../rules/payer-spans.ts";

/** Who pays for a child and an activity in a household, day after day. */
export interface EnrolmentPayers {
  enrolmentId: Id<"enrolment">;
  participantId: Id<"participant">;
  activityId: Id<"activity">;
  firstName: string;
  activityName: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  spans: readonly PayerSpan<string>[];
}

interface EnrolmentRow extends Omit<EnrolmentPayers, "spans"> {
  payer: string;
}

interface PeriodRow extends PayerSpan<string> {
  participantId: Id<"participant">;
  activityId: Id<"activity">;
}

/** The payers of the enrolments of a household that hold on a day or later, child by child. */
export async function householdPayers(
  reads: Reads,
  householdId: Id<"household">,
  from: Temporal.PlainDate,
): Promise<readonly EnrolmentPayers[]> {
  const enrolments = await reads.rows<EnrolmentRow>(
    "payers_enrolments",
    `select e.id as "enrolmentId", e.participant_id as "participantId", e.activity_id as "activityId",
            p.first_name as "firstName", unit.activity_name as "activityName", e.first_day as "firstDay",
            e.last_day as "lastDay", coalesce(g.first_name || ' ' || g.last_name, '') as payer
     from enrolment e
     join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
     join lateral (select activity_name from activities_unit_card where activity_id = e.activity_id limit 1) unit on true
     left join families_guardian_name g on g.guardian_id = e.payer_guardian_id
     where e.household_id = $1 and e.last_day >= $2
     order by p.birth_date, p.first_name, p.participant_id, unit.activity_name, e.first_day`,
    [householdId, from.toString()],
  );
  const periods = await reads.rows<PeriodRow>(
    "payers_periods",
    `select period.participant_id as "participantId", period.activity_id as "activityId",
            period.first_day as "firstDay", period.last_day as "lastDay",
            coalesce(g.first_name || ' ' || g.last_name, '') as payer
     from payer_period period
     left join families_guardian_name g on g.guardian_id = period.guardian_id
     where period.household_id = $1`,
    [householdId],
  );
  return enrolments.map(({ payer, ...enrolment }) => ({
    ...enrolment,
    spans: payerSpans(
      { payer, firstDay: enrolment.firstDay, lastDay: enrolment.lastDay },
      periods.filter(
        ({ participantId, activityId }) =>
          participantId === enrolment.participantId && activityId === enrolment.activityId,
      ),
    ),
  }));
}
