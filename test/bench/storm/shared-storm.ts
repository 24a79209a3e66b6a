import { randomUUID } from "node:crypto";
import { join } from "node:path";

import { submitBookings } from "#bookings";
import { parseId } from "#kernel";
import { openDatabase } from "#platform";

import { fillServicesWithSlots } from "../data/fill-services.ts";
import { benchId } from "../data/ids.ts";
import { CHILDREN } from "../data/town.ts";
import type { ServiceTown } from "../data/services.ts";
import { startServer, withClient } from "../server.ts";
import { atOnce } from "./at-once.ts";
import { authorityOf, guardianOf } from "./family-actor.ts";

type Line = Parameters<typeof submitBookings>[1]["lines"][number];

const CLIENTS = 24;
const WEDNESDAYS = 3;
/** 900 children for 40 places of each of two ages in each half of a Wednesday. */
const TOWN: ServiceTown = {
  schema: "a_0000000000aa",
  host: "localhost",
  households: 300,
  sites: 1,
  places: 40,
};

/** What the bookings themselves say of the places that the units of a leisure centre share. */
export interface SharedPlaces {
  /** Places of an age and a half-day that are taken beyond what there is. */
  overbooked: number;
  /** Shared places whose counter is not what is held and booked. */
  disagreeing: number;
  /** Bookings that hold a place; half of the places are held until they are paid. */
  taken: number;
  full: number;
}

/**
 * Every family asks a day for one child and a half-day for another, on three Wednesdays, from 24 connections: places
 * are shared by units, counted by age and half-day, and held for twenty minutes.
 */
export async function sharedStorm(folder: string, running: AsyncDisposableStack): Promise<SharedPlaces> {
  const connectionString = await startServer(join(folder, "shared"), running);
  const { role } = await fillServicesWithSlots(connectionString, TOWN);
  const slots = await withClient(connectionString, async (client) => {
    await client.query(`set search_path to "${TOWN.schema}"`);
    await client.query(
      `insert into place_rule (activity_id, hold_minutes) select distinct activity_id, 20 from slot where ruled`,
    );
    const found = await client.query<{ day: Line["slotId"]; half: Line["slotId"] }>(
      `select day.id as day, half.id as half from slot day
       join slot half on half.date = day.date and half.activity_id = day.activity_id and half.id <> day.id
       where day.ruled and day.from_minute = 480 and day.to_minute = 1080 and day.starts_at > now() + interval '5 days'
       order by day.date limit $1`,
      [WEDNESDAYS],
    );
    return found.rows;
  });
  const pool = openDatabase(connectionString, { role, connections: CLIENTS });
  running.defer(() => pool.close());
  const database = pool.schema(TOWN.schema);
  let full = 0;
  await atOnce(
    Array.from({ length: TOWN.households }, (_, index) => index + 1),
    CLIENTS,
    async (household) => {
      const child = (number: number) => benchId<"participant">("participant", household * CHILDREN - number);
      const key = parseId<"submission">(randomUUID());
      if (key === undefined) throw new Error("No key");
      const lines = slots.flatMap(({ day, half }): Line[] => [
        { act: "book", participantId: child(0), slotId: day },
        { act: "book", participantId: child(1), slotId: half },
        { act: "book", participantId: child(2), slotId: household % 2 === 0 ? day : half },
      ]);
      const visit = {
        actor: guardianOf(household),
        authority: authorityOf(TOWN),
        database,
        now: Temporal.Now.instant(),
      };
      const answer = await submitBookings(visit, { key, lines });
      if (!answer.ok) throw new Error(`Refused: ${answer.refusal.code}`);
      full += answer.value.lines.filter(({ outcome }) => outcome === "full").length;
    },
  );
  return { ...(await countShared(connectionString)), full };
}

async function countShared(connectionString: string): Promise<Omit<SharedPlaces, "full">> {
  return withClient(connectionString, async (client) => {
    await client.query(`set search_path to "${TOWN.schema}"`);
    const counted = await client.query<Omit<SharedPlaces, "full">>(
      `select coalesce(sum(greatest(used - places, 0)), 0)::int as overbooked,
              count(*) filter (where used <> taken)::int as disagreeing,
              (select count(*)::int from booking where state in ('held', 'booked')) as taken
       from (select c.places, c.taken,
                    (select count(*) from booking b join slot s on s.id = b.slot_id
                     join participant p on p.id = b.participant_id
                     where s.activity_id = c.activity_id and s.date = c.date and b.state in ('held', 'booked')
                       and s.from_minute < c.to_minute and s.to_minute > c.from_minute
                       and months_on(p.birth_date, s.date) >= c.from_months
                       and months_on(p.birth_date, s.date) < c.until_months) as used
             from place_count c) counted`,
    );
    const [found] = counted.rows;
    if (found === undefined) throw new Error("Nothing was counted");
    return found;
  });
}
