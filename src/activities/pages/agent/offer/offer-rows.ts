import type { SignedIn } from "#identity";
import type { Reads } from "#platform";

import { calendarSetting } from "../../../calendar/authority-calendar.ts";
import type { ActivityOffer, OfferedSeason } from "../../../offer/activity-offer.ts";
import type { ActivityStanding, OfferFacts } from "../../../offer/offer-facts.ts";
import { openingsOfUnit } from "../../../offer/openings-of-unit.ts";
import { activityOffer } from "../../../offer/read-offer.ts";
import { capacitiesOn } from "../../../rules/capacities-on.ts";
import { placesOfDay } from "../../../rules/day-places.ts";
import { openingOn } from "../../../rules/opening-on.ts";
import { maySee } from "./policy.ts";

/** What keeps an activity from being booked, in the order in which it is done. */
export type Missing = "calendar" | "season" | "openings" | "deadlines";

/** An activity as the list shows it. */
export interface OfferRow extends ActivityStanding {
  offer: ActivityOffer;
  /** The season of today, or the next one. */
  season: OfferedSeason | null;
  /** The most places that it has on a day (see placesOfDay). */
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
    return { offer, season, enrolled, deadlines, places: placesOf(offer, season, today), missing };
  });
}

function seasonFrom({ seasons }: ActivityOffer, today: Temporal.PlainDate): OfferedSeason | null {
  return seasons.find(({ lastDay }) => Temporal.PlainDate.compare(lastDay, today) >= 0) ?? null;
}

/** In the week of today, or in the first of the season, and on the dates chosen one by one from then on. */
function placesOf(offer: ActivityOffer, season: OfferedSeason | null, today: Temporal.PlainDate): number {
  if (season === null) return 0;
  const { compare } = Temporal.PlainDate;
  const start = compare(season.firstDay, today) > 0 ? season.firstDay : today;
  const week = Array.from({ length: 7 }, (_, days) => start.add({ days }));
  const chosen = season.dates.map(({ date }) => date).filter((date) => compare(date, start) >= 0);
  const dates = [...week, ...chosen].filter((date) => compare(date, season.lastDay) <= 0);
  return Math.max(0, ...dates.map((date) => placesOn(offer, season, date)));
}

function placesOn(
  { units, ageGroups }: ActivityOffer,
  season: OfferedSeason,
  date: Temporal.PlainDate,
): number {
  const open = units.flatMap((unit) => {
    const held = openingOn(openingsOfUnit(season, unit.unitId), date);
    if (held?.offered !== true) return [];
    const [startsAt, endsAt] = [held.startsAt ?? unit.startsAt, held.endsAt ?? unit.endsAt];
    return [{ from: minuteOf(startsAt), to: minuteOf(endsAt), places: held.places }];
  });
  const shared = capacitiesOn(season.capacities, ageGroups, date);
  return placesOfDay(
    open,
    shared.map(({ fromMinute, toMinute, ...one }) => ({ ...one, from: fromMinute, to: toMinute })),
  );
}

const minuteOf = ({ hour, minute }: Temporal.PlainTime) => hour * 60 + minute;
