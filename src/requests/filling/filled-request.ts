import type { DocumentVersion } from "#documents";
import { ownVersion, reachedChildren } from "#families";
import type { GuardianVisit } from "#identity";
import { parseId, type Id } from "#kernel";
import type { Reads } from "#platform";

import { effectOf } from "../effects/effects.ts";
import { shownForm } from "./shown-form.ts";
import {
  ownRequest,
  readableRequest,
  submissionsOf,
  type StoredRequest,
  type Submission,
} from "../request-queries.ts";
import { askedFields } from "../rules/form-walk.ts";
import type { Answers, NamedChoice, Offers, RequestForm } from "../rules/form.ts";

/** A request with its form, and what its answers name. */
export interface FilledRequest {
  readonly request: StoredRequest;
  readonly form: RequestForm;
  readonly children: readonly NamedChoice[];
  readonly offers: Offers;
  /** The documents that answers name, by the id of their version; those out of reach are not there. */
  readonly documents: ReadonlyMap<string, DocumentVersion>;
}

/** Who reads, and when. */
type Reader = Pick<GuardianVisit, "actor" | "now">;

/** Reads a request of one's own to be filled in; undefined for anybody else's. */
export async function filledRequest(
  reads: Reads,
  reader: Reader,
  requestId: Id<"request">,
): Promise<FilledRequest | undefined> {
  const request = await ownRequest(reads, reader.actor, requestId);
  return request === undefined ? undefined : withNames(reads, reader, request);
}

/** Reads a request that this adult may read, with what was sent last and first; undefined for any other. */
export async function followedRequest(
  reads: Reads,
  reader: Reader,
  requestId: Id<"request">,
): Promise<
  { filled: FilledRequest; submission: Submission | undefined; first: Submission | undefined } | undefined
> {
  const request = await readableRequest(reads, reader.actor, requestId);
  if (request === undefined) return undefined;
  const submissions = await submissionsOf(reads, requestId);
  const [submission, first] = [submissions.at(0), submissions.at(-1)];
  // What was sent may name another document than what is being filled in since.
  const shown = { ...request, answers: submission?.answers ?? request.answers };
  const { documents, ...filled } = await withNames(reads, reader, shown);
  return { filled: { ...filled, documents, request }, submission, first };
}

async function withNames(
  reads: Reads,
  { actor, now }: Reader,
  request: StoredRequest,
): Promise<FilledRequest> {
  const form = await shownForm(reads, request, request.answers, now);
  const { withheldIds } = actor.guardian;
  const offers = (await effectOf(request.effect).offers?.(reads, request, { now, withheldIds })) ?? {};
  const children = await childrenOf(reads, actor, request.householdId);
  const documents = await namedDocuments(reads, actor, { form, answers: request.answers });
  return { request, form, children, offers, documents };
}

/** The children of one household over whom this adult has authority. */
async function childrenOf(
  reads: Reads,
  { guardian }: GuardianVisit["actor"],
  householdId: Id<"household">,
): Promise<readonly NamedChoice[]> {
  if (!guardian.householdIds.includes(householdId)) return [];
  const reach = { householdIds: [householdId], withheldIds: guardian.withheldIds };
  const children = await reachedChildren(reads, reach);
  return children.map(({ participantId, firstName, lastName }) => ({
    id: participantId,
    name: `${firstName} ${lastName}`,
  }));
}

async function namedDocuments(
  reads: Reads,
  { guardian }: GuardianVisit["actor"],
  { form, answers }: { form: RequestForm; answers: Answers },
): Promise<ReadonlyMap<string, DocumentVersion>> {
  const named = new Map<string, DocumentVersion>();
  for (const { type, name } of askedFields(form, answers)) {
    const id = type === "document" ? parseId<"document-version">(answers[name]) : undefined;
    const version = id === undefined ? undefined : await ownVersion(reads, guardian, id);
    if (version !== undefined) named.set(version.versionId, version);
  }
  return named;
}

/** The answers that still hold: a child or a document that is out of reach since is to be chosen again. */
export function holdingAnswers({ request, form, children, offers, documents }: FilledRequest): Answers {
  const gone = askedFields(form, request.answers).filter(({ type, name }) => {
    const answer = request.answers[name] ?? "";
    if (type === "child") return !children.some(({ id }) => id === answer);
    if (type === "offered") return !(offers[name] ?? []).some(({ id }) => id === answer);
    return type === "document" && !documents.has(answer);
  });
  return { ...request.answers, ...Object.fromEntries(gone.map(({ name }) => [name, ""])) };
}
