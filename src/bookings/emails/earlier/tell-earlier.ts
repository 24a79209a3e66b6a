import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { enrolledOn } from "../../moving/enrolled-on.ts";
import { findMove } from "../../moving/move-queries.ts";
import { planningAddress, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf } from "../told-line.ts";
import { earlierLetter } from "./earlier-letter.ts";
import { earlierSlots } from "./earlier-slots.ts";

const earlier = z.object({
  move: formId<"movedDeadline">(),
  lifted: z.boolean(),
  slots: z.array(
    z.object({ slot: formId<"slot">(), acts: z.array(z.enum(["book", "cancel", "change"])).min(1) }),
  ),
});

/** On `bookings.deadlinesEarlier`: tells the guardians of the children enrolled on these days until when, and why. */
export const tellEarlier =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const event = earlier.parse(facts);
      const move = await findMove(writes, event.move);
      const slots = await earlierSlots(writes, event.slots, now);
      // Lifted before anybody was told: there is nothing to tell.
      if (move === undefined || (move.liftedAt !== null && !event.lifted)) return;
      const enrolled = await enrolledOn(
        writes,
        event.slots.map(({ slot }) => slot),
      );
      const about = `bookings.deadlinesEarlier:${event.move}:${event.lifted ? "lifted" : "moved"}`;
      for (const recipient of await recipientsOf(writes, householdsOf(enrolled))) {
        const children = linesFor(recipient, enrolled);
        const own = slots.filter(({ seasonId, date }) =>
          children.some((child) => child.seasonId === seasonId && holdsOn(child, date)),
        );
        if (own.length === 0) continue;
        const planning = planningAddress(authority, publicUrl, own);
        const letter = earlierLetter(move, event.lifted, own, { now, planning });
        await post(writes, { authority, about, at: now }, recipient, letter);
      }
    });

function holdsOn(
  { firstDay, lastDay }: { firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate },
  date: Temporal.PlainDate,
): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(firstDay, date) <= 0 && compare(date, lastDay) <= 0;
}
