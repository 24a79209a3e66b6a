import { PAST_DAYS, COMING_DAYS } from "./offer.ts";
import { CHILDREN, type Town } from "./town.ts";

/**
 * Exactly `bookings` bookings, scattered over families and days, with their history, one receipt a family and
 * month, and counters that agree.
 */
export function bookingStatements(town: Town): readonly string[] {
  return [
    `create temporary table numbered_slot on commit preserve rows as
     select c, d, slot.id, slot.starts_at
     from generate_series(1, ${town.canteens}) c
     cross join generate_series(0, ${PAST_DAYS + COMING_DAYS}) d
     join slot on slot.id = pg_temp.bench_id('slot', c * 1000 + d)`,
    `insert into booking (id, slot_id, participant_id, household_id, enrolment_id, booked_at)
     select pg_temp.bench_id('booking', n * 1000 + d), slot.id, pg_temp.bench_id('participant', n),
            pg_temp.bench_id('household', (n + 2) / 3), pg_temp.bench_id('enrolment', n),
            slot.starts_at - interval '20 days'
     from generate_series(1, ${town.households * CHILDREN}) n
     join numbered_slot slot on slot.c = 1 + (n + 2) / 3 % ${town.canteens}
     where (hashint8(n * 1000 + d) & 1023) < ${shareOf1024(town)}
     limit ${town.bookings}`,
    `drop table numbered_slot`,
    `insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label,
                                  by_agent)
     select booked_at, household_id, participant_id, slot_id, id, 'booked', null, 'Claire Mesure', false from booking`,
    `insert into submission (key, account_id, by_label, by_agent, household_ids, received_at, lines)
     select gen_random_uuid(), household_id, 'Claire Mesure', false, array[household_id], min(booked_at),
            jsonb_agg(jsonb_build_object('act', 'book', 'participant', participant_id, 'slot', slot_id,
                                         'household', household_id, 'outcome', 'booked'))
     from booking group by household_id, date_trunc('month', booked_at)`,
    `update slot set taken = counted.taken
     from (select slot_id, count(*) as taken from booking group by slot_id) counted where counted.slot_id = slot.id`,
  ];
}

/** How many of 1024 pairs are booked, a little more than needed: the LIMIT makes the number exact. */
function shareOf1024({ bookings, households }: Town): number {
  const canteenDays = Math.floor(((PAST_DAYS + COMING_DAYS) / 7) * 4) - 4;
  return Math.ceil((bookings / (households * CHILDREN * canteenDays)) * 1024);
}
