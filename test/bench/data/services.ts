import { tariffStatements } from "./tariffs.ts";
import { EVE_AT_NOON } from "./offer.ts";
import { CHILDREN } from "./town.ts";

/**
 * A made-up authority whose sites have four services each; its slots come from `alignSlots`. Every household has
 * three children, who are enrolled in the four services of one site.
 */
export interface ServiceTown {
  schema: string;
  host: string;
  households: number;
  sites: number;
  /** Places in each slot, and in each part of a Wednesday for each of two ages. */
  places: number;
}

/** The four services, and the number of the unit that most families book. */
export const SERVICES = { canteen: 1, morning: 2, evening: 3, wednesday: 4 } as const;

/** Service s (see SERVICES) of a site is activity, and season, number site × 10 + s; its units are × 10 + 1, 2. */
export const activityNumber = (site: number, service: number): number => site * 10 + service;

/** How long the season is, from today on. */
const YEAR_DAYS = 365;

/**
 * Canteen, morning care, evening care with chosen hours on four days a week; on Wednesdays a leisure centre by the day
 * or by the morning, which share places by age and part of the day. No slots.
 */
export function serviceStatements(
  { sites, households, places }: ServiceTown,
  today: string,
): readonly string[] {
  const each = `generate_series(1, ${sites}) n`;
  const days = `date '${today}', date '${today}' + ${YEAR_DAYS}`;
  return [
    `insert into site (id, name, commune)
     select pg_temp.bench_id('site', n), 'École ' || n, 'Rue' from ${each}`,
    `insert into activity (id, site_id, name)
     select pg_temp.bench_id('activity', n * 10 + s), pg_temp.bench_id('site', n), name || ' ' || n
     from ${each}, (values (1, 'Restauration scolaire'), (2, 'Accueil du matin'), (3, 'Accueil du soir'),
                           (4, 'Accueil de loisirs du mercredi')) service (s, name)`,
    `insert into unit (id, activity_id, name, starts_at, ends_at, position, hour_step)
     select pg_temp.bench_id('unit', (n * 10 + s) * 10 + p), pg_temp.bench_id('activity', n * 10 + s), name, first::time,
            last::time, p, step
     from ${each}, (values (1, 1, 'Repas', '12:00', '13:30', null), (2, 1, 'Matin', '07:30', '08:30', null),
                           (3, 1, 'Soir', '16:30', '18:30', 30), (4, 1, 'Journée', '08:00', '18:00', null),
                           (4, 2, 'Demi-journée', '08:00', '12:00', null)) kind (s, p, name, first, last, step)`,
    `insert into unit_relation (unit_id, kind, other_unit_id)
     select pg_temp.bench_id('unit', n * 100 + 41), 'excludes', pg_temp.bench_id('unit', n * 100 + 42) from ${each}`,
    `insert into season (id, activity_id, name, first_day, last_day, opens_on)
     select pg_temp.bench_id('season', n * 10 + s), pg_temp.bench_id('activity', n * 10 + s), 'Année', ${days}, 'any'
     from ${each}, generate_series(1, 4) s`,
    `insert into opening (season_id, unit_id, weekday, places)
     select pg_temp.bench_id('season', u / 10), pg_temp.bench_id('unit', u), weekday, ${places}
     from ${each}, lateral (values (n * 100 + 11, array[1, 2, 4, 5]), (n * 100 + 21, array[1, 2, 4, 5]),
                                   (n * 100 + 31, array[1, 2, 4, 5]), (n * 100 + 41, array[3]),
                                   (n * 100 + 42, array[3])) offered (u, weekdays), unnest(weekdays) weekday`,
    `insert into age_group (id, activity_id, code, name, from_months, until_months, children_per_adult)
     select pg_temp.bench_id('age', n * 10 + a), pg_temp.bench_id('activity', n * 10 + 4), 'ages-' || a, 'Âges ' || a,
            36 + 36 * a, 72 + 72 * a, 8
     from ${each}, generate_series(0, 1) a`,
    `insert into capacity (season_id, age_group_id, starts_at, ends_at, places)
     select pg_temp.bench_id('season', n * 10 + 4), pg_temp.bench_id('age', n * 10 + a), first::time, last::time, ${places}
     from ${each}, generate_series(0, 1) a, (values ('08:00', '12:00'), ('12:00', '18:00')) part (first, last)`,
    ...tariffStatements,
    `insert into deadline_rule (activity_id, act, valid_from, rule)
     select pg_temp.bench_id('activity', n * 10 + s), act, date '${today}', '${JSON.stringify(EVE_AT_NOON)}'
     from ${each}, generate_series(1, 4) s, unnest(array['book', 'cancel']) act`,
    `insert into enrolment (id, participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day,
                            last_day, created_at)
     select pg_temp.bench_id('enrolment', c * 10 + s), pg_temp.bench_id('participant', c),
            pg_temp.bench_id('household', h), pg_temp.bench_id('activity', n * 10 + s),
            pg_temp.bench_id('season', n * 10 + s), pg_temp.bench_id('guardian', 2 * h - 1), ${days}, now()
     from generate_series(1, ${households * CHILDREN}) c, generate_series(1, 4) s, lateral (select (c + 2) / 3 as h) home,
          lateral (select 1 + h % ${sites} as n) place`,
  ];
}
