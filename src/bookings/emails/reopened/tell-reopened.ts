import type { Handler } from "#identity";
import { parisDate } from "#kernel";

import { planningAddress, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { aboutSlots, slotsEvent } from "../slots-event.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { awaitedBookings } from "./awaited-bookings.ts";
import { reopenedLetter } from "./reopened-letter.ts";

/** On `bookings.reopened`: tells the families whose bookings the closing had cancelled that they can book again. */
export const tellReopened =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const event = slotsEvent.parse(facts);
      const awaited = await toldLines(writes, await awaitedBookings(writes, event.slots, parisDate(now)));
      for (const recipient of await recipientsOf(writes, householdsOf(awaited))) {
        const own = linesFor(recipient, awaited);
        if (own.length === 0) continue;
        const letter = reopenedLetter(own, now, planningAddress(authority, publicUrl, own));
        await post(
          writes,
          { authority, about: aboutSlots("bookings.reopened", event), at: now },
          recipient,
          letter,
        );
      }
    });
