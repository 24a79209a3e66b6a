import pg from "pg";

import { BENCH_ID_FUNCTION, benchId } from "../data/ids.ts";
import { COMING_DAYS, PAST_DAYS, slotNumber } from "../data/offer.ts";
import { CHILDREN, type Town } from "../data/town.ts";
import type { LoadForm } from "./load-form.ts";

/** Days from today on which every deadline is still open, week-ends included. */
const FIRST_OPEN_DAY = 5;

/**
 * Forms that ask for places which nobody holds, each place once: consecutive forms come from different families
 * and different canteens.
 */
export class FreeLines {
  readonly #town: Town;
  /** By household (from 1): child × 1000 + day, in random order. */
  readonly #free: (number[] | undefined)[];
  #next = 0;

  constructor(town: Town, free: (number[] | undefined)[]) {
    this.#town = town;
    this.#free = free;
  }

  /** A form of one family with this many lines. Refuses, by throwing, when no family has as many left. */
  take(lines: number): LoadForm {
    return this.#fromNextFamily((free) => (free.length < lines ? undefined : free.splice(-lines)));
  }

  /** A form of one family with this many days for each of its children. Refuses as `take`. */
  takeMonth(days: number): LoadForm {
    return this.#fromNextFamily((free) => {
      const children = [...Map.groupBy(free, (place) => Math.floor(place / 1000)).values()];
      if (children.length < CHILDREN || children.some((own) => own.length < days)) return undefined;
      const taken = new Set(children.flatMap((own) => own.slice(0, days)));
      const left = free.filter((place) => !taken.has(place));
      free.splice(0, free.length, ...left);
      return [...taken];
    });
  }

  #fromNextFamily(take: (free: number[]) => number[] | undefined): LoadForm {
    for (let tried = 0; tried < this.#town.households; tried++) {
      this.#next = (this.#next % this.#town.households) + 1;
      const free = this.#free[this.#next];
      const taken = free === undefined ? undefined : take(free);
      if (taken !== undefined) return this.#form(this.#next, taken);
    }
    throw new Error("No family has as many free places left");
  }

  #form(household: number, places: readonly number[]): LoadForm {
    const canteen = 1 + (household % this.#town.canteens);
    return {
      household,
      accountId: benchId("account", household),
      householdId: benchId("household", household),
      lines: places.map((place) => ({
        act: "book",
        participantId: benchId("participant", Math.floor(place / 1000)),
        slotId: benchId("slot", slotNumber(canteen, (place % 1000) - PAST_DAYS)),
      })),
    };
  }
}

/** Asks the database which places of a town are free. */
export async function freeLines(connectionString: string, town: Town): Promise<FreeLines> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(`set search_path to "${town.schema}"; set work_mem to '256MB'`);
    await client.query(BENCH_ID_FUNCTION);
    const found = await client.query<{ household: number; places: number[] }>(
      `with slot_number as materialized (
         select c, d, slot.id from generate_series(1, ${town.canteens}) c
         cross join generate_series(${PAST_DAYS + FIRST_OPEN_DAY}, ${PAST_DAYS + COMING_DAYS}) d
         join slot on slot.id = pg_temp.bench_id('slot', c * 1000 + d)
       ), child as materialized (
         select n, (n + 2) / 3 as h, 1 + (n + 2) / 3 % ${town.canteens} as c, pg_temp.bench_id('participant', n) as id
         from generate_series(1, ${town.households * CHILDREN}) n
       )
       select child.h as household, array_agg(child.n * 1000 + d order by hashint8(child.n * 1000 + d)) as places
       from child join slot_number on slot_number.c = child.c
       left join booking on booking.participant_id = child.id and booking.slot_id = slot_number.id
         and booking.state = 'booked'
       where booking.id is null
       group by child.h`,
    );
    const byHousehold: (number[] | undefined)[] = [];
    for (const { household, places } of found.rows) byHousehold[household] = places;
    return new FreeLines(town, byHousehold);
  } finally {
    await client.end();
  }
}
