import type { Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { formId, formText, isoDate, redirect, route, type Correction, type Route } from "#platform";
import { z } from "zod";

import { acceptRequest, agentAct, type AcceptRefusal, type AgentAct } from "../../../deciding/agent-act.ts";
import { requestsWriter } from "../../../policy.ts";
import { texts } from "../texts.fr.ts";
import { LONGEST_SAID } from "./decision-forms.tsx";
import { again, notNow, ofRequest, showRequest, typedIn } from "./show-request.tsx";

const DONE = [
  "prise",
  "confiee",
  "rendue",
  "priorite",
  "complement",
  "message",
  "note",
  "acceptee",
  "refusee",
] as const satisfies readonly (keyof typeof texts.one.done)[];
const done = z.enum(DONE);
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
  answer: (visit, { params, query }) => showRequest(visit, params.request, { done: query.fait }),
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

/** POST …/inserer: what was typed comes back with a canned answer in it; nothing is kept. */
const insertRoute = route({
  method: "POST",
  path: "/agent/demarches/:request/inserer",
  access: requestsWriter,
  input: z.object({
    params: ofRequest,
    body: z.looseObject({
      reponse: z.string().catch(""),
      dans: z.enum(["mot", "manque", "message", "motif"]),
    }),
  }),
  answer: (visit, { params: { request }, body }) =>
    showRequest(visit, request, {
      typed: { ...typedIn(body), [body.dans]: typedIn(body)[body.dans] ?? "" },
      insert: { reply: body.reponse, field: body.dans },
    }),
});

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
      return showRequest(visit, request, { corrections, typed });
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
    return showRequest(visit, request, { corrections, typed: { mot: body.mot } });
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

/** An agent reads a request and decides about it. */
export const requestRoutes: readonly Route<Visit>[] = [
  showRoute,
  insertRoute,
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
