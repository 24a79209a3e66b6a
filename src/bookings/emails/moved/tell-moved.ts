import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { findMove } from "../../slot-moves/find-move.ts";
import { slotToMove } from "../../slot-moves/slot-to-move.ts";
import { planningAddress, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { movedLetter } from "./moved-letter.ts";

const moved = z.object({ key: formId<"slotMove">() });

/** On `bookings.moved`: tells the guardians of every household whose bookings were moved from where to where, and why. */
export const tellMoved =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { key } = moved.parse(facts);
      const move = await findMove(writes, key);
      if (move === undefined) return;
      const [from, to] = [await slotToMove(writes, move.from), await slotToMove(writes, move.to)];
      if (from === undefined || to === undefined) return;
      const done = move.lines.filter(({ outcome }) => outcome === "moved");
      const lines = await toldLines(
        writes,
        done.map((line) => ({ ...line, slotId: move.to })),
      );
      for (const recipient of await recipientsOf(writes, householdsOf(lines))) {
        const own = linesFor(recipient, lines);
        if (own.length === 0) continue;
        const names = own.map(({ firstName }) => firstName);
        const enrolled = own.flatMap((line) => (line.enrolled ? [line.firstName] : []));
        const unenrolled = own.flatMap((line) => (line.unenrolled ? [line.firstName] : []));
        const letter = movedLetter(
          { from, to, reason: move.reason, enrolled, unenrolled },
          names,
          planningAddress(authority, publicUrl, [to]),
        );
        await post(writes, { authority, about: `bookings.moved:${key}`, at: now }, recipient, letter);
      }
    });
