import { mayNoteAt } from "#attendance";
import type { SignedInVisit, Visit } from "#identity";
import type { Id } from "#kernel";
import {
  formId,
  formText,
  notFound,
  page,
  redirect,
  refusal,
  route,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { readInvoice } from "../../../account/read-invoice.ts";
import type { Settling } from "../../../account/settling.ts";
import { answerDispute } from "../../../disputes/dispute-line.ts";
import { evidenceOf } from "../../../disputes/evidence.ts";
import { waitingDisputes } from "../../../disputes/read-disputes.ts";
import { billingReader, billingWriter } from "../../../policy.ts";
import { LONGEST_REASON } from "../runs/limits.ts";
import { disputePage, disputesPage } from "./dispute-pages.tsx";
import { agentInvoiceRoute, agentPrintedRoute } from "./invoice-route.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/facturation/contestations";
const OUTCOMES = ["accepted", "refused"] as const;
const params = z.object({ dispute: formId<"dispute">() });

/** GET …/contestations: what families dispute, the oldest first. */
const listRoute = route({
  method: "GET",
  path: "/agent/facturation/contestations",
  access: billingReader,
  input: z.object({ query: z.object({ repondu: z.enum(OUTCOMES).optional().catch(undefined) }) }),
  answer: async ({ database }, { query: { repondu } }) =>
    page(disputesPage(await database.read((reads) => waitingDisputes(reads)), repondu)),
});

/** GET …/contestations/:dispute: the line, what is noted of it, and the form of the answer. */
const formRoute = route({
  method: "GET",
  path: "/agent/facturation/contestations/:dispute",
  access: billingWriter,
  input: z.object({ params }),
  answer: (visit, { params: { dispute } }) => form(visit, dispute, []),
});

/** POST …/contestations/:dispute: answers one. */
const answerRoute = route({
  method: "POST",
  path: "/agent/facturation/contestations/:dispute",
  access: billingWriter,
  input: z.object({
    params,
    body: z.object({
      decision: z.enum(OUTCOMES, texts.choose),
      reponse: formText(LONGEST_REASON).refine((text) => text !== "", texts.missing),
    }),
  }),
  async toCorrect(visit, corrections, raw) {
    const parsed = params.safeParse(raw.params);
    return parsed.success ? form(visit, parsed.data.dispute, corrections) : notFound;
  },
  async answer(visit, { params: { dispute }, body: { decision, reponse } }) {
    const answered = await answerDispute(visit, { id: dispute, outcome: decision, answer: reponse });
    if (answered.ok) return redirect(`${PATH}?repondu=${decision}`);
    return answered.refusal.code === "unknown" ? notFound : over;
  },
});

async function form(
  { actor, database }: SignedInVisit,
  id: Id<"dispute">,
  corrections: readonly Correction[],
): Promise<Answer> {
  return database.read(async (reads) => {
    const dispute = (await waitingDisputes(reads)).find((one) => one.id === id);
    if (dispute === undefined) return notFound;
    const invoice = await readInvoice(reads, null, dispute.invoiceId);
    const line = invoice?.lines.find(({ position }) => position === dispute.position);
    if (invoice === undefined || line === undefined) return notFound;
    const evidence = await evidenceOf(reads, line.sourceKey);
    const { issuedOn } = invoice;
    const mayNote = dispute.siteId !== null && mayNoteAt(actor, dispute.siteId);
    return page(
      disputePage({ dispute, line, issuedOn, evidence, mayNote, corrections }),
      corrections.length > 0 ? 422 : 200,
    );
  });
}

const over = refusal({
  status: 409,
  title: texts.answered.title,
  sentences: [texts.answered.sentence],
  next: { label: texts.backToList, href: PATH },
});

/** Agents answer disputes, and read any invoice. */
export const disputeRoutes = (settling: Settling): readonly Route<Visit>[] => [
  listRoute,
  formRoute,
  answerRoute,
  agentInvoiceRoute(settling),
  agentPrintedRoute(settling),
];
