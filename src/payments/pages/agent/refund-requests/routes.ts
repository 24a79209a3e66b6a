import { wholeBalance } from "#billing";
import type { SignedInVisit, Visit } from "#identity";
import { cents, parseEuros, type Id } from "#kernel";
import { writeMessage } from "#messaging";
import {
  formId,
  formText,
  notFound,
  page,
  redirect,
  refusal,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import {
  giveBack,
  mostReturnable,
  refuseRefund,
  requestById,
  requestsWaiting,
  type RefundRequest,
} from "../../../advances/refund-request.ts";
import { paidAhead } from "../../../advances/paid-ahead.ts";
import { BACK_OFFICE_MEANS } from "../../../received/refund.ts";
import { paymentsWriter } from "../../../policy.ts";
import { texts as paid } from "../paid-texts.fr.ts";
import { confirmGivePage, confirmRefusePage } from "./confirm-pages.tsx";
import { requestPage, requestsPage } from "./pages.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/paiements/remboursements";
const ofRequest = z.object({ request: formId<"refundRequest">() });
const said = (most: number) => formText(most).refine((text) => text !== "", texts.missing);
const confirme = z.literal("1").optional();
const typedForm = z.object({
  montant: z.string().max(12).catch(""),
  moyen: z.string().max(12).catch(""),
  motif: z.string().max(300).catch(""),
  raison: z.string().max(500).catch(""),
});
const EMPTY = { montant: "", moyen: "transfer", motif: "", raison: "" };

/** GET /agent/paiements/remboursements: what families ask to have back. */
const listRoute = route({
  method: "GET",
  path: PATH,
  access: paymentsWriter,
  input: z.object({ query: z.object({ fait: z.literal("1").optional().catch(undefined) }) }),
  answer: async ({ database }, { query }) =>
    page(requestsPage(await database.read(requestsWaiting), query.fait === "1")),
});

/** GET …/:request: one request. */
const showRoute = route({
  method: "GET",
  path: `${PATH}/:request`,
  access: paymentsWriter,
  input: z.object({ params: ofRequest }),
  async answer(visit, { params }) {
    const shown = await show(visit, params.request, EMPTY, []);
    if (shown.kind === "page") await noteRead(visit, params.request);
    return shown;
  },
});

/** POST …/:request: says what giving back does to the account, then gives back. */
const giveRoute = route({
  method: "POST",
  path: `${PATH}/:request`,
  access: paymentsWriter,
  input: z.object({
    params: ofRequest,
    body: z.object({
      montant: formText(12).transform((text) => parseEuros(text) ?? cents(-1)),
      moyen: z.enum(BACK_OFFICE_MEANS, paid.refund.meansMissing),
      motif: said(300),
      confirme,
    }),
  }),
  async toCorrect(visit, corrections, { params, body }) {
    const of = ofRequest.safeParse(params);
    return of.success ? show(visit, of.data.request, typedForm.parse(body), corrections) : notFound;
  },
  async answer(visit, { params: { request }, body }) {
    const { montant, moyen: means, motif: reason } = body;
    const typed = { ...EMPTY, moyen: means, motif: reason };
    if (body.confirme !== "1") {
      const asked = await askedNow(visit, request);
      if (asked === undefined) return notFound;
      if (asked.request.answeredAt !== null) return answeredOtherwise(asked.request);
      if (montant >= 1 && montant <= asked.most)
        return page(confirmGivePage({ ...asked, amount: montant, means, reason }));
      const corrections = [{ field: "montant", message: texts.bad(asked.most) }];
      return show(visit, request, typed, corrections);
    }
    const done = await giveBack(visit, request, { cents: montant, means, reason });
    if (done.ok) return redirect(`${PATH}?fait=1`);
    if (done.refusal.code === "unknown") return notFound;
    if (done.refusal.code === "answered") return answeredOtherwise(done.refusal.request);
    const corrections = [{ field: "montant", message: texts.bad(done.refusal.most) }];
    return show(visit, request, typed, corrections);
  },
});

/** POST …/:request/refuser: shows the answer, then sends it: why not, by e-mail too. */
const refuseRoute = route({
  method: "POST",
  path: `${PATH}/:request/refuser`,
  access: paymentsWriter,
  input: z.object({ params: ofRequest, body: z.object({ raison: said(500), confirme }) }),
  async toCorrect(visit, corrections, { params, body }) {
    const of = ofRequest.safeParse(params);
    const { raison } = typedForm.parse(body);
    return of.success ? show(visit, of.data.request, { ...EMPTY, raison }, corrections) : notFound;
  },
  async answer(visit, { params, body }) {
    if (body.confirme !== "1") {
      const asked = await askedNow(visit, params.request);
      if (asked === undefined) return notFound;
      if (asked.request.answeredAt !== null) return answeredOtherwise(asked.request);
      return page(confirmRefusePage(asked.request, body.raison));
    }
    const refused = await refuseRefund(visit, params.request, body.raison);
    if (refused === undefined) return notFound;
    if (refused.outcome === "given_back" || (refused.answer ?? body.raison) !== body.raison)
      return answeredOtherwise(refused);
    if (refused.answeredAt === null) await tellRefused(visit, refused, body.raison);
    return redirect(`${PATH}?fait=1`);
  },
});

/** A request, what may be given back of it, and what its account owes. */
function askedNow({ database }: SignedInVisit, id: Id<"refundRequest">) {
  return database.read(async (reads) => {
    const request = await requestById(reads, id);
    if (request === undefined) return undefined;
    return {
      request,
      most: await mostReturnable(reads, request),
      balance: await wholeBalance(reads, request),
    };
  });
}

/** Another answer stands already, of another agent or of this form before: this one was not recorded. */
function answeredOtherwise({ outcome, given, answer, answeredBy }: RefundRequest): Answer {
  const what =
    outcome === "given_back" && given !== null ? texts.answered.given(given) : texts.answered.refused;
  return refusal({
    status: 409,
    title: texts.answered.title,
    sentences: [texts.answered.by(answeredBy ?? "", what, answer ?? ""), texts.answered.nothing],
    next: { label: texts.title, href: PATH },
  });
}

/** Whose request, and so whose account, was read, by whom. */
async function noteRead(
  { actor, database, now, address }: SignedInVisit,
  id: Id<"refundRequest">,
): Promise<void> {
  await database.write(async (writes) => {
    const request = await requestById(writes, id);
    if (request === undefined) return;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.refund-request-read",
      objectKind: "guardian",
      objectId: request.guardianId,
      householdId: request.householdId,
      address,
    });
  });
}

async function show(
  { database }: SignedInVisit,
  id: Id<"refundRequest">,
  typed: z.output<typeof typedForm>,
  corrections: readonly Correction[],
): Promise<Answer> {
  return database.read(async (reads) => {
    const request = await requestById(reads, id);
    if (request === undefined || request.answeredAt !== null) return notFound;
    const most = await mostReturnable(reads, request);
    const ahead = await paidAhead(reads, request);
    return page(
      requestPage({ request, most, ahead, typed, corrections }),
      corrections.length > 0 ? 422 : 200,
    );
  });
}

function tellRefused(
  { authority, database, now, origin }: SignedInVisit,
  { id, email, by, cents: asked, householdId, guardianId }: RefundRequest,
  why: string,
): Promise<void> {
  return database.write((writes) =>
    writeMessage(writes, authority, {
      key: `payments.refundRefused:${id}`,
      to: email,
      subject: texts.mail.subject,
      content: {
        greeting: texts.mail.greeting(by),
        blocks: [
          { kind: "paragraph", text: texts.mail.refused(asked) },
          { kind: "paragraph", text: why },
          {
            kind: "link",
            label: texts.mail.see,
            href: `${origin}/avance?foyer=${householdId}&payeur=${guardianId}`,
          },
        ],
        signature: texts.mail.signature(authority.name, authority.brand.contact.phone),
      },
      at: now,
    }),
  );
}

/** Where an agent answers families that ask for their money back. */
export const refundRequestRoutes: readonly Route<Visit>[] = [listRoute, showRoute, giveRoute, refuseRoute];
