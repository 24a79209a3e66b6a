import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { withRefusalFacts } from "../../submit/refusal-facts.ts";
import { addressOf, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { findSubmission } from "./submission.ts";
import { submissionLetter } from "./submission-letter.ts";

const submitted = z.object({ key: formId<"submission">() });

/**
 * On `bookings.submitted`: writes to every guardian of the households whose places the form was about. Each reads
 * the lines of his or her own households only.
 */
export const tellSubmission =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { key } = submitted.parse(facts);
      const submission = await findSubmission(writes, key);
      if (submission === undefined) return;
      const judged = await withRefusalFacts(writes, submission.lines, submission.receivedAt);
      const lines = await toldLines(writes, judged);
      const receipt = addressOf(authority, publicUrl, `/recus/${key}`);
      for (const recipient of await recipientsOf(writes, householdsOf(lines))) {
        const own = linesFor(recipient, lines);
        const letter = submissionLetter(submission, own, receipt);
        if (letter === null) continue;
        await post(writes, { authority, about: `bookings.submitted:${key}`, at: now }, recipient, letter);
      }
    });
