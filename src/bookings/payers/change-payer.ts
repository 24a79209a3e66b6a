import { ok, refuse, type Id, type Result } from "#kernel";
import type { SignedInVisit } from "#identity";
import { writeJournal } from "#platform";

/** Who pays from a day on, for the child and the activity of an enrolment. */
export interface NewPayer {
  householdId: Id<"household">;
  enrolmentId: Id<"enrolment">;
  guardianId: Id<"guardian">;
  firstDay: Temporal.PlainDate;
}

/** Why the payer was not changed. */
export type PayerRefusal =
  | { code: "unknown-enrolment" }
  | { code: "not-of-household" }
  | { code: "outside"; firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate };

interface EnrolmentRow {
  participantId: Id<"participant">;
  activityId: Id<"activity">;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  ofHousehold: boolean;
}

/**
 * Says who pays from a day on for a child and an activity in a household: what was to come after that day is replaced,
 * what came before ends on its eve. The journal keeps who changed it. See payerSpans for what it means.
 *
 * Refuses an enrolment that is not the household's, an adult of another household, and a day outside the enrolment.
 */
export async function changePayer(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  { householdId, enrolmentId, guardianId, firstDay }: NewPayer,
): Promise<Result<null, PayerRefusal>> {
  return database.write(async (writes) => {
    const enrolment = await writes.row<EnrolmentRow>(
      "payer_enrolment",
      `select participant_id as "participantId", activity_id as "activityId", first_day as "firstDay",
              last_day as "lastDay",
              exists (select from families_guardian_card
                      where household_id = $2 and guardian_id = $3) as "ofHousehold"
       from enrolment where id = $1 and household_id = $2 for update`,
      [enrolmentId, householdId, guardianId],
    );
    if (enrolment === undefined) return refuse({ code: "unknown-enrolment" });
    if (!enrolment.ofHousehold) return refuse({ code: "not-of-household" });
    const { compare } = Temporal.PlainDate;
    if (compare(firstDay, enrolment.firstDay) < 0 || compare(firstDay, enrolment.lastDay) > 0) {
      return refuse({ code: "outside", firstDay: enrolment.firstDay, lastDay: enrolment.lastDay });
    }
    const { participantId, activityId } = enrolment;
    const subject = [participantId, householdId, activityId, firstDay.toString()] as const;
    await writes.run(
      "payer_replace_later",
      `delete from payer_period
       where participant_id = $1 and household_id = $2 and activity_id = $3 and first_day >= $4`,
      subject,
    );
    await writes.run(
      "payer_end_earlier",
      `update payer_period set last_day = $4::date - 1
       where participant_id = $1 and household_id = $2 and activity_id = $3
         and (last_day is null or last_day >= $4::date)`,
      subject,
    );
    await writes.run(
      "payer_begin",
      `insert into payer_period (participant_id, household_id, activity_id, first_day, guardian_id, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [...subject, guardianId, actor.name, now.toString()],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "bookings.payer-changed",
      objectKind: "participant",
      objectId: participantId,
      householdId,
      facts: { activity: activityId, guardian: guardianId, from: firstDay.toString() },
      address,
    });
    return ok(null);
  });
}
