import type { Id } from "#kernel";
import type { Writes } from "#platform";

/** A participant's right to attend an activity in a season, for one household, and who pays. */
export interface NewEnrolment {
  participantId: Id<"participant">;
  householdId: Id<"household">;
  payerGuardianId: Id<"guardian">;
}

/**
 * Enrols participants in a season of an activity, all at once, from a day to another, both included. A
 * participant whom the household has already enrolled in that season stays as he or she was.
 * @returns how many were enrolled
 */
export async function enrol(
  writes: Writes,
  season: {
    activityId: Id<"activity">;
    seasonId: Id<"season">;
    firstDay: Temporal.PlainDate;
    lastDay: Temporal.PlainDate;
    now: Temporal.Instant;
  },
  enrolments: readonly NewEnrolment[],
): Promise<number> {
  return writes.run(
    "enrol",
    `insert into enrolment (participant_id, household_id, payer_guardian_id, activity_id, season_id,
                            first_day, last_day, created_at)
     select e.*, $1, $2, $3, $4, $5
     from unnest($6::uuid[], $7::uuid[], $8::uuid[]) as e (participant_id, household_id, payer_guardian_id)
     on conflict (participant_id, season_id, household_id) do nothing`,
    [
      season.activityId,
      season.seasonId,
      season.firstDay.toString(),
      season.lastDay.toString(),
      season.now.toString(),
      enrolments.map((enrolment) => enrolment.participantId),
      enrolments.map((enrolment) => enrolment.householdId),
      enrolments.map((enrolment) => enrolment.payerGuardianId),
    ],
  );
}
