import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { concernedSince } from "../../class-days/concerned-since.ts";
import { findClassDay } from "../../class-days/class-queries.ts";
import { planningAddress, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { withdrawnLetter } from "./withdrawn-letter.ts";

const withdrawn = z.object({ id: formId<"classDay">() });

/** On `bookings.classDayWithdrawn`: tells the families that what was said of a class no longer holds, and what it does. */
export const tellWithdrawn =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { id } = withdrawn.parse(facts);
      const said = await findClassDay(writes, id);
      if (said === undefined || said.withdrawn === null) return;
      const lines = await toldLines(writes, await concernedSince(writes, said));
      for (const recipient of await recipientsOf(writes, householdsOf(lines))) {
        const own = linesFor(recipient, lines);
        if (own.length === 0) continue;
        const letter = withdrawnLetter(
          { ...said, withdrawn: said.withdrawn },
          own,
          planningAddress(authority, publicUrl, own),
        );
        const about = `bookings.classDayWithdrawn:${id}`;
        await post(writes, { authority, about, at: now }, recipient, letter);
      }
    });
