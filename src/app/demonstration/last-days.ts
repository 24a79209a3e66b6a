import { closeDays } from "#bookings";
import type { SignedIn } from "#identity";
import { parisDate, parisInstant, type Id } from "#kernel";
import type { Reads } from "#platform";

import { sendForm, type Story } from "./bookings.ts";
import type { CreatedCanteen } from "./offer.ts";

/** A line of a planning that can be acted upon. */
interface Meal {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  householdId: Id<"household">;
  date: Temporal.PlainDate;
}

/**
 * A child fell ill in the morning of its last meal, and reception cancelled it past the deadline, with the reason
 * that the family reads. Nothing before the first meal of the season.
 */
export async function cancelForIllness(story: Story, mother: SignedIn): Promise<void> {
  const household = mother.guardian?.householdIds[0];
  if (household === undefined) return;
  const meal = await story.database.read((reads) => lastMeal(reads, household, parisDate(story.now)));
  if (meal === undefined) return;
  const at = parisInstant(meal.date, new Temporal.PlainTime(8, 10));
  const lines = [{ act: "cancel" as const, participantId: meal.participantId, slotId: meal.slotId }];
  const reason = "Enfant malade : sa mère a appelé à 8 h.";
  await sendForm(story, story.reception, lines, at, { householdId: meal.householdId, reason });
}

/** A teachers' day closes one canteen, some ten days ahead. */
export async function closeForTeachersDay(
  story: Story,
  administrator: SignedIn,
  { siteId, activityId }: CreatedCanteen,
): Promise<void> {
  const from = parisDate(story.now).add({ days: 9 });
  const slot = await story.database.read((reads) =>
    reads.row<{ date: Temporal.PlainDate }>(
      "demonstration_day_to_close",
      `select date from bookings_slot_card where activity_id = $1 and date >= $2 and state = 'open'
       order by date limit 1`,
      [activityId, from.toString()],
    ),
  );
  if (slot === undefined) return;
  const visit = { ...story, actor: administrator, address: "127.0.0.1" };
  const message = "Journée pédagogique : l’école est fermée.";
  await closeDays(visit, { siteId, firstDay: slot.date, lastDay: slot.date, message });
}

/** Last evening the mother booked two meals more: the receipt that her history and her mail show. */
export async function bookLastEvening(story: Story, mother: SignedIn): Promise<void> {
  const household = mother.guardian?.householdIds[0];
  if (household === undefined) return;
  const evening = parisInstant(parisDate(story.now).subtract({ days: 1 }), new Temporal.PlainTime(20, 47));
  const meals = await story.database.read((reads) => freeThursdays(reads, household, evening));
  const lines = meals.map(({ participantId, slotId }) => ({ act: "book" as const, participantId, slotId }));
  await sendForm(story, mother, lines, evening);
}

function lastMeal(
  reads: Reads,
  household: Id<"household">,
  today: Temporal.PlainDate,
): Promise<Meal | undefined> {
  return reads.row(
    "demonstration_last_meal",
    `select participant_id as "participantId", slot_id as "slotId", household_id as "householdId", date
     from bookings_booked where household_id = $1 and date < $2 order by date desc, participant_id limit 1`,
    [household, today.toString()],
  );
}

function freeThursdays(
  reads: Reads,
  household: Id<"household">,
  at: Temporal.Instant,
): Promise<Pick<Meal, "participantId" | "slotId">[]> {
  return reads.rows(
    "demonstration_free_thursdays",
    `select distinct on (slot.date) booked.participant_id as "participantId", slot.slot_id as "slotId"
     from bookings_slot_card slot
     join bookings_booked booked using (activity_id)
     where booked.household_id = $1 and slot.book_until > $2 and slot.state = 'open'
       and extract(isodow from slot.date) = 4 and slot.taken < slot.places
     order by slot.date, booked.participant_id limit 2`,
    [household, at.toString()],
  );
}
