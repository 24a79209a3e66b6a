import type { SignedInVisit, Visit } from "#identity";
import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  formId,
  formText,
  notFound,
  page,
  redirect,
  refusal,
  route,
  Select,
  TextArea,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { agentAct } from "../../../deciding/agent-act.ts";
import { decidedRequest } from "../../../deciding/decided-request.ts";
import {
  agentsFor,
  giveRequest,
  releaseRequest,
  takeRequest,
  type RightsOf,
  type TakenMeanwhile,
} from "../../../desk/assign.ts";
import type { NotNow } from "../../../move-request.ts";
import { requestsWriter } from "../../../policy.ts";
import { isOpen } from "../../../rules/states.ts";
import { numberWords } from "../../../words.fr.ts";
import { texts } from "../texts.fr.ts";
import { Act } from "./act-form.tsx";
import { LONGEST_WORD } from "./deal-forms.tsx";
import { again, notNow, ofRequest } from "./show-request.tsx";

const { deal: words } = texts.one;
const ONE = "/agent/demarches/:request";
const key = { cle: formId<"form">() };
/** Who dealt with it on the page that was sent. */
const shownHolder = z.union([formId<"account">(), z.literal("").transform(() => null)]).default(null);

/** Who deals with a request, and what goes before the others. */
export const dealRoutes = (rightsOf: RightsOf): readonly Route<Visit>[] => [
  route({
    method: "POST",
    path: `${ONE}/prendre`,
    access: requestsWriter,
    input: z.object({ params: ofRequest, body: z.object({ ...key, agent: shownHolder }) }),
    async answer(visit, { params: { request }, body }) {
      const dealing = { formKey: body.cle, shownHolder: body.agent };
      return dealt(visit, request, "prise", await takeRequest(visit, request, dealing));
    },
  }),
  route({
    method: "POST",
    path: `${ONE}/rendre`,
    access: requestsWriter,
    input: z.object({ params: ofRequest, body: z.object(key) }),
    answer: async (visit, { params: { request }, body }) =>
      dealt(visit, request, "rendue", await releaseRequest(visit, request, body.cle)),
  }),
  route({
    method: "GET",
    path: `${ONE}/confier`,
    access: requestsWriter,
    input: z.object({ params: ofRequest }),
    answer: (visit, { params }) => givePage(visit, params.request, rightsOf, []),
  }),
  route({
    method: "POST",
    path: `${ONE}/confier`,
    access: requestsWriter,
    input: z.object({
      params: ofRequest,
      body: z.object({
        ...key,
        agent: shownHolder,
        a: formId<"account">(),
        mot: formText(LONGEST_WORD).default(""),
      }),
    }),
    async answer(visit, { params: { request }, body }) {
      const given = { formKey: body.cle, shownHolder: body.agent, to: body.a, said: body.mot };
      const done = await giveRequest(visit, request, given, rightsOf);
      if (done.ok) return redirect(`/agent/demarches/${request}?fait=confiee`);
      if (done.refusal.code === "no-right")
        return givePage(visit, request, rightsOf, [{ field: "a", message: words.noRight }]);
      return refused(visit, request, done.refusal);
    },
  }),
  route({
    method: "POST",
    path: `${ONE}/priorite`,
    access: requestsWriter,
    input: z.object({
      params: ofRequest,
      body: z.object({
        ...key,
        prioritaire: z.enum(["0", "1"]),
        raison: formText(LONGEST_WORD).refine((text) => text !== "", words.noWhy),
      }),
    }),
    toCorrect: again,
    async answer(visit, { params: { request }, body }) {
      const urgent = body.prioritaire === "1";
      const act = urgent ? "raise" : "lower";
      const moved = await agentAct(visit, request, { act, formKey: body.cle, said: body.raison, urgent });
      return dealt(visit, request, "priorite", moved);
    },
  }),
];

function dealt(
  visit: SignedInVisit,
  request: Id<"request">,
  done: keyof typeof texts.one.done,
  result: { ok: true } | { ok: false; refusal: NotNow | TakenMeanwhile },
): Promise<Answer> {
  if (!result.ok) return refused(visit, request, result.refusal);
  return Promise.resolve(redirect(`/agent/demarches/${request}?fait=${done}`));
}

function refused(
  visit: SignedInVisit,
  request: Id<"request">,
  why: NotNow | TakenMeanwhile,
): Promise<Answer> {
  if (why.code === "not-now") return notNow(visit, request);
  const next = { label: texts.one.over.next, href: `/agent/demarches/${request}` };
  const sentences = [why.by === null ? words.takenByNobody : words.takenBy(why.by), words.takenNext];
  return Promise.resolve(refusal({ status: 409, title: words.takenTitle, sentences, next }));
}

/** Whom to give it to: those who have the right to decide about it. */
async function givePage(
  visit: SignedInVisit,
  requestId: Id<"request">,
  rightsOf: RightsOf,
  corrections: readonly Correction[],
): Promise<Answer> {
  const found = await visit.database.read(async (reads) => {
    const decided = await decidedRequest(reads, visit, requestId);
    if (decided === undefined) return undefined;
    return { ...decided, agents: await agentsFor(reads, decided.request.effect, rightsOf) };
  });
  if (found === undefined) return notFound;
  const { request, agents } = found;
  if (!isOpen(request.state)) return notNow(visit, requestId);
  const href = `/agent/demarches/${requestId}`;
  const others = agents.filter(({ accountId }) => accountId !== request.takenById);
  return page(
    {
      title: words.giveTitle,
      section: "requests-desk",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href={href} label={numberWords(request.number)} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{words.giveTitle}</h1>
          <p class="lead">{request.takenBy === null ? words.heldByNobody : words.heldBy(request.takenBy)}</p>
          {others.length === 0 ? (
            <p>{words.nobodyElse}</p>
          ) : (
            <Act action={`${href}/confier`}>
              <input type="hidden" name="agent" value={request.takenById ?? ""} />
              <Select
                name="a"
                label={words.to}
                options={others.map(({ accountId, name }) => ({ value: accountId, label: name }))}
                correction={corrections.find(({ field }) => field === "a")?.message}
              />
              <TextArea
                name="mot"
                label={words.word}
                hint={words.whyHint}
                maxLength={LONGEST_WORD}
                optional
              />
              <Button>{words.giveTitle}</Button>
            </Act>
          )}
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}
