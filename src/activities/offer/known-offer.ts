import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { calendarAt, loadCalendar, type AuthorityCalendar } from "../calendar/authority-calendar.ts";
import { dayStates, type DayState } from "../calendar/day-states.ts";
import type { ActivityOffer } from "./activity-offer.ts";
import { activityOffer } from "./read-offer.ts";

/** The offer and the calendar of an authority as they stand, read once for all the pages between two changes. */
export interface KnownOffer {
  readonly calendar: AuthorityCalendar;
  /** What each date of a month is for an activity; empty for an activity that does not exist. */
  dayStates(activityId: Id<"activity">, month: Temporal.PlainYearMonth): readonly DayState[];
}

/** How many states are kept: one an authority that families look at, and a few that are just past. */
const MOST_STATES = 32;

const states = new Map<string, Promise<KnownOffer>>();

/**
 * The offer as it is now. A planning looked it up anew, in eleven statements, on the morning when eight hundred
 * families open one; now one statement reads the stamp that every change of the offer renews (see the migration
 * « offer-stamp »), and the rest is remembered by stamp: there is nothing to expire or to forget.
 */
export async function knownOffer(reads: Reads): Promise<KnownOffer> {
  const row = await reads.row<{ stamp: string | null }>(
    "offer_stamp",
    `select string_agg(stamp::text, ' ' order by stamp) as stamp from offer_stamp`,
  );
  const stamp = row?.stamp ?? null;
  if (stamp === null) throw new Error("The offer has no stamp");
  const known = states.get(stamp) ?? readOffer(reads);
  states.delete(stamp);
  states.set(stamp, known);
  known.catch(() => states.delete(stamp));
  const [oldest] = states.keys();
  if (states.size > MOST_STATES && oldest !== undefined) states.delete(oldest);
  return known;
}

async function readOffer(reads: Reads): Promise<KnownOffer> {
  const calendar = await loadCalendar(reads);
  const offers = new Map<string, ActivityOffer>();
  for (const offer of await activityOffer(reads)) offers.set(offer.activityId, offer);
  const months = new Map<string, readonly DayState[]>();
  return {
    calendar,
    dayStates: (activityId, month) => {
      const offer = offers.get(activityId);
      if (offer === undefined) return [];
      const key = `${activityId} ${month.toString()}`;
      const days = months.get(key) ?? dayStates(offer, calendarAt(calendar, offer.siteId), month);
      // Any month may be asked for by the address bar: beyond a school year of each activity, none is kept.
      if (months.size < offers.size * 12) months.set(key, days);
      return days;
    },
  };
}
