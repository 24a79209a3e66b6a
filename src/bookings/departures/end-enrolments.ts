import { parisDate, type Id } from "#kernel";
import type { SignedInVisit } from "#identity";
import type { Writes } from "#platform";

import { lockChoice } from "../enrolments/load-choice.ts";
import { saveEnrolment, type EnrolmentToSave } from "../enrolments/save-enrolment.ts";

/** Ends what a household has enrolled a participant in: today is the last day, and nothing is booked after it. */
export async function endEnrolmentsFrom(
  writes: Writes,
  { actor, now }: Pick<SignedInVisit, "actor" | "now">,
  of: { householdId: Id<"household">; participantId: Id<"participant">; reason: string },
): Promise<void> {
  const today = parisDate(now);
  const enrolments = await writes.rows<EnrolmentToSave>(
    "enrolments_of_leaver",
    `select participant_id as "participantId", household_id as "householdId", activity_id as "activityId",
            season_id as "seasonId", payer_guardian_id as "payerId", first_day as "firstDay", last_day as "lastDay",
            regular, priority_groups as groups, priority_points as points
     from enrolment
     where household_id = $1 and participant_id = $2 and last_day > $3 and last_day >= first_day
     order by season_id`,
    [of.householdId, of.participantId, today.toString()],
  );
  const { compare } = Temporal.PlainDate;
  for (const enrolment of enrolments) {
    await lockChoice(writes, enrolment);
    const eve = enrolment.firstDay.subtract({ days: 1 });
    const saved = await saveEnrolment(
      writes,
      { ...enrolment, lastDay: compare(today, eve) < 0 ? eve : today },
      "ended",
      {
        accountId: actor.accountId,
        name: actor.name,
        byAgent: true,
        reason: of.reason,
        now,
        // What is booked today stays: only the days after it had to be given up.
        today: today.add({ days: 1 }),
      },
    );
    if (!saved.ok) throw new Error(`An enrolment of who leaves was not ended: ${saved.refusal.code}`);
  }
}
