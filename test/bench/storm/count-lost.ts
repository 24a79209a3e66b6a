import { withClient } from "../server.ts";

/** What the bookings and the turns themselves say of every slot, whatever its counters say. */
export interface LostPlaces {
  /** Slots with a free place while a turn waits that it would fit. */
  lost: number;
  overbooked: number;
  /** Slots whose `taken` or `waiting` is not what is held, offered and waited for. */
  disagreeing: number;
  waiting: number;
}

/** Counts them while nobody is at work. */
export async function countLost(connectionString: string, schema: string): Promise<LostPlaces> {
  return withClient(connectionString, async (client) => {
    const counted = await client.query<LostPlaces>(
      `select count(*) filter (where state = 'open' and waits > 0 and held + offered < places)::int as lost,
              coalesce(sum(greatest(held + offered - places, 0)), 0)::int as overbooked,
              count(*) filter (where taken <> held + offered or waiting <> offered + waits)::int as disagreeing,
              coalesce(sum(waits), 0)::int as waiting
       from (select s.state, s.places, s.taken, s.waiting,
                    (select count(*) from "${schema}".booking
                     where slot_id = s.id and state in ('held', 'booked')) as held,
                    (select count(*) from "${schema}".waiting_turn t
                     where s.id = any (t.slot_ids) and t.state = 'offered') as offered,
                    (select count(*) from "${schema}".waiting_turn t
                     where s.id = any (t.slot_ids) and t.state = 'waiting') as waits
             from "${schema}".slot s) counted`,
    );
    const [found] = counted.rows;
    if (found === undefined) throw new Error("Nothing was counted");
    return found;
  });
}
