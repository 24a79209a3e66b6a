import { activityOffer } from "#activities";
import { enrol } from "#bookings";
import type { SignedIn } from "#identity";
import { parisDate, parisInstant } from "#kernel";

import { sendForm, type Story } from "./bookings.ts";
import { activityOf, nextPlaces, payerOf } from "./services.ts";

/** Children whom the assistante maternelle looks after, and brings along. */
const BROUGHT = 3;

/** An assistante maternelle is enrolled at the relais petite enfance, and books for herself and the children. */
export async function goToTheRelais(story: Story, { actor }: { actor: SignedIn }): Promise<void> {
  const householdId = actor.guardian?.householdIds[0];
  if (householdId === undefined) return;
  await story.database.write(async (writes) => {
    const { activityId, seasons } = activityOf(await activityOffer(writes), "relais-petite-enfance");
    const people = await payerOf(writes, householdId);
    const adults = people
      .filter(({ kind, firstName }) => kind === "adult" && actor.name.startsWith(firstName))
      .map(({ participantId, payerGuardianId }) => ({ participantId, payerGuardianId, householdId }));
    for (const { seasonId, firstDay, lastDay } of seasons) {
      await enrol(writes, { activityId, seasonId, firstDay, lastDay, now: story.opened }, adults);
    }
  });
  const evening = parisInstant(parisDate(story.now).subtract({ days: 3 }), new Temporal.PlainTime(20, 40));
  const of = { activities: ["relais-petite-enfance"], units: ["eveil"] };
  const places = await story.database.read((reads) => nextPlaces(reads, householdId, of, evening));
  const lines = places.slice(0, 2).map(({ participantId, slotId }) => ({
    act: "book" as const,
    participantId,
    slotId,
    companions: BROUGHT,
  }));
  if (lines.length > 0) await sendForm(story, actor, lines, evening);
}
