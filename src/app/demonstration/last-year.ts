import { alignSlots, enrol } from "#bookings";
import type { SignedIn } from "#identity";
import { parisInstant } from "#kernel";

import { sendForm, slotsBetween, type Story } from "./bookings.ts";
import type { EnrolledChild } from "./enrolled-families.ts";
import { openFor, type CreatedCanteen } from "./offer.ts";
import type { DemonstrationSeason } from "./season.ts";

/** What was last year: its season, which canteens were open already, and who booked which weekdays there. */
interface LastYear {
  readonly season: DemonstrationSeason;
  readonly canteens: readonly CreatedCanteen[];
  readonly families: readonly { readonly actor: SignedIn; readonly weekdays: readonly number[] }[];
}

/**
 * The year before: its canteens were open, some families booked their autumn by themselves on the morning when bookings opened, the
 * week that they had then; « comme l'an dernier » finds it. Nothing where the calendar does not know this year: it would
 * be all that the planning has.
 */
export async function replayLastYear(story: Story, { season, canteens, families }: LastYear): Promise<void> {
  const { authority, database } = story;
  const opened = parisInstant(season.firstDay.subtract({ days: 14 }), new Temporal.PlainTime(9));
  const by = { name: story.reception.name, accountId: story.reception.accountId };
  const activityIds = canteens.map(({ activityId }) => activityId);
  const own = story.children.filter((child) => families.some(({ actor }) => isOf(actor, child)));
  await database.write(async (writes) => {
    for (const canteen of canteens) {
      const seasonId = await openFor(
        writes,
        { ...canteen, places: canteen.canteen.places },
        { season, authorityId: authority.id },
      );
      const children = own.filter((child) => child.activityId === canteen.activityId);
      await enrol(writes, { ...canteen, ...season, seasonId, now: opened }, children);
    }
    await alignSlots(writes, { authorityId: authority.id, activityIds, now: opened, by });
  });
  const slots = await database.read((reads) =>
    slotsBetween(reads, season.firstDay, season.firstDay.with({ month: 12, day: 31 })),
  );
  for (const { actor, weekdays } of families) {
    const lines = own
      .filter((child) => isOf(actor, child))
      .flatMap(({ participantId, activityId }) =>
        slots
          .filter((slot) => slot.activityId === activityId && weekdays.includes(slot.date.dayOfWeek))
          .map(({ slotId }) => ({ act: "book" as const, participantId, slotId })),
      );
    await sendForm(story, actor, lines, opened);
  }
}

function isOf({ guardian }: SignedIn, { householdId }: EnrolledChild): boolean {
  return guardian?.householdIds.includes(householdId) === true;
}
