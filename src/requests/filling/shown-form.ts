import type { Reads } from "#platform";

import { effectOf } from "../effects/effects.ts";
import { publishedForm } from "../kinds/kind-queries.ts";
import type { StoredRequest } from "../request-queries.ts";
import type { Answers, RequestForm } from "../rules/form.ts";

/** The form with which a request was begun, and the pages that these answers call for. */
export async function shownForm(
  reads: Reads,
  request: StoredRequest,
  answers: Answers,
  now: Temporal.Instant,
): Promise<RequestForm> {
  const { steps } = await publishedForm(reads, request.formId);
  const more = await effectOf(request.effect).moreSteps?.(reads, request, answers, now);
  return { steps: [...steps, ...(more ?? [])] };
}
