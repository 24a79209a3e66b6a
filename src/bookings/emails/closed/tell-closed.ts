import type { Handler } from "#identity";

import { planningAddress, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { aboutSlots, slotsEvent } from "../slots-event.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { closedLetter } from "./closed-letter.ts";
import { lostBookings } from "./lost-bookings.ts";

/** On `bookings.closed`: tells the guardians of every household that lost bookings which ones, and why. */
export const tellClosed =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const event = slotsEvent.parse(facts);
      const lost = await toldLines(writes, await lostBookings(writes, event.slots, event.at));
      for (const recipient of await recipientsOf(writes, householdsOf(lost))) {
        const own = linesFor(recipient, lost);
        if (own.length === 0) continue;
        const letter = closedLetter(own, planningAddress(authority, publicUrl, own));
        await post(
          writes,
          { authority, about: aboutSlots("bookings.closed", event), at: now },
          recipient,
          letter,
        );
      }
    });
