import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { actsAt } from "../../receipts/enrolment-acts.ts";
import { addressOf, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf } from "../told-line.ts";
import { enrolmentsLetter } from "./enrolments-letter.ts";

const saved = z.object({
  enrolments: z.array(formId<"enrolment">()).min(1),
  at: z.iso.datetime({ offset: true }),
});

/**
 * On `bookings.enrolmentsSaved`: tells the guardians of each household what was enrolled, changed or ended. Each reads
 * what is of his or her own households and children.
 */
export const tellEnrolments =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { enrolments, at } = saved.parse(facts);
      const acts = await actsAt(writes, enrolments, Temporal.Instant.from(at));
      for (const recipient of await recipientsOf(writes, householdsOf(acts))) {
        const [first, ...others] = linesFor(recipient, acts);
        if (first === undefined) continue;
        const page = others.length === 0 ? `/inscriptions/${first.enrolmentId}` : "/inscriptions";
        const letter = enrolmentsLetter([first, ...others], {
          page: addressOf(authority, publicUrl, page),
          planning: addressOf(authority, publicUrl, "/planning"),
        });
        const about = `bookings.enrolmentsSaved:${first.enrolmentId}:${at}`;
        await post(writes, { authority, about, at: now }, recipient, letter);
      }
    });
