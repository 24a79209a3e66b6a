import type { NightJob } from "#identity";
import type { Writes } from "#platform";

/** What the clock ends: offers without an answer, turns that can no longer get a place, places held and not paid. */
async function expirePlaces(
  writes: Writes,
  { authorityId, now }: { authorityId: string; now: Temporal.Instant },
): Promise<number> {
  const row = await writes.row<{ ended: number }>("expire_places", `select expire_places($1, $2) as ended`, [
    authorityId,
    now.toString(),
  ]);
  return row?.ended ?? 0;
}

/** Every minute: no place stays with somebody whose time has passed while others wait. */
export const expirePlacesJob: NightJob = {
  name: "bookings.expire-places",
  schedule: "* * * * *",
  run: async ({ authority, database, now }) => {
    await database.write((writes) => expirePlaces(writes, { authorityId: authority.id, now }));
  },
};
