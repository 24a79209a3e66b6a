import { reachedChildren } from "#families";
import { everyoneOf, type SignedInVisit } from "#identity";
import { parseId, type Id } from "#kernel";
import { hashedId, writeJournal, type Reads, type Writes } from "#platform";
import { versionById, type DocumentVersion } from "#documents";

import type { Consequence, Sent } from "../effects/effect.ts";
import { effectOf, effectsOf, obstaclesOf } from "../effects/effects.ts";
import { shownForm } from "../filling/shown-form.ts";
import {
  historyOf,
  lastSent,
  requestById,
  submissionsOf,
  type HistoryLine,
  type StoredRequest,
  type Submission,
} from "../request-queries.ts";
import { changesOf, type FieldChange } from "../rules/changes.ts";
import { askedFields } from "../rules/form-walk.ts";
import type { Answers, Offers, RequestForm } from "../rules/form.ts";
import { isOpen } from "../rules/states.ts";

/** A request as an agent reads it: what was sent last, beside what the file says today. */
export interface DecidedRequest {
  readonly request: StoredRequest;
  readonly form: RequestForm;
  readonly offers: Offers;
  readonly submission: Submission;
  readonly history: readonly HistoryLine[];
  readonly now: Answers;
  readonly changes: readonly FieldChange[];
  readonly sent: Sent;
  readonly consequences: readonly Consequence[];
  /** What is to be done first, as the family was told it. */
  readonly obstacles: readonly string[];
  /** What the page showed of the file: a decision made from an older page is refused. */
  readonly seen: Id<"seen">;
}

/** Reads a request that this agent may decide about; undefined for drafts and for those of other effects. */
export async function decidedRequest(
  reads: Reads,
  visit: Pick<SignedInVisit, "actor" | "now">,
  requestId: Id<"request">,
): Promise<DecidedRequest | undefined> {
  const request = await requestById(reads, requestId);
  if (request === undefined || !effectsOf(visit.actor).some((code) => code === request.effect))
    return undefined;
  const submissions = await submissionsOf(reads, requestId);
  const [submission] = submissions;
  const sent = lastSent(submissions);
  if (submission === undefined || sent === undefined) return undefined;
  const effect = effectOf(request.effect);
  const now = await effect.known(reads, request, submission.answers);
  const changes = changesOf(Object.keys(now), { known: submission.known, now, wanted: submission.answers });
  const consequences = (await effect.consequences?.(reads, request, sent, visit)) ?? [];
  // What is decided already is done, or is not: nothing stands before it.
  const obstacles = isOpen(request.state)
    ? await obstaclesOf(reads, request, submission.answers, visit.now)
    : [];
  return {
    request,
    form: await shownForm(reads, request, submission.answers, visit.now),
    offers: (await effect.offers?.(reads, request, { now: visit.now, withheldIds: [] })) ?? {},
    submission,
    history: await historyOf(reads, requestId),
    now,
    changes,
    sent,
    consequences,
    obstacles,
    seen: hashedId<"seen">(String(submission.number), JSON.stringify([now, consequences])),
  };
}

/** What answers name: children of the household, and documents. */
export interface NamedAnswers {
  readonly childNames: ReadonlyMap<string, string>;
  readonly offers: Offers;
  readonly documents: ReadonlyMap<string, DocumentVersion>;
}

/** The names behind the answers of a request. */
export async function namedAnswers(
  reads: Reads,
  { request, form, offers, submission }: DecidedRequest,
): Promise<NamedAnswers> {
  const children = await reachedChildren(reads, everyoneOf([request.householdId]));
  const documents = new Map<string, DocumentVersion>();
  for (const { type, name } of askedFields(form, submission.answers)) {
    const id = type === "document" ? parseId<"document-version">(submission.answers[name]) : undefined;
    const version = id === undefined ? undefined : await versionById(reads, id);
    if (version !== undefined) documents.set(version.versionId, version);
  }
  const childNames = new Map<string, string>(
    children.map(({ participantId, firstName, lastName }) => [participantId, `${firstName} ${lastName}`]),
  );
  return { childNames, offers, documents };
}

/** Notes in the journal that an agent read a request. */
export function noteRead(
  writes: Writes,
  { actor, now, address }: Pick<SignedInVisit, "actor" | "now" | "address">,
  { requestId, householdId }: StoredRequest,
): Promise<void> {
  return writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "requests.read",
    objectKind: "request",
    objectId: requestId,
    householdId,
    address,
  });
}
