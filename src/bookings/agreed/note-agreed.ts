import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal } from "#platform";

/** What is agreed for an enrolment from a day on. */
export interface NewAgreed {
  readonly householdId: Id<"household">;
  readonly enrolmentId: Id<"enrolment">;
  readonly firstDay: Temporal.PlainDate;
  readonly ownMeal: boolean;
  readonly category: string | null;
}

/** Why it was not noted. */
export type AgreedRefusal =
  | { readonly code: "unknown-enrolment" }
  | { readonly code: "outside"; readonly firstDay: Temporal.PlainDate; readonly lastDay: Temporal.PlainDate };

interface EnrolmentRow {
  participantId: Id<"participant">;
  activityId: Id<"activity">;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
}

/**
 * Notes what was agreed with a family for an enrolment, from a day on: a meal that the child brings under its PAI, a
 * category of the tariff. Estimates and bills of the days from then on follow; a month that is issued is corrected by its
 * next run. The same noted again writes nothing. Refuses an enrolment of another household, and a day outside it.
 */
export async function noteAgreed(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  { householdId, enrolmentId, firstDay, ownMeal, category }: NewAgreed,
): Promise<Result<null, AgreedRefusal>> {
  return database.write(async (writes) => {
    const enrolment = await writes.row<EnrolmentRow>(
      "agreed_enrolment",
      `select participant_id as "participantId", activity_id as "activityId", first_day as "firstDay",
              last_day as "lastDay"
       from enrolment where id = $1 and household_id = $2 for update`,
      [enrolmentId, householdId],
    );
    if (enrolment === undefined) return refuse({ code: "unknown-enrolment" });
    const { compare } = Temporal.PlainDate;
    if (compare(firstDay, enrolment.firstDay) < 0 || compare(firstDay, enrolment.lastDay) > 0)
      return refuse({ code: "outside", firstDay: enrolment.firstDay, lastDay: enrolment.lastDay });
    const written = await writes.run(
      "note_agreed_term",
      `insert into agreed_term (enrolment_id, first_day, own_meal, category, by_label, at)
       select $1, $2, $3, $4, $5, $6
       where not exists (
         select from (select own_meal, category, first_day from agreed_term
                      where enrolment_id = $1 and first_day <= $2 order by first_day desc, id desc limit 1) held
         where held.own_meal = $3 and held.category is not distinct from $4::text and held.first_day = $2)`,
      [enrolmentId, firstDay.toString(), ownMeal, category, actor.name, now.toString()],
    );
    if (written === 0) return ok(null);
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "bookings.agreed-noted",
      objectKind: "participant",
      objectId: enrolment.participantId,
      householdId,
      facts: { activity: enrolment.activityId, from: firstDay.toString(), ownMeal, category },
      address,
    });
    return ok(null);
  });
}
