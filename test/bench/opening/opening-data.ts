import { hashPassword } from "#identity";

import { OPENING_TOWN } from "../data/town.ts";
import { vacuumWritten } from "../data/vacuum-written.ts";
import { startServer, withClient } from "../server.ts";
import { fillServer } from "../towns.ts";

/** Every family's: a password of its own would cost the same to look at. */
export const PASSWORD = "cinq mots sans lien aucun";

/** Writes the town of the opening in a data folder of its own; nothing can be booked until `openWindows`. */
export async function writeOpening(dataDir: string): Promise<void> {
  await using own = new AsyncDisposableStack();
  const connectionString = await startServer(dataDir, own);
  await fillServer(connectionString, [OPENING_TOWN]);
  const hashed = await hashPassword(PASSWORD);
  if (!hashed.ok) throw new Error("Too many passwords at once");
  await withClient(connectionString, async (client) => {
    await client.query(`set search_path to "${OPENING_TOWN.schema}"`);
    await client.query("update account set password_hash = $1", [hashed.value]);
    await client.query("delete from signed_in_session");
    await client.query(
      `insert into booking_window (season_id, first_day, last_day, opens_at)
       select id, first_day, last_day, now() + interval '1 day' from season`,
    );
    await vacuumWritten(client);
  });
}

/** The windows of the town open now. */
export async function openWindows(connectionString: string): Promise<void> {
  await withClient(connectionString, (client) =>
    client.query(`update "${OPENING_TOWN.schema}".booking_window set opens_at = now()`),
  );
}

/** Places taken, and taken beyond what there is; counters that disagree with the bookings. */
export async function countOpening(connectionString: string) {
  return withClient(connectionString, async (client) => {
    const counted = await client.query<{ taken: number; over: number; disagreeing: number }>(
      `select coalesce(sum(held), 0)::int as taken, coalesce(sum(greatest(held - places, 0)), 0)::int as over,
              count(*) filter (where held <> taken)::int as disagreeing
       from (select slot.places, slot.taken, (select count(*) from "${OPENING_TOWN.schema}".booking
                                              where slot_id = slot.id and state in ('held', 'booked')) as held
             from "${OPENING_TOWN.schema}".slot) counted`,
    );
    return counted.rows[0] ?? { taken: 0, over: 0, disagreeing: 0 };
  });
}
