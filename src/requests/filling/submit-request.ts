import type { GuardianVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { AnswersFault } from "../effects/effect.ts";
import { effectOf, obstaclesOf } from "../effects/effects.ts";
import { requestKind } from "../kinds/kind-queries.ts";
import { moveRequest, type NotNow } from "../move-request.ts";
import { historyOf, submissionsOf, type StoredRequest, type Submission } from "../request-queries.ts";
import { askedAnswers, unfinishedStep } from "../rules/form-walk.ts";
import { silenceOn, suspendedDays } from "../rules/silence.ts";
import { isFilledIn } from "../rules/states.ts";
import { filledRequest, holdingAnswers } from "./filled-request.ts";

/** Why nothing was sent. */
export type SubmitRefusal =
  | NotNow
  | { readonly code: "unknown" }
  /** The authority has closed this kind since; what was filled in is kept. */
  | { readonly code: "closed" }
  | { readonly code: "unfinished"; readonly step: string }
  /** Its answers do not go together. */
  | { readonly code: "faulty"; readonly fault: AnswersFault }
  /** Something is to be done first, as these sentences say. */
  | { readonly code: "obstacles"; readonly sentences: readonly string[] };

/**
 * Sends a request, or what was missing of it: keeps the answers as they are, what the file says, and what is
 * acknowledged, and moves it. Sent twice, it is sent once. Refuses what is not finished.
 */
export function submitRequest(
  visit: GuardianVisit,
  requestId: Id<"request">,
): Promise<Result<null, SubmitRefusal>> {
  const { actor, database } = visit;
  return database.write(async (writes) => {
    await writes.row("requests_lock", `select from request where id = $1 and guardian_id = $2 for update`, [
      requestId,
      actor.guardian.id,
    ]);
    const filled = await filledRequest(writes, visit, requestId);
    if (filled === undefined) return refuse({ code: "unknown" });
    const { request, form } = filled;
    if (request.state === "submitted" || request.state === "under_review") return ok(null);
    // Refused before anything is written: a transaction that answers is committed.
    if (!isFilledIn(request.state)) return refuse({ code: "not-now" });
    const answers = holdingAnswers(filled);
    const unfinished = unfinishedStep(form, answers);
    if (unfinished !== undefined) return refuse({ code: "unfinished", step: unfinished.name });
    const effect = effectOf(request.effect);
    const sent = askedAnswers(form, answers);
    const fault = effect.fault?.(sent, parisDate(visit.now));
    if (fault !== undefined) return refuse({ code: "faulty", fault });
    const obstacles = await obstaclesOf(writes, request, sent, visit.now);
    if (obstacles.length > 0) return refuse({ code: "obstacles", sentences: obstacles });
    const earlier = await submissionsOf(writes, requestId);
    const terms = await termsOf(writes, visit.now, request, earlier);
    if (terms === undefined) return refuse({ code: "closed" });
    const { guardianId, householdId } = request;
    const about = { requestId, guardianId, householdId };
    const known = { ...(await effect.known(writes, about, sent)), ...request.known };
    await keepSubmission(writes, request, { ...terms, answers: sent, known, at: visit.now });
    const { householdIds } = actor.guardian;
    const { expectedOn, silenceOn: silentOn, waitedDays } = terms;
    return moveRequest(writes, visit, {
      act: earlier.length === 0 ? "submit" : "complete",
      requestId,
      reach: { guardianId, householdIds },
      expectedOn,
      silenceOn: silentOn,
      waitedDays,
    });
  });
}

type Terms = Omit<Submission, "answers" | "known" | "at"> & { readonly waitedDays: number };

/** What is acknowledged: by the kind as it is when a request is first sent, by the first time when it is completed. */
async function termsOf(
  reads: Reads,
  now: Temporal.Instant,
  request: StoredRequest,
  earlier: readonly Submission[],
): Promise<Terms | undefined> {
  const today = parisDate(now);
  const [last, first] = [earlier.at(0), earlier.at(-1)];
  if (last !== undefined && first !== undefined)
    return completedTerms(today, { last, first, request, askedOn: await askedOn(reads, request) });
  const kind = await requestKind(reads, request.kindId);
  if (kind === undefined || kind.formId === null) return undefined;
  const { silence, silenceMonths, expectedDays } = kind;
  if (silence === null || silenceMonths === null || expectedDays === null) return undefined;
  const facts = { submittedOn: today, completedOn: null, waitedDays: 0 };
  return {
    number: 1,
    department: kind.department,
    departmentAddress: kind.departmentAddress,
    departmentEmail: kind.departmentEmail,
    departmentPhone: kind.departmentPhone,
    appeal: kind.appeal,
    silence,
    silenceMonths,
    silenceOn: silenceOn({ silence, months: silenceMonths }, facts),
    expectedOn: today.add({ days: expectedDays }),
    waitedDays: 0,
  };
}

/** The day on which more was last asked for. */
async function askedOn(reads: Reads, { requestId }: StoredRequest): Promise<Temporal.PlainDate | undefined> {
  const asked = (await historyOf(reads, requestId)).findLast(({ act }) => act === "ask");
  return asked === undefined ? undefined : parisDate(asked.at);
}

function completedTerms(
  today: Temporal.PlainDate,
  of: {
    first: Submission;
    last: Submission;
    request: StoredRequest;
    askedOn: Temporal.PlainDate | undefined;
  },
): Terms {
  const { first, last, request } = of;
  const suspended = suspendedDays(of.askedOn ?? today, today, request.replyBy);
  const waitedDays = request.waitedDays + suspended;
  const facts = { submittedOn: parisDate(first.at), completedOn: today, waitedDays };
  const { answers: _answers, known: _known, at: _at, ...kept } = last;
  return {
    ...kept,
    number: last.number + 1,
    silenceOn: silenceOn({ silence: kept.silence, months: kept.silenceMonths }, facts),
    expectedOn: last.expectedOn.add({ days: suspended }),
    waitedDays,
  };
}

async function keepSubmission(writes: Writes, { requestId }: StoredRequest, sent: Submission): Promise<void> {
  await writes.run(
    "requests_keep_submission",
    `insert into request_submission (request_id, number, answers, known, department, department_address,
                                     department_email, department_phone, silence, silence_months, silence_on,
                                     expected_on, appeal, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      requestId,
      sent.number,
      JSON.stringify(sent.answers),
      JSON.stringify(sent.known),
      sent.department,
      sent.departmentAddress,
      sent.departmentEmail,
      sent.departmentPhone,
      sent.silence,
      sent.silenceMonths,
      sent.silenceOn.toString(),
      sent.expectedOn.toString(),
      sent.appeal,
      sent.at.toString(),
    ],
  );
}
