import { withClient } from "../server.ts";
import type { Town } from "./town.ts";

/** How many places are held in a town at present. */
export async function liveBookings(connectionString: string, { schema }: Town): Promise<number> {
  return withClient(connectionString, async (client) => {
    const counted = await client.query<{ held: number }>(
      `select count(*)::int as held from "${schema}".booking where state = 'booked'`,
    );
    return counted.rows[0]?.held ?? 0;
  });
}
