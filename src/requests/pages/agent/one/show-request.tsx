import type { SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { formId, notFound, page, refusal, type Answer, type Correction, type RawInput } from "#platform";
import { z } from "zod";

import { decidedRequest, namedAnswers, noteRead } from "../../../deciding/decided-request.ts";
import { texts } from "../texts.fr.ts";
import { requestPage } from "./request-page.tsx";

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
  const typed = Object.fromEntries(
    Object.entries(typedFormat.parse(body)).flatMap(([name, value]) =>
      typeof value === "string" && name !== "cle" ? [[name, value] as const] : [],
    ),
  );
  return showRequest(visit, parsed.data.request, { corrections, typed });
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
  },
): Promise<Answer> {
  const { corrections = [], typed = {} } = told;
  const found = await visit.database.write(async (writes) => {
    const decided = await decidedRequest(writes, visit, requestId);
    if (decided === undefined) return undefined;
    await noteRead(writes, visit, decided.request);
    return { decided, names: await namedAnswers(writes, decided) };
  });
  if (found === undefined) return notFound;
  const me = visit.actor.accountId;
  const view = { ...found, me, today: parisDate(visit.now), done: told.done, corrections, typed };
  return page(requestPage(view), corrections.length > 0 ? 422 : 200);
}
