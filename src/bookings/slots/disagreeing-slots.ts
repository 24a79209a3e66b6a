import type { Reads } from "#platform";

/**
 * How many slots hold a count of places taken that is not the number of their live bookings and
 * of the places offered to the waiting list: none, ever. Asked
 * where bookings arrive otherwise than by being booked (a restored backup).
 */
export async function disagreeingSlots(reads: Reads): Promise<number> {
  const found = await reads.row<{ slots: number }>(
    "bookings_disagreeing_slots",
    `select count(*)::integer as slots
     from slot
     left join (select slot_id, sum(places) as places from booking where state in ('held', 'booked') group by slot_id) live
       on live.slot_id = slot.id
     left join (select wanted, sum(places) as places from waiting_turn, unnest(slot_ids) as wanted
                where state = 'offered' group by wanted) offered
       on offered.wanted = slot.id
     where slot.taken <> coalesce(live.places, 0) + coalesce(offered.places, 0)`,
  );
  return found?.slots ?? 0;
}
