import { activityOffer, type ActivityOffer } from "#activities";
import { enrolForFamily } from "#bookings";
import type { SignedIn } from "#identity";
import { parisDate, parisInstant, type Id } from "#kernel";
import type { Reads } from "#platform";

import { sendForm, type Story } from "./bookings.ts";
import type { EnrolledChild } from "./enrolled-families.ts";

/** How many families of the first canteen go to the leisure centre on Wednesdays. */
const WEDNESDAY_FAMILIES = 14;

/** A dozen families of the first canteen's school go to the leisure centre on Wednesdays. */
export async function useServices(story: Story, families: readonly EnrolledChild[]): Promise<void> {
  const some = families.slice(0, WEDNESDAY_FAMILIES);
  const wednesdays = activityOf(await story.database.read((reads) => activityOffer(reads)), "alsh-mercredi");
  for (const { householdId } of some) await enrolHousehold(story, householdId, wednesdays);
  const evening = parisInstant(parisDate(story.now).subtract({ days: 2 }), new Temporal.PlainTime(20, 15));
  const of = { activities: ["alsh-mercredi"], units: ["journee"] };
  for (const { householdId } of some) {
    const places = await story.database.read((reads) => nextPlaces(reads, householdId, of, evening));
    const lines = places.map(({ participantId, slotId }) => ({
      act: "book" as const,
      participantId,
      slotId,
    }));
    await sendForm(story, story.reception, lines, evening, { householdId, reason: null });
  }
}

/** The mother's second child goes to the stay, which is kept for inhabitants: a move out of the communes would lose it. */
export async function enrolForStay(story: Story, mother: SignedIn): Promise<void> {
  const stay = activityOf(await story.database.read((reads) => activityOffer(reads)), "sejour-baie");
  for (const householdId of mother.guardian?.householdIds ?? []) {
    const people = await story.database.read((reads) => payerOf(reads, householdId));
    const hugo = people.find(({ firstName }) => firstName === "Hugo");
    if (hugo !== undefined) await enrolByReception(story, { ...hugo, householdId }, stay);
  }
}

/** Her children may go on outings, whose places are kept until they are paid: the way from the basket to the receipt. */
export async function enrolForOutings(story: Story, mother: SignedIn): Promise<void> {
  const outings = activityOf(await story.database.read((reads) => activityOffer(reads)), "sorties");
  for (const householdId of mother.guardian?.householdIds ?? [])
    await enrolHousehold(story, householdId, outings);
}

/** What is offered under this code of the rule set. */
export function activityOf(offer: readonly ActivityOffer[], code: string): ActivityOffer {
  const found = offer.find(({ activityCode }) => activityCode === code);
  if (found === undefined) throw new Error(`The demonstration offers no ${code}`);
  return found;
}

/** Every child of the household, in every season of the activity; its first guardian pays. */
async function enrolHousehold(
  story: Story,
  householdId: Id<"household">,
  activity: ActivityOffer,
): Promise<void> {
  const people = await story.database.read((reads) => payerOf(reads, householdId));
  const children = people.filter(({ kind }) => kind === "child");
  for (const child of children) await enrolByReception(story, { ...child, householdId }, activity);
}

/**
 * Reception enrols somebody in every season of an activity that is not over, as it does on its page: the conditions decide, and the
 * priority groups are kept. Who does not meet a condition is left out.
 * @returns how many enrolments were written
 */
export async function enrolByReception(
  story: Story,
  person: { participantId: Id<"participant">; householdId: Id<"household">; payerGuardianId: Id<"guardian"> },
  { seasons }: ActivityOffer,
): Promise<number> {
  let written = 0;
  const visit = { ...story, actor: story.reception, now: story.opened, address: "127.0.0.1" };
  const { participantId, householdId, payerGuardianId: payerId } = person;
  const left = seasons.filter(
    ({ lastDay }) => Temporal.PlainDate.compare(lastDay, parisDate(story.opened)) >= 0,
  );
  for (const { seasonId, firstDay, lastDay } of left) {
    const enrolled = await enrolForFamily(visit, {
      participantId,
      householdId,
      payerId,
      seasonId,
      firstDay,
      lastDay,
      regular: false,
      given: [],
      reason: "",
    });
    if (!enrolled.ok && enrolled.refusal.code !== "needs-reason") {
      throw new Error(`An enrolment of the demonstration was refused: ${enrolled.refusal.code}`);
    }
    if (enrolled.ok) written += 1;
  }
  return written;
}

/** The people of a household with whoever pays for each: its first guardian. */
export function payerOf(reads: Reads, householdId: Id<"household">) {
  return reads.rows<{
    participantId: Id<"participant">;
    payerGuardianId: Id<"guardian">;
    kind: "child" | "adult";
    firstName: string;
  }>(
    "demonstration_service_people",
    `select card.participant_id as "participantId", payer.guardian_id as "payerGuardianId", card.kind,
            card.first_name as "firstName"
     from families_participant_card card
     join lateral (select guardian_id from families_guardian_card guardian
                   where guardian.household_id = card.household_id
                   order by civility desc, first_name limit 1) payer on true
     where card.household_id = $1 order by card.birth_date`,
    [householdId],
  );
}

/** The next four open slots of each of these activities, of these units, for who is enrolled of a household. */
export function nextPlaces(
  reads: Reads,
  householdId: Id<"household">,
  of: { activities: readonly string[]; units: readonly string[] },
  at: Temporal.Instant,
): Promise<
  { participantId: Id<"participant">; slotId: Id<"slot">; activityCode: string; unitCode: string }[]
> {
  return reads.rows(
    "demonstration_next_places",
    `select child.participant_id as "participantId", next.slot_id as "slotId", next.activity_code as "activityCode",
            next.unit_code as "unitCode"
     from (select distinct participant_id, activity_id from bookings_enrolment_card where household_id = $1) enrolled
     join families_participant_card child
       on child.participant_id = enrolled.participant_id and child.household_id = $1
     join lateral (
       select slot.slot_id, slot.date, unit.activity_code, unit.unit_code from bookings_slot_card slot
       join activities_unit_card unit using (unit_id)
       where slot.activity_id = enrolled.activity_id and unit.activity_code = any ($2::text[])
         and unit.unit_code = any ($3::text[]) and slot.state = 'open'
         and slot.book_until > $4 and slot.taken < slot.places
       order by slot.date limit 4) next on true
     order by child.birth_date, next.date, next.slot_id`,
    [householdId, of.activities, of.units, at.toString()],
  );
}
