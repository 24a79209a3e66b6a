import type { SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { formId, notFound, page, refusal, type Answer, type Correction, type RawInput } from "#platform";
import { z } from "zod";

import { certificateOf } from "../../../certificate/kept-certificate.ts";
import { decidedRequest, namedAnswers, noteRead } from "../../../deciding/decided-request.ts";
import { repliesFor, replyText } from "../../../replies/replies.ts";
import { texts } from "../texts.fr.ts";
import { requestPage } from "./request-page.tsx";
import type { RequestView } from "./request-view.ts";

/** The request of an address. */
export const ofRequest = z.object({ request: formId<"request">() });

const typedFormat = z.record(z.string(), z.unknown()).catch({});

/** A form that does not fit comes back as it was typed. */
export function again(
  visit: SignedInVisit,
  corrections: readonly Correction[],
  { params, body }: RawInput,
): Promise<Answer> {
  const parsed = ofRequest.safeParse(params);
  if (!parsed.success) return Promise.resolve(notFound);
  return showRequest(visit, parsed.data.request, { corrections, typed: typedIn(body) });
}

/** Every text of a form, as it was typed. */
export function typedIn(body: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(typedFormat.parse(body)).flatMap(([name, value]) =>
      typeof value === "string" && name !== "cle" ? [[name, value] as const] : [],
    ),
  );
}

/** Its state allows it no more; what this agent may not decide about does not exist. */
export async function notNow(visit: SignedInVisit, requestId: Id<"request">): Promise<Answer> {
  const known = await visit.database.read((reads) => decidedRequest(reads, visit, requestId));
  if (known === undefined) return notFound;
  const { title, sentences, next } = texts.one.over;
  return refusal({
    status: 409,
    title,
    sentences,
    next: { label: next, href: `/agent/demarches/${requestId}` },
  });
}

/** The page of a request, with what was just done or is to be put right; the journal keeps who read it. */
export async function showRequest(
  visit: SignedInVisit,
  requestId: Id<"request">,
  told: {
    done?: keyof typeof texts.one.done | undefined;
    corrections?: readonly Correction[];
    typed?: Readonly<Record<string, string>>;
    /** A canned answer, and the field that it goes to. */
    insert?: { readonly reply: string; readonly field: string };
  },
): Promise<Answer> {
  const { corrections = [], insert } = told;
  const found = await visit.database.write(async (writes) => {
    const decided = await decidedRequest(writes, visit, requestId);
    if (decided === undefined) return undefined;
    await noteRead(writes, visit, decided.request);
    const replies = await repliesFor(writes, decided.request.kindId);
    return {
      decided,
      certified: (await certificateOf(writes, requestId)) !== undefined,
      names: await namedAnswers(writes, decided),
      replies: replies.map((reply) => ({ ...reply, text: replyText(reply, decided, visit.actor) })),
    };
  });
  if (found === undefined) return notFound;
  const typed = inserted(told.typed ?? {}, insert, found.replies);
  const me = visit.actor.accountId;
  const view = { ...found, me, today: parisDate(visit.now), done: told.done, corrections, typed };
  return page(requestPage(view), corrections.length > 0 ? 422 : 200);
}

/** The text at the end of what was typed. */
function inserted(
  typed: Readonly<Record<string, string>>,
  insert: { readonly reply: string; readonly field: string } | undefined,
  replies: RequestView["replies"],
): Readonly<Record<string, string>> {
  const text = replies.find(({ replyId }) => replyId === insert?.reply)?.text;
  if (insert === undefined || text === undefined) return typed;
  const before = (typed[insert.field] ?? "").trimEnd();
  return { ...typed, [insert.field]: before === "" ? text : `${before}\n${text}` };
}
