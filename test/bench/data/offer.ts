import { tariffStatements } from "./tariffs.ts";
import { CHILDREN, type Town } from "./town.ts";

/** How many days before and after today have slots: a school year and a half, on canteen days. */
export const PAST_DAYS = 200;
/** See PAST_DAYS. */
export const COMING_DAYS = 240;

/** The slot of canteen c on a day is number c × 1000 + (day - today + PAST_DAYS). */
export function slotNumber(canteen: number, daysFromToday: number): number {
  return canteen * 1000 + daysFromToday + PAST_DAYS;
}

/**
 * Canteens 1 to n, one season that spans all the days, every child enrolled, slots on Mondays, Tuesdays,
 * Thursdays and Fridays that close on the eve at noon (on Friday for a Monday).
 */
export function offerStatements({ canteens, households, places }: Town, today: string): readonly string[] {
  const day = `date '${today}'`;
  return [
    `insert into site (id, name, commune)
     select pg_temp.bench_id('site', n), 'École ' || n, 'Rue' from generate_series(1, ${canteens}) n`,
    `insert into activity (id, site_id, name)
     select pg_temp.bench_id('activity', n), pg_temp.bench_id('site', n), 'Restauration scolaire ' || n
     from generate_series(1, ${canteens}) n`,
    `insert into unit (id, activity_id, name, starts_at, ends_at, position)
     select pg_temp.bench_id('unit', n), pg_temp.bench_id('activity', n), 'Repas', '12:00', '13:30', 1
     from generate_series(1, ${canteens}) n`,
    `insert into season (id, activity_id, name, first_day, last_day)
     select pg_temp.bench_id('season', n), pg_temp.bench_id('activity', n), 'Année', ${day} - ${PAST_DAYS},
            ${day} + ${COMING_DAYS}
     from generate_series(1, ${canteens}) n`,
    `insert into opening (season_id, unit_id, weekday, places)
     select pg_temp.bench_id('season', n), pg_temp.bench_id('unit', n), weekday, ${places}
     from generate_series(1, ${canteens}) n, unnest(array[1, 2, 4, 5]) weekday`,
    ...tariffStatements,
    `insert into deadline_rule (activity_id, act, valid_from, rule)
     select pg_temp.bench_id('activity', n), act, ${day} - ${PAST_DAYS}, '${JSON.stringify(EVE_AT_NOON)}'
     from generate_series(1, ${canteens}) n, unnest(array['book', 'cancel']) act`,
    `insert into enrolment (id, participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day,
                            last_day, created_at)
     select pg_temp.bench_id('enrolment', n), pg_temp.bench_id('participant', n), pg_temp.bench_id('household', h),
            pg_temp.bench_id('activity', c), pg_temp.bench_id('season', c), pg_temp.bench_id('guardian', 2 * h - 1),
            ${day} - ${PAST_DAYS}, ${day} + ${COMING_DAYS}, now()
     from generate_series(1, ${households * CHILDREN}) n,
          lateral (select (n + 2) / 3 as h) household, lateral (select 1 + h % ${canteens} as c) canteen`,
    `insert into slot (id, activity_id, unit_id, season_id, date, starts_at, places, book_until, cancel_until,
                       deadline_facts)
     select pg_temp.bench_id('slot', c * 1000 + d), pg_temp.bench_id('activity', c), pg_temp.bench_id('unit', c),
            pg_temp.bench_id('season', c), day, (day + time '12:00') at time zone 'Europe/Paris', ${places}, eve, eve,
            '{"book": [], "cancel": []}'
     from generate_series(1, ${canteens}) c, generate_series(0, ${PAST_DAYS + COMING_DAYS}) d,
          lateral (select ${day} - ${PAST_DAYS} + d as day) dated,
          lateral (select (day - case when extract(isodow from day) = 1 then 3 else 1 end + time '12:00')
                          at time zone 'Europe/Paris' as eve) closing
     where extract(isodow from day) in (1, 2, 4, 5)`,
  ];
}

/** A rule as the towns have it: the eve on which people work, when the slot starts. */
export const EVE_AT_NOON = {
  kind: "daysBefore",
  days: 1,
  cutOff: "slotStart",
  notCounted: ["saturdays", "sundays", "publicHolidays"],
};
