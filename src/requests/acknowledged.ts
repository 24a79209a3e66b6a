import type { Received } from "#messaging";

import type { StoredRequest, Submission } from "./request-queries.ts";
import { numberWords } from "./words.fr.ts";

/**
 * What the acknowledgement of a submission says.
 * @param first the one with which the request was received: what completes it later changes nothing of that date
 */
export const receivedRequest = (
  { number, kindLabel, by }: Pick<StoredRequest, "number" | "kindLabel" | "by">,
  submission: Submission,
  first: Submission,
): Received => ({
  ...submission,
  at: first.at,
  completedAt: submission.number === first.number ? null : submission.at,
  title: `${numberWords(number)} : ${kindLabel}`,
  by,
});
