import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { parseId, type Id } from "#kernel";
import {
  formId,
  formList,
  formText,
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

import {
  batchById,
  batchLines,
  startBatch,
  type BatchAct,
  type ChosenRequest,
} from "../../../batches/batch.ts";
import { decidedRequest, noteRead } from "../../../deciding/decided-request.ts";
import { INBOX_PAGE } from "../../../deciding/inbox.ts";
import { requestsWriter } from "../../../policy.ts";
import { isOpen } from "../../../rules/states.ts";
import { LONGEST_SAID } from "../one/decision-forms.tsx";
import { confirmPage } from "./confirm-page.tsx";
import { reportPage } from "./report-page.tsx";
import { texts } from "./texts.fr.ts";

const act = z.enum(["accept", "refuse"] satisfies readonly BatchAct[]);
const chosen = formList(formId<"request">(), INBOX_PAGE);

/** A request and what was shown of it, « id:seen ». */
const shownLine = z.string().transform((text, context): ChosenRequest => {
  const [request, seen] = text.split(":");
  const [requestId, shown] = [parseId<"request">(request), parseId<"seen">(seen)];
  if (requestId !== undefined && shown !== undefined) return { requestId, seen: shown };
  context.addIssue({ code: "custom", message: texts.none.title });
  return z.NEVER;
});

/** Several requests at once: chosen in the inbox, read, confirmed, followed. */
export const batchRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: "/agent/demarches/ensemble",
    access: requestsWriter,
    input: z.object({ query: z.object({ acte: act, demande: chosen }) }),
    answer: (visit, { query }) => confirm(visit, query.acte, query.demande),
  }),
  route({
    method: "POST",
    path: "/agent/demarches/ensemble",
    access: requestsWriter,
    input: z.object({
      body: z.object({
        cle: formId<"request-batch">(),
        acte: act,
        ligne: formList(shownLine, INBOX_PAGE),
        motif: formText(LONGEST_SAID).refine((text) => text !== "", texts.noReason),
      }),
    }),
    toCorrect: again,
    async answer(visit, { body: { cle, acte, ligne, motif } }) {
      if (ligne.length === 0) return noneChosen;
      await startBatch(visit, { batchId: cle, act: acte, said: motif }, ligne);
      return redirect(`/agent/demarches/lots/${cle}`);
    },
  }),
  route({
    method: "GET",
    path: "/agent/demarches/lots/:batch",
    access: requestsWriter,
    input: z.object({ params: z.object({ batch: formId<"request-batch">() }) }),
    async answer({ actor, database }, { params }) {
      const found = await database.read(async (reads) => ({
        batch: await batchById(reads, params.batch),
        lines: await batchLines(reads, params.batch),
      }));
      const { batch, lines } = found;
      if (batch === undefined || batch.accountId !== actor.accountId) return notFound;
      return page(reportPage({ batch, lines }));
    },
  }),
];

const noneChosen = refusal({
  status: 400,
  title: texts.none.title,
  sentences: texts.none.sentences,
  next: { label: texts.none.next, href: "/agent/demarches" },
});

/** Reads each of them, as opening it would: the journal keeps it. */
async function confirm(
  visit: SignedInVisit,
  acte: BatchAct,
  ids: readonly Id<"request">[],
  told: { motif?: string; corrections?: readonly Correction[] } = {},
): Promise<Answer> {
  const requests = await visit.database.write(async (writes) => {
    const found = [];
    for (const id of new Set(ids)) {
      const one = await decidedRequest(writes, visit, id);
      if (one === undefined || !isOpen(one.request.state)) continue;
      await noteRead(writes, visit, one.request);
      found.push(one);
    }
    return found;
  });
  if (requests.length === 0) return noneChosen;
  const { motif = "", corrections = [] } = told;
  const shown = { act: acte, requests, motif, corrections, formKey: randomUUID() };
  return page(confirmPage(shown), corrections.length > 0 ? 422 : 200);
}

const sentAgain = z.object({
  acte: act,
  ligne: formList(shownLine, INBOX_PAGE),
  motif: z.string().catch(""),
});

/** A form that does not fit comes back with what each acceptance does, read anew. */
function again(
  visit: SignedInVisit,
  corrections: readonly Correction[],
  { body }: RawInput,
): Promise<Answer> {
  const parsed = sentAgain.safeParse(body);
  if (!parsed.success) return Promise.resolve(noneChosen);
  const { acte, ligne, motif } = parsed.data;
  const ids = ligne.map(({ requestId }) => requestId);
  return confirm(visit, acte, ids, { motif, corrections });
}
