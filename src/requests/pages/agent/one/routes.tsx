import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  formId,
  formText,
  isoDate,
  notFound,
  page,
  redirect,
  refusal,
  route,
  type Answer,
  type Correction,
  type RawInput,
  type Route,
} from "#platform";
import { z } from "zod";

import { acceptRequest, agentAct, type AcceptRefusal, type AgentAct } from "../../../deciding/agent-act.ts";
import { decidedRequest, namedAnswers, noteRead } from "../../../deciding/decided-request.ts";
import { requestsWriter } from "../../../policy.ts";
import { texts } from "../texts.fr.ts";
import { LONGEST_SAID } from "./decision-forms.tsx";
import { requestPage } from "./request-page.tsx";

const ofRequest = z.object({ request: formId<"request">() });
const done = z.enum(["prise", "complement", "message", "note", "acceptee", "refusee"]);
const written = (message: string = texts.one.corrections.said) =>
  z
    .string(message)
    .pipe(formText(LONGEST_SAID))
    .refine((text) => text !== "", message);

/** GET /agent/demarches/:request: one request beside the file; the journal keeps who read it. */
const showRoute = route({
  method: "GET",
  path: "/agent/demarches/:request",
  access: requestsWriter,
  input: z.object({
    params: ofRequest,
    query: z.object({ fait: done.optional().catch(undefined) }),
  }),
  answer: (visit, { params, query }) => show(visit, params.request, { done: query.fait }),
});

/** What each act of an agent says, and where it leads. */
interface ActRoute<Body extends { cle: Id<"form"> }> {
  readonly path: string;
  readonly body: z.ZodType<Body>;
  readonly done: z.output<typeof done>;
  readonly act: (body: Body) => AgentAct;
}

function actRoute<Body extends { cle: Id<"form"> }>({ path, body, done: fait, act }: ActRoute<Body>) {
  return route({
    method: "POST",
    path: `/agent/demarches/:request/${path}`,
    access: requestsWriter,
    input: z.object({ params: ofRequest, body }),
    toCorrect: again,
    async answer(visit, input) {
      const { request } = input.params;
      const moved = await agentAct(visit, request, act(input.body));
      return moved.ok ? redirect(`/agent/demarches/${request}?fait=${fait}`) : notNow(visit, request);
    },
  });
}

const key = { cle: formId<"form">() };

const askRoute = route({
  method: "POST",
  path: "/agent/demarches/:request/demander",
  access: requestsWriter,
  input: z.object({ params: ofRequest, body: z.object({ ...key, manque: written(), avant: isoDate }) }),
  toCorrect: again,
  async answer(visit, { params: { request }, body }) {
    if (Temporal.PlainDate.compare(body.avant, parisDate(visit.now)) < 0) {
      const corrections = [{ field: "avant", message: texts.one.corrections.until }];
      const typed = { manque: body.manque, avant: body.avant.toString() };
      return show(visit, request, { corrections, typed });
    }
    const asked = await agentAct(visit, request, {
      act: "ask",
      formKey: body.cle,
      said: body.manque,
      replyBy: body.avant,
    });
    return asked.ok ? redirect(`/agent/demarches/${request}?fait=complement`) : notNow(visit, request);
  },
});

/** POST …/accepter: does what is asked, and says so. */
const acceptRoute = route({
  method: "POST",
  path: "/agent/demarches/:request/accepter",
  access: requestsWriter,
  input: z.object({
    params: ofRequest,
    body: z.object({
      ...key,
      vu: z.string().default(""),
      ecraser: z.literal("oui").optional().catch(undefined),
      mot: formText(LONGEST_SAID).default(""),
    }),
  }),
  toCorrect: again,
  async answer(visit, { params: { request }, body }) {
    const accepted = await acceptRequest(visit, request, {
      formKey: body.cle,
      seen: body.vu,
      overConflicts: body.ecraser === "oui",
      said: body.mot,
    });
    if (accepted.ok) return redirect(`/agent/demarches/${request}?fait=acceptee`);
    if (accepted.refusal.code === "not-now") return notNow(visit, request);
    const corrections = [correctionOf(accepted.refusal)];
    return show(visit, request, { corrections, typed: { mot: body.mot } });
  },
});

function correctionOf(refused: Exclude<AcceptRefusal, { code: "not-now" }>): Correction {
  const { conflict, answer, changed } = texts.one.corrections;
  switch (refused.code) {
    case "conflict":
      return { field: "ecraser", message: conflict };
    case "no-answer":
      return { field: "mot", message: answer };
    case "changed-since":
      return { message: changed };
    case "impossible":
      return { message: refused.sentence };
  }
}

const typedFormat = z.record(z.string(), z.unknown()).catch({});

/** A form that does not fit comes back as it was typed. */
function again(
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
  return show(visit, parsed.data.request, { corrections, typed });
}

async function notNow(visit: SignedInVisit, requestId: Id<"request">): Promise<Answer> {
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

async function show(
  visit: SignedInVisit,
  requestId: Id<"request">,
  told: {
    done?: z.output<typeof done> | undefined;
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
  const view = { ...found, today: parisDate(visit.now), done: told.done, corrections, typed };
  return page(requestPage(view), corrections.length > 0 ? 422 : 200);
}

/** An agent reads a request and decides about it. */
export const requestRoutes: readonly Route<Visit>[] = [
  showRoute,
  actRoute({
    path: "prendre",
    body: z.object(key),
    done: "prise",
    act: ({ cle }) => ({ act: "take", formKey: cle }),
  }),
  askRoute,
  actRoute({
    path: "repondre",
    body: z.object({ ...key, message: written() }),
    done: "message",
    act: ({ cle, message }) => ({ act: "answer", formKey: cle, said: message }),
  }),
  actRoute({
    path: "noter",
    body: z.object({ ...key, note: written() }),
    done: "note",
    act: ({ cle, note }) => ({ act: "note", formKey: cle, said: note }),
  }),
  acceptRoute,
  actRoute({
    path: "refuser",
    body: z.object({ ...key, motif: written(), recours: written(texts.one.corrections.appeal) }),
    done: "refusee",
    act: ({ cle, motif, recours }) => ({ act: "refuse", formKey: cle, said: motif, appeal: recours }),
  }),
];
