import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { addressOf, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { absencesLetter } from "./absences-letter.ts";
import { notedAbsences } from "./noted-absences.ts";

const noted = z.object({ household: formId<"household">(), at: z.iso.datetime({ offset: true }) });

/** On `bookings.absencesNoted`: tells the guardians of the household which absences an agent noted for them. */
export const tellAbsences =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { household, at } = noted.parse(facts);
      const lines = await toldLines(writes, await notedAbsences(writes, household, at));
      const history = addressOf(authority, publicUrl, "/historique");
      for (const recipient of await recipientsOf(writes, householdsOf(lines))) {
        const own = linesFor(recipient, lines);
        if (own.length === 0) continue;
        const letter = absencesLetter(own, Temporal.Instant.from(at), history);
        const about = `bookings.absencesNoted:${household}:${at}`;
        await post(writes, { authority, about, at: now }, recipient, letter);
      }
    });
