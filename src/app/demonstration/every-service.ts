import { randomUUID } from "node:crypto";

import { activityOffer } from "#activities";
import { carePlaces, previewContract, signContract, type CarePlace } from "#bookings";
import { addParticipant } from "#families";
import { everyoneOf, type SignedIn } from "#identity";
import { parisDate, parisInstant, parseId, type Id } from "#kernel";
import { hashedId } from "#platform";

import { sendForm, type Story } from "./bookings.ts";
import { activityOf, enrolByReception, nextPlaces, payerOf } from "./services.ts";

/** Who of the family attends what, besides the canteen of the one who is in the school register. */
const ATTENDS = {
  Rose: ["multi-accueil"],
  Jules: ["alsh-mercredi", "alsh-vacances", "ecole-de-musique", "atelier-cirque"],
  Nathan: ["caj"],
  Sophie: ["ateliers-numeriques", "relais-petite-enfance"],
} as const;

/** She is an assistante maternelle too, and brings to the relais the children whom she looks after. */
const LOOKED_AFTER = 3;

const WEEK = [1, 2, 4].map((weekday) => ({ weekday, from: 510, to: 1020 }));
const FIRST_DAYS = [1, 2].map((weekday) => ({ weekday, from: 540, to: 660 }));

/**
 * A family that uses every service, so that one planning shows every form of unit: a nursery contract, Wednesdays,
 * holidays, a course, afternoons of the young, a workshop for the mother herself, and the relais with the children whom she
 * looks after.
 * @param startYear the year in which the school year begins
 */
export async function useEveryService(story: Story, mother: SignedIn, startYear: number): Promise<void> {
  const { database, reception, opened, now } = story;
  const householdId = mother.guardian?.householdIds[0];
  if (householdId === undefined) throw new Error("The family of every service has no household");
  const visit = { ...story, actor: reception, now: opened, address: "127.0.0.1" };
  const born = (years: number) => Temporal.PlainDate.from({ year: startYear - years, month: 5, day: 12 });
  for (const person of [
    { kind: "child", firstName: "Nathan", lastName: "Duhamel", birthDate: born(12) },
    { kind: "child", firstName: "Rose", lastName: "Duhamel", birthDate: born(1) },
    { kind: "adult", firstName: "Sophie", lastName: "Duhamel", birthDate: null },
  ] as const) {
    const added = await addParticipant(visit, householdId, person, {
      formKey: hashedId<"form">("demonstration", person.firstName),
      answer: { chosen: null, seen: [] },
      schoolClass: null,
    });
    if (!added.ok) throw new Error(`${person.firstName} was not added: ${added.refusal.code}`);
  }
  const offer = await database.read((reads) => activityOffer(reads));
  const people = await database.read((reads) => payerOf(reads, householdId));
  for (const [firstName, codes] of Object.entries(ATTENDS)) {
    const person = people.find((one) => one.firstName === firstName);
    if (person === undefined) throw new Error(`${firstName} is not of the family of every service`);
    for (const code of codes) {
      await enrolByReception(story, { ...person, householdId }, activityOf(offer, code));
    }
  }
  await signForNursery(story, householdId);
  const evening = parisInstant(parisDate(now).subtract({ days: 2 }), new Temporal.PlainTime(20, 15));
  const of = {
    activities: ["alsh-mercredi", "caj", "ateliers-numeriques", "relais-petite-enfance"],
    units: ["journee", "apres-midi", "atelier", "eveil"],
  };
  const places = await database.read((reads) => nextPlaces(reads, householdId, of, evening));
  const days = places.filter(
    ({ activityCode, unitCode }) => activityCode !== "alsh-mercredi" || unitCode === "journee",
  );
  const lines = days.map(({ participantId, slotId, unitCode }) => ({
    act: "book" as const,
    participantId,
    slotId,
    ...(unitCode === "eveil" ? { companions: LOOKED_AFTER } : {}),
  }));
  await sendForm(story, mother, lines, evening);
}

/** Reception signs the contract of the youngest from the first day to the last; nothing once the season is over. */
async function signForNursery(story: Story, householdId: Id<"household">): Promise<void> {
  const { opened, database } = story;
  const today = parisDate(opened);
  const [place] = await database.read((reads) => carePlaces(reads, everyoneOf([householdId]), today));
  if (place === undefined) return;
  const visit = { ...story, actor: story.reception, now: opened, address: "127.0.0.1" };
  const wanted = { ...place, terms: termsFrom(place, today), replaces: null };
  const previewed = await previewContract(visit, wanted);
  if (!previewed.ok) throw new Error(`The contract was refused: ${previewed.refusal.code}`);
  const key = parseId<"submission">(randomUUID());
  if (key === undefined) throw new Error("randomUUID gave something else");
  const signed = await signContract(visit, wanted, { key, seen: previewed.value.seen, full: "leave" });
  if (!signed.ok) throw new Error(`The contract was refused: ${signed.refusal.code}`);
}

/** Three long days a week, after two weeks of short ones. */
function termsFrom({ firstDay, lastDay }: CarePlace, today: Temporal.PlainDate) {
  const { compare } = Temporal.PlainDate;
  const first = compare(firstDay, today) < 0 ? today : firstDay;
  const until = first.add({ days: 11 });
  const adapting = compare(until, lastDay) < 0 ? { until, week: FIRST_DAYS } : null;
  return { firstDay: first, lastDay, week: WEEK, adapting };
}
