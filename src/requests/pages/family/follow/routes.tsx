import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit } from "#identity";
import type { Id } from "#kernel";
import { acknowledgementFile } from "#messaging";
import {
  BackLink,
  Button,
  formId,
  formText,
  FormToken,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { receivedRequest } from "../../../acknowledged.ts";
import { certificateOf } from "../../../certificate/kept-certificate.ts";
import { filledRequest, followedRequest } from "../../../filling/filled-request.ts";
import { submitRequest, type SubmitRefusal } from "../../../filling/submit-request.ts";
import { familyAct } from "../../../following/family-act.ts";
import { historyOf, ownRequest, readableRequest, submissionsOf } from "../../../request-queries.ts";
import { isInternal, leadsTo, isFilledIn } from "../../../rules/states.ts";
import { over } from "../filling/routes.tsx";
import { texts } from "../texts.fr.ts";
import { checkPage } from "./check-page.tsx";
import { followPage, LONGEST_MESSAGE } from "./follow-page.tsx";

const ofRequest = z.object({ request: formId<"request">() });
const done = z.enum(["envoyee", "message", "retiree"]).optional().catch(undefined);

/** GET /demarches/:request: a request that one may read; a draft leads on to where it was left. */
const followRoute = route({
  method: "GET",
  path: "/demarches/:request",
  access: guardian,
  input: z.object({ params: ofRequest, query: z.object({ fait: done }) }),
  answer: (visit, { params, query }) => follow(visit, params.request, { done: query.fait }),
});

/** GET …/verifier: every answer, before it is sent. */
const checkRoute = route({
  method: "GET",
  path: "/demarches/:request/verifier",
  access: guardian,
  input: z.object({ params: ofRequest }),
  answer: (visit, { params }) => check(visit, params.request, []),
});

/** POST …/envoyer: sends it, and leads to its acknowledgement. */
const sendRoute = route({
  method: "POST",
  path: "/demarches/:request/envoyer",
  access: guardian,
  input: z.object({ params: ofRequest }),
  async answer(visit, { params: { request } }) {
    const sent = await submitRequest(visit, request);
    return sent.ok ? redirect(`/demarches/${request}?fait=envoyee`) : refused(visit, request, sent.refusal);
  },
});

/** POST …/messages: a message to the agents. */
const messageRoute = route({
  method: "POST",
  path: "/demarches/:request/messages",
  access: guardian,
  input: z.object({
    params: ofRequest,
    body: z.object({
      cle: formId<"form">(),
      message: formText(LONGEST_MESSAGE).refine((text) => text !== "", texts.one.noMessage),
    }),
  }),
  toCorrect: (visit, corrections, { params, body }) => {
    const parsed = ofRequest.safeParse(params);
    if (!parsed.success) return Promise.resolve(notFound);
    const typed = z.object({ message: z.string() }).safeParse(body).data?.message ?? "";
    return follow(visit, parsed.data.request, { typed, corrections });
  },
  async answer(visit, { params: { request }, body }) {
    const told = await familyAct(visit, request, { act: "tell", formKey: body.cle, said: body.message });
    return told.ok ? redirect(`/demarches/${request}?fait=message`) : notNow(visit, request);
  },
});

/** GET …/retirer: what taking it back means. */
const withdrawPageRoute = route({
  method: "GET",
  path: "/demarches/:request/retirer",
  access: guardian,
  input: z.object({ params: ofRequest }),
  async answer({ actor, database }, { params: { request: requestId } }) {
    const request = await database.read((reads) => ownRequest(reads, actor, requestId));
    if (request === undefined) return notFound;
    const draft = request.state === "draft";
    if (!draft && leadsTo("withdraw", request.state) === undefined) return over(requestId);
    const { title, lead, yes, abandonTitle, abandonLead, abandonYes, no } = texts.withdraw;
    return page({
      title: draft ? abandonTitle : title,
      section: "requests",
      before: <BackLink href={`/demarches/${requestId}`} label={request.kindLabel} />,
      main: (
        <>
          <h1>{draft ? abandonTitle : title}</h1>
          <p class="lead">{draft ? abandonLead : lead}</p>
          <form method="post" action={`/demarches/${requestId}/retirer`}>
            <FormToken />
            <input type="hidden" name="cle" value={randomUUID()} />
            <p class="row">
              <Button variant="warning">{draft ? abandonYes : yes}</Button>
              <a href={`/demarches/${requestId}`}>{no}</a>
            </p>
          </form>
        </>
      ),
    });
  },
});

/** POST …/retirer: takes it back, or forgets the draft. */
const withdrawRoute = route({
  method: "POST",
  path: "/demarches/:request/retirer",
  access: guardian,
  input: z.object({ params: ofRequest, body: z.object({ cle: formId<"form">() }) }),
  async answer(visit, { params: { request }, body }) {
    const { actor, database } = visit;
    const own = await database.read((reads) => ownRequest(reads, actor, request));
    const draft = own?.state === "draft";
    const act = draft ? "abandon" : "withdraw";
    const left = await familyAct(visit, request, { act, formKey: body.cle });
    if (!left.ok) return notNow(visit, request);
    return redirect(draft ? "/demarches?fait=abandonne" : `/demarches/${request}?fait=retiree`);
  },
});

/** GET …/accuse.pdf: the acknowledgement of what was sent last; the first one by « envoi=1 ». */
const acknowledgementRoute = route({
  method: "GET",
  path: "/demarches/:request/accuse.pdf",
  access: guardian,
  input: z.object({
    params: ofRequest,
    query: z.object({ envoi: z.literal("1").optional().catch(undefined) }),
  }),
  async answer({ actor, authority, database }, { params, query }) {
    const found = await database.read(async (reads) => {
      const request = await readableRequest(reads, actor, params.request);
      const submissions = request === undefined ? [] : await submissionsOf(reads, params.request);
      return { request, last: submissions.at(0), first: submissions.at(-1) };
    });
    const { request, last, first } = found;
    if (request === undefined || last === undefined || first === undefined) return notFound;
    const submission = query.envoi === undefined ? last : first;
    return acknowledgementFile(receivedRequest(request, submission, first), {
      name: texts.one.acknowledgementFile(request.number, submission.number),
      authority,
    });
  },
});

async function follow(
  visit: GuardianVisit,
  requestId: Id<"request">,
  told: {
    done?: z.output<typeof done>;
    typed?: string;
    corrections?: readonly Correction[];
  },
): Promise<Answer> {
  const { typed = "", corrections = [] } = told;
  const found = await visit.database.read(async (reads) => {
    const followed = await followedRequest(reads, visit, requestId);
    if (followed === undefined) return undefined;
    const history = await historyOf(reads, requestId);
    const certified = (await certificateOf(reads, requestId)) !== undefined;
    return { ...followed, certified, history: history.filter(({ act }) => !isInternal(act)) };
  });
  if (found === undefined) return notFound;
  return page(
    followPage({
      ...found,
      own: found.filled.request.guardianId === visit.actor.guardian.id,
      done: told.done,
      message: { typed, corrections },
    }),
    corrections.length > 0 ? 422 : 200,
  );
}

async function check(
  visit: GuardianVisit,
  requestId: Id<"request">,
  corrections: readonly string[],
): Promise<Answer> {
  const filled = await visit.database.read((reads) => filledRequest(reads, visit, requestId));
  if (filled === undefined) return notFound;
  if (!isFilledIn(filled.request.state)) return over(requestId);
  return page(checkPage(filled, corrections), corrections.length === 0 ? 200 : 422);
}

function refused(visit: GuardianVisit, requestId: Id<"request">, refusal: SubmitRefusal): Promise<Answer> {
  switch (refusal.code) {
    case "unknown":
      return Promise.resolve(notFound);
    case "not-now":
      return notNow(visit, requestId);
    case "closed":
      return check(visit, requestId, [texts.check.closed]);
    case "unfinished":
      return check(visit, requestId, [texts.check.unfinished]);
    case "faulty":
      return check(visit, requestId, [refusal.fault.sentence]);
    case "obstacles":
      return check(visit, requestId, refusal.sentences);
  }
}

/** Its state allows it no more; what is nobody's of one's own does not exist. */
async function notNow({ actor, database }: GuardianVisit, requestId: Id<"request">): Promise<Answer> {
  const own = await database.read((reads) => ownRequest(reads, actor, requestId));
  return own === undefined ? notFound : over(requestId);
}

/** A family checks, sends and follows its requests. */
export const followRoutes = [
  followRoute,
  checkRoute,
  sendRoute,
  messageRoute,
  withdrawPageRoute,
  withdrawRoute,
  acknowledgementRoute,
];
