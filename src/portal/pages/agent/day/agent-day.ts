import {
  activityOffer,
  closuresFrom,
  type ClosureCard,
  calendarSetting,
  loadCalendar,
  missingSchoolYears,
  periodsToConfirm,
  readSchoolPeriods,
} from "#activities";
import { siteDays, type SiteDay } from "#attendance";
import {
  byDay,
  comingCounts,
  offersToPhone,
  type DayCount,
  type DaySums,
  type OfferToPhone,
} from "#bookings";
import { mayAnywhere, mayAt, type SignedInVisit } from "#identity";
import { parisDate, schoolYearOf, type Id } from "#kernel";
import type { Reads } from "#platform";
import { readTopics, type Topic } from "#watchdog";

/** What an agent must know on arriving. */
export interface AgentDay {
  today: Temporal.PlainDate;
  /** Whom the agent notes today, site by site: what a site manager opens the page for at half past seven. */
  toNote: readonly SiteDay[];
  /** Families to call, because a place waits for their answer and no letter reaches them; for who may book. */
  offersToPhone: readonly OfferToPhone[];
  /** Today's and tomorrow's units at the agent's sites. */
  counts: readonly DayCount[];
  /** The days after tomorrow, a week of them: what is taken of what there is, at all the agent's sites. */
  coming: readonly DaySums[];
  /** Slots of the coming days with a tenth of their places left, or none. */
  nearlyFull: readonly DayCount[];
  /** What closes a site of the agent, or every site, in the coming two weeks. */
  closures: readonly ClosureCard[];
  /** Only for who may change the calendar. */
  calendar: { toConfirm: number; missing: readonly string[] } | null;
  /** What the watch found at the agent’s sites; nothing for who does not read it. */
  watched: readonly Topic[];
}

const DAYS_AHEAD = 13;
const WEEK = 7;

/** Reads the day of an agent: counts at his or her sites, what is nearly full, what the calendar lacks. */
export function readAgentDay({ actor, database, now }: SignedInVisit): Promise<AgentDay> {
  return database.read(async (reads) => {
    const today = parisDate(now);
    const scope = actor.rights.get("kitchen.read") ?? new Set<Id<"site">>();
    const until = today.add({ days: 1 });
    const horizon = today.add({ days: DAYS_AHEAD });
    const { counts: coming, days } = await comingCounts(reads, scope, today, horizon);
    const closures = await closuresFrom(reads, today);
    return {
      today,
      toNote: mayAnywhere(actor, "attendance.write")
        ? await siteDays(reads, { first: today, last: today, scope: actor.rights.get("attendance.write") })
        : [],
      offersToPhone: mayAnywhere(actor, "bookings.write")
        ? await offersToPhone(reads, actor.rights.get("bookings.write"), now)
        : [],
      counts: coming.filter(({ date }) => Temporal.PlainDate.compare(date, until) <= 0),
      coming: byDay(days.filter(({ date }) => isWithin(date, until, today.add({ days: WEEK })))).filter(
        ({ closedBecause }) => closedBecause === null,
      ),
      nearlyFull: coming.filter(
        ({ closedBecause, left, places }) => closedBecause === null && left * 10 <= places,
      ),
      closures: closures.filter(
        ({ siteId, firstDay }) =>
          Temporal.PlainDate.compare(firstDay, horizon) <= 0 &&
          (siteId === null || mayAt(actor, "kitchen.read", siteId)),
      ),
      calendar: mayAnywhere(actor, "calendar.write") ? await calendarAlerts(reads, today) : null,
      watched: mayAnywhere(actor, "watch.read") ? await readTopics(reads, actor, today) : [],
    };
  });
}

async function calendarAlerts(reads: Reads, today: Temporal.PlainDate): Promise<AgentDay["calendar"]> {
  const setting = await calendarSetting(reads);
  const periods = setting === undefined ? [] : await readSchoolPeriods(reads, setting.schoolZone);
  const { school } = await loadCalendar(reads);
  const missing = missingSchoolYears(school, await activityOffer(reads), today);
  const coming = periodsToConfirm(periods, schoolYearOf(school, today));
  return { toConfirm: coming.length, missing: missing.map(({ schoolYear }) => schoolYear) };
}

/** After the first and up to the last. */
function isWithin(date: Temporal.PlainDate, after: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(date, after) > 0 && compare(date, last) <= 0;
}
