import type { SignedIn } from "#identity";
import type { Reads } from "#platform";

import { calendarSetting } from "../../../calendar/authority-calendar.ts";
import type { ActivityOffer, OfferedSeason } from "../../../offer/activity-offer.ts";
import type { ActivityStanding, OfferFacts } from "../../../offer/offer-facts.ts";
import { openingsByUnit } from "../../../offer/openings-of-unit.ts";
import { activityOffer } from "../../../offer/read-offer.ts";
import { openingOn } from "../../../rules/opening-on.ts";
import { maySee } from "./policy.ts";

/** What keeps an activity from being booked, in the order in which it is done. */
export type Missing = "calendar" | "season" | "openings" | "deadlines";

/** An activity as the list shows it. */
export interface OfferRow extends ActivityStanding {
  offer: ActivityOffer;
  /** The season of today, or the next one. */
  season: OfferedSeason | null;
  /** The most places of a weekday that its units have together. */
  places: number;
  missing: readonly Missing[];
}

/** The activities that an agent may see, with how each stands. */
export async function offerRows(
  reads: Reads,
  { facts, actor, today }: { facts: OfferFacts; actor: SignedIn; today: Temporal.PlainDate },
): Promise<readonly OfferRow[]> {
  const offers = (await activityOffer(reads)).filter(({ siteId }) => maySee(actor, siteId));
  const standing = await facts.standing(reads, today);
  const calendar = (await calendarSetting(reads)) !== undefined;
  return offers.map((offer) => {
    const { enrolled, deadlines } = standing.get(offer.activityId) ?? { enrolled: 0, deadlines: false };
    const season = seasonFrom(offer, today);
    const opens = season !== null && season.openings.length + season.dates.length > 0;
    const missing: Missing[] = [
      ...(calendar ? [] : ["calendar" as const]),
      ...(season === null ? ["season" as const] : []),
      ...(season !== null && !opens ? ["openings" as const] : []),
      ...(deadlines ? [] : ["deadlines" as const]),
    ];
    return { offer, season, enrolled, deadlines, places: placesOf(season, today), missing };
  });
}

function seasonFrom({ seasons }: ActivityOffer, today: Temporal.PlainDate): OfferedSeason | null {
  return seasons.find(({ lastDay }) => Temporal.PlainDate.compare(lastDay, today) >= 0) ?? null;
}

/** In the week of today, or in the first of the season. */
function placesOf(season: OfferedSeason | null, today: Temporal.PlainDate): number {
  if (season === null) return 0;
  const start = Temporal.PlainDate.compare(season.firstDay, today) > 0 ? season.firstDay : today;
  const units = openingsByUnit(season);
  const ofDay = (date: Temporal.PlainDate) =>
    units.reduce((sum, unit) => {
      const held = openingOn(unit, date);
      return sum + (held?.offered === true ? held.places : 0);
    }, 0);
  return Math.max(...Array.from({ length: 7 }, (_, days) => ofDay(start.add({ days }))));
}
