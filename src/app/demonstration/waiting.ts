import type { SignedIn } from "#identity";
import { activityOffer } from "#activities";
import type { Id } from "#kernel";

import { sendForm, type Story } from "./bookings.ts";
import type { EnrolledChild } from "./enrolled-families.ts";
import { activityOf, enrolByReception, nextPlaces } from "./services.ts";

/** A small activity: two places each time. */
const CIRCUS = { activities: ["atelier-cirque"], units: ["atelier"] };

/** Long enough before the first of these days, so that an offer can be answered for two days. */
const DAYS_BEFORE = 5;

/**
 * Two neighbours took both places of the two next circus workshops, a third waits for the second one. The mother waits
 * for both; then a neighbour gives the first one back: that place is offered to her, and she is the second in line for
 * the other. Nothing when no workshop is left, or too few families are known.
 */
export async function waitForPlaces(
  story: Story,
  mother: SignedIn,
  neighbours: readonly EnrolledChild[],
): Promise<void> {
  const { database, now } = story;
  const household = mother.guardian?.householdIds[0];
  if (household === undefined) throw new Error("The family that waits has no household");
  const circus = activityOf(await database.read((reads) => activityOffer(reads)), "atelier-cirque");
  const single: EnrolledChild[] = [];
  for (const child of onePerFamily(neighbours)) {
    // Some are too young for it.
    if (single.length < 3 && (await enrolByReception(story, child, circus)) > 0) single.push(child);
  }
  const days = await database.read((reads) =>
    nextPlaces(reads, household, CIRCUS, now.add({ hours: 24 * DAYS_BEFORE })),
  );
  const [first, second] = days;
  const [holder, other, waiting] = single;
  if (!first || !second || !holder || !other || !waiting) return;
  const ago = (hours: number) => now.subtract({ hours });
  const send = (
    { participantId, householdId }: EnrolledChild,
    act: "book" | "wait" | "cancel",
    slots: readonly Id<"slot">[],
    at: Temporal.Instant,
  ) => {
    const lines = slots.map((slotId) => ({ act, participantId, slotId }));
    return sendForm(story, story.reception, lines, at, { householdId, reason: null });
  };
  await send(holder, "book", [first.slotId, second.slotId], ago(75));
  await send(other, "book", [first.slotId, second.slotId], ago(74));
  await send(waiting, "wait", [second.slotId], ago(73));
  const turns = [first, second].map(({ participantId, slotId }) => ({
    act: "wait" as const,
    participantId,
    slotId,
  }));
  await sendForm(story, mother, turns, ago(72));
  await send(holder, "cancel", [first.slotId], ago(1));
}

/** One child of each family that has no second household here. */
function onePerFamily(children: readonly EnrolledChild[]): readonly EnrolledChild[] {
  const single = children.filter(
    ({ participantId }) => children.filter((other) => other.participantId === participantId).length === 1,
  );
  return [...new Map(single.map((child) => [child.householdId, child])).values()];
}
