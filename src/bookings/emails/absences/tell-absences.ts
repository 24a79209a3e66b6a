import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { proofDays } from "../../absences/absence-costs.ts";
import { heldToday } from "../../absences/absent-places.ts";
import { addressOf, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { absencesLetter } from "./absences-letter.ts";
import { cancelledWith, notedAbsences } from "./noted-absences.ts";

const noted = z.object({
  household: formId<"household">(),
  at: z.iso.datetime({ offset: true }),
  cancelled: formId<"submission">().nullish(),
});

/**
 * On `bookings.absencesNoted`: tells the guardians of the household which absences were announced or taken back,
 * and what an agent's call cancelled with them: one call, one letter.
 */
export const tellAbsences =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { household, at, cancelled: key = null } = noted.parse(facts);
      const lines = await toldLines(writes, await notedAbsences(writes, household, at));
      const gone = key === null ? [] : await toldLines(writes, await cancelledWith(writes, household, key));
      const receipt = key === null ? null : addressOf(authority, publicUrl, `/recus/${key}`);
      const saidAt = Temporal.Instant.from(at);
      const reach = { householdIds: [household], withheldIds: [] };
      const held = await heldToday(writes, reach, saidAt);
      const proofs = await proofDays(writes, reach, { held, now: saidAt });
      const history = addressOf(authority, publicUrl, "/historique");
      for (const recipient of await recipientsOf(writes, householdsOf(lines))) {
        const own = linesFor(recipient, lines);
        if (own.length === 0) continue;
        const cancelled = receipt === null ? null : { lines: linesFor(recipient, gone), receipt };
        const letter = absencesLetter(own, cancelled, { at: saidAt, history, proofs });
        const about = `bookings.absencesNoted:${household}:${at}`;
        await post(writes, { authority, about, at: now }, recipient, letter);
      }
    });
