import type { Handler } from "#identity";
import { parisDate } from "#kernel";
import { formId } from "#platform";
import { z } from "zod";

import { guardiansWanting } from "../../alerts/alert-choices.ts";
import { addressOf, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { toldTurns } from "../told-turns.ts";
import { offeredLetter } from "./offered-letter.ts";

const offered = z.object({ turns: z.array(formId<"turn">()).min(1) });

/**
 * On `bookings.offered`: tells each family that a place came free for it: to answer until when, or that it has been
 * given. One letter a turn, since each has its own time to answer. Who has chosen not to be alerted reads the offer on
 * the home page.
 */
export const tellOffered =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const turns = await toldLines(writes, await toldTurns(writes, offered.parse(facts).turns));
      const recipients = await recipientsOf(writes, householdsOf(turns));
      const wanting = await guardiansWanting(
        writes,
        "place_offered",
        parisDate(now),
        recipients.map(({ id }) => id),
      );
      const alerted = new Set(wanting.map(({ guardianId }) => guardianId));
      for (const turn of turns) {
        const letter = offeredLetter(turn, addressOf(authority, publicUrl, "/places-proposees"));
        if (letter === null) continue;
        for (const recipient of recipients) {
          if (linesFor(recipient, [turn]).length === 0) continue;
          // A place that was given is booked: that is told to all.
          if (turn.state === "offered" && !alerted.has(recipient.id)) continue;
          const about = `bookings.offered:${turn.turnId}`;
          await post(writes, { authority, about, at: now }, recipient, letter);
        }
      }
    });
