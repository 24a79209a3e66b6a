import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { doneClassDay } from "../../class-days/class-day-effect.ts";
import { findClassDay } from "../../class-days/class-queries.ts";
import { planningAddress, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { classDayLetter } from "./class-day-letter.ts";

const said = z.object({ id: formId<"classDay">() });

/** On `bookings.classDaySaid`: tells the guardians whose children lost places, or may give them back, and why. */
export const tellClassDay =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { id } = said.parse(facts);
      const classDay = await findClassDay(writes, id);
      if (classDay === undefined) return;
      const { concerned } = await doneClassDay(writes, classDay, now);
      const lines = await toldLines(writes, concerned);
      for (const recipient of await recipientsOf(writes, householdsOf(lines))) {
        const own = linesFor(recipient, lines);
        if (own.length === 0) continue;
        const letter = classDayLetter(classDay, own, planningAddress(authority, publicUrl, own));
        await post(writes, { authority, about: `bookings.classDaySaid:${id}`, at: now }, recipient, letter);
      }
    });
