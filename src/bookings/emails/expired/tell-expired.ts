import type { Handler } from "#identity";
import type { Id } from "#kernel";
import { formId, type Reads } from "#platform";
import { z } from "zod";

import { planningAddress, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { toldTurns } from "../told-turns.ts";
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
      const lines = await toldLines<Ended>(writes, [
        ...(await toldTurns(writes, turns)).map((turn) => ({ ...turn, what: whatOf(turn) })),
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

function whatOf({ state, wasOffered }: { state: string; wasOffered: boolean }): Ended["what"] {
  if (state === "closed") return "closed";
  return wasOffered ? "unanswered" : "no_place";
}

function releasedBookings(
  reads: Reads,
  bookings: readonly Id<"booking">[],
): Promise<{ slotId: Id<"slot">; participantId: Id<"participant">; householdId: Id<"household"> }[]> {
  return reads.rows(
    "released_bookings",
    `select slot_id as "slotId", participant_id as "participantId", household_id as "householdId"
     from booking where id = any ($1::uuid[])`,
    [bookings],
  );
}
