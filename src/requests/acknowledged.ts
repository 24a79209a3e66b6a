import type { Received } from "#messaging";

import type { StoredRequest, Submission } from "./request-queries.ts";
import { numberWords } from "./words.fr.ts";

/** What the acknowledgement of a submission says. */
export const receivedRequest = (
  { number, kindLabel, by }: Pick<StoredRequest, "number" | "kindLabel" | "by">,
  submission: Submission,
): Received => ({ ...submission, title: `${numberWords(number)} : ${kindLabel}`, by });
