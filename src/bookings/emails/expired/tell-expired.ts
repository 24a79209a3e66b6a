import type { Handler } from "#identity";
import type { Id } from "#kernel";
import { formId, type Reads } from "#platform";
import { z } from "zod";

import { planningAddress, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { toldTurns, type ToldTurn } from "../told-turns.ts";
import { expiredLetter, type Ended } from "./expired-letter.ts";

const expired = z.object({
  turns: z.array(formId<"turn">()),
  bookings: z.array(formId<"booking">()),
  at: z.iso.datetime({ offset: true }),
});

/**
 * On `bookings.expired`: tells each family, in one letter, what the clock or a closing ended: offers that were not
 * answered, lists that found no place, places held and not paid. A turn that merely found no place by its last hour
 * is told too: the family must make other plans.
 */
export const tellExpired =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { turns, bookings, at } = expired.parse(facts);
      const [first = ""] = [...turns, ...bookings].toSorted();
      const after = await afterOffers(writes, turns, now);
      const lines = await toldLines<Ended>(writes, [
        ...(await toldTurns(writes, turns)).map((turn) => ({ ...turn, what: whatOf(turn, after) })),
        ...(await releasedBookings(writes, bookings)).map((booking) => ({
          ...booking,
          what: "released" as const,
        })),
      ]);
      for (const recipient of await recipientsOf(writes, householdsOf(lines))) {
        const own = linesFor(recipient, lines);
        if (own.length === 0) continue;
        const about = `bookings.expired:${at}:${first}`;
        const letter = expiredLetter(own, planningAddress(authority, publicUrl, own));
        await post(writes, { authority, about, at: now }, recipient, letter);
      }
    });

function whatOf(
  { turnId, state, wasOffered }: Pick<ToldTurn, "turnId" | "state" | "wasOffered">,
  after: ReadonlyMap<Id<"turn">, Ended["what"]>,
): Ended["what"] {
  if (state === "closed") return "closed";
  return wasOffered ? (after.get(turnId) ?? "lost") : "no_place";
}

/**
 * Where the places of these turns went: back to all (of three offers that end, one place may go to the only family that
 * waits), to somebody who waits, or nowhere that can still be booked.
 */
async function afterOffers(
  reads: Reads,
  turns: readonly Id<"turn">[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<Id<"turn">, Ended["what"]>> {
  const rows = await reads.rows<{ turnId: Id<"turn">; what: "unanswered" | "free_again" | "lost" }>(
    "places_after_offers",
    `select t.id as "turnId",
            case when bool_and(s.state = 'open' and s.book_until >= $2
                               and place_in(s, t.from_minute, t.to_minute, t.months, t.places) = 'free') then 'free_again'
                 when bool_or(s.waiting > 0) then 'unanswered'
                 else 'lost' end as what
     from waiting_turn t
     join slot s on s.id = any (t.slot_ids)
     where t.id = any ($1::uuid[])
     group by t.id`,
    [turns, now.toString()],
  );
  return new Map(rows.map(({ turnId, what }) => [turnId, what]));
}

/** Places whose time was over; one that was booked again since, because its payment was told late, is not. */
function releasedBookings(
  reads: Reads,
  bookings: readonly Id<"booking">[],
): Promise<{ slotId: Id<"slot">; participantId: Id<"participant">; householdId: Id<"household"> }[]> {
  return reads.rows(
    "released_bookings",
    `select slot_id as "slotId", participant_id as "participantId", household_id as "householdId"
     from booking where id = any ($1::uuid[]) and state = 'cancelled'`,
    [bookings],
  );
}
