import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { parisDate, parseEuros, typedEuros, type Id } from "#kernel";
import {
  firstValue,
  formId,
  formText,
  formValues,
  notFound,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import {
  correctPayment,
  refundAtDesk,
  rehearseCorrection,
  rehearseDeskRefund,
  type CorrectRefusal,
} from "../../../desk/correct-payment.ts";
import { receiptOf, type DeskReceipt } from "../../../desk/desk-receipt.ts";
import { deskAgent } from "../../../desk/policy.ts";
import { emailOf } from "../../../emails/tell-taken.ts";
import { deskReceiptFile } from "../../../pdf/print-desk-receipt.ts";
import { foreseeReversal, mostRefundable } from "../../../received/refund.ts";
import { confirmCancelPage, confirmRefundPage } from "./confirm-undo-pages.tsx";
import { ofRegie, openedRegie, REGIE } from "./opened-regie.ts";
import { receiptPage, type ReceiptDone } from "./receipt-page.tsx";
import { texts } from "./take-texts.fr.ts";

const words = texts.receipt;
const PATH = `${REGIE}/quittances/:payment`;
const ofReceipt = ofRegie.extend({ payment: formId<"payment">() });
type OfReceipt = z.output<typeof ofReceipt>;

const reason = formText(300).refine((text) => text !== "", words.reasonMissing);

/** GET …/quittances/:payment: a numbered receipt. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: deskAgent,
  input: z.object({
    params: ofReceipt,
    query: z.object({ fait: z.enum(["encaisse", "annule", "rembourse"]).optional().catch(undefined) }),
  }),
  async answer(visit, { params, query }) {
    const shown = await show(visit, params, { done: query.fait });
    if (shown.kind === "page") await noteRead(visit, params);
    return shown;
  },
});

/** GET …/quittance.pdf: the same, printed. */
const printRoute = route({
  method: "GET",
  path: `${PATH}/quittance.pdf`,
  access: deskAgent,
  input: z.object({ params: ofReceipt }),
  async answer(visit, { params }) {
    const opened = await openedRegie(visit, params.regie);
    const receipt =
      opened && (await visit.database.read((reads) => receiptOf(reads, opened.regie.id, params.payment)));
    if (receipt === undefined) return notFound;
    await noteRead(visit, params);
    return deskReceiptFile(receipt, visit.authority);
  },
});

const confirme = z.literal("1").optional();

/** POST …/annuler: says what cancelling does, then writes the opposite entry with its reason. */
const correctRoute = route({
  method: "POST",
  path: `${PATH}/annuler`,
  access: deskAgent,
  input: z.object({
    params: ofReceipt,
    body: z.object({ cle: formId<"reversal">(), raison: reason, confirme }),
  }),
  toCorrect: toCorrect("raison"),
  async answer(visit, { params, body }) {
    const correction = { ...params, id: body.cle, reason: body.raison };
    const done = await (body.confirme === "1" ? correctPayment : rehearseCorrection)(visit, correction);
    if (!done.ok) return refused(visit, params, { field: "raison", body, refusal: done.refusal });
    if (body.confirme === "1") return redirect(`${ownPath(params)}?fait=annule`);
    const told = await toldOf(visit, params);
    const foreseen = await foreseeReversal(visit, { ...correction, day: parisDate(visit.now) });
    return told === undefined || foreseen === undefined
      ? notFound
      : page(confirmCancelPage({ ...told, own: ownPath(params), body, foreseen }));
  },
});

/** POST …/rembourser: says what giving back does to the account and to the till, then writes it. */
const refundRoute = route({
  method: "POST",
  path: `${PATH}/rembourser`,
  access: deskAgent,
  input: z.object({
    params: ofReceipt,
    body: z.object({
      cle: formId<"refund">(),
      montant: formText(14).transform((text, context) => {
        const amount = parseEuros(text);
        if (amount !== undefined && amount > 0) return amount;
        context.addIssue({ code: "custom", message: texts.payer.amountMissing });
        return z.NEVER;
      }),
      moyen: z.enum(["cash", "transfer", "cheque", "card"], words.meansMissing),
      motif: reason,
      confirme,
    }),
  }),
  toCorrect: toCorrect("montant"),
  async answer(visit, { params, body }) {
    const { cle: id, montant: cents, moyen: means, motif } = body;
    const refund = { ...params, id, cents, means, reason: motif };
    const typed = { ...body, montant: typedEuros(cents) };
    const done = await (body.confirme === "1" ? refundAtDesk : rehearseDeskRefund)(visit, refund);
    if (!done.ok) return refused(visit, params, { field: "montant", body: typed, refusal: done.refusal });
    if (body.confirme === "1") return redirect(`${ownPath(params)}?fait=rembourse`);
    const told = await toldOf(visit, params);
    const account = await visit.database.read((reads) => mostRefundable(reads, params.payment));
    return told === undefined || account === undefined
      ? notFound
      : page(confirmRefundPage({ ...told, own: ownPath(params), body, before: account.balance }));
  },
});

/** Whose receipt was read, by whom: its page, or its print. */
async function noteRead(
  { actor, database, now, address }: SignedInVisit,
  { regie, payment }: OfReceipt,
): Promise<void> {
  await database.write(async (writes) => {
    const receipt = await receiptOf(writes, regie, payment);
    if (receipt === undefined) return;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.desk-receipt-read",
      objectKind: "payment",
      objectId: payment,
      householdId: receipt.householdId,
      facts: { regie },
      address,
    });
  });
}

const ownPath = ({ regie, payment }: OfReceipt) => `/agent/regie/${regie}/quittances/${payment}`;

/** The receipt that an act is about, and where its payer is written to. */
function toldOf(
  { database }: SignedInVisit,
  { regie, payment }: OfReceipt,
): Promise<{ receipt: DeskReceipt; email: string } | undefined> {
  return database.read(async (reads) => {
    const receipt = await receiptOf(reads, regie, payment);
    return receipt && { receipt, email: await emailOf(reads, receipt) };
  });
}

function toCorrect(field: string) {
  return async (
    visit: SignedInVisit,
    corrections: readonly Correction[],
    { params, body }: { params: unknown; body: unknown },
  ): Promise<Answer> => {
    const of = ofReceipt.safeParse(params);
    if (!of.success) return notFound;
    // The key of a form is no field that a person sees.
    const shown = corrections.map((one) => (one.field === "cle" ? { ...one, field } : one));
    return show(visit, of.data, { corrections: shown, body });
  };
}

function refused(
  visit: SignedInVisit,
  params: OfReceipt,
  { field, body, refusal }: { field: string; body: unknown; refusal: CorrectRefusal },
): Promise<Answer> {
  const message = sentenceOf(refusal);
  return message === undefined
    ? Promise.resolve(notFound)
    : show(visit, params, { corrections: [{ field, message }], body });
}

function sentenceOf(refusal: CorrectRefusal): string | undefined {
  const told = words.refusedCorrection;
  switch (refusal.code) {
    case "unknown":
      return undefined;
    case "closed":
      return told.closed(refusal.until);
    case "cash":
      return told.cash(refusal.cash);
    case "too-much":
      return told["too-much"](refusal.most);
    case "refunded":
    case "bounced":
    case "title":
    case "used":
      return told[refusal.code];
  }
}

interface Shown {
  readonly done?: ReceiptDone | undefined;
  readonly corrections?: readonly Correction[];
  readonly body?: unknown;
}

async function show(
  visit: SignedInVisit,
  { regie: id, payment }: { regie: Id<"regie">; payment: Id<"payment"> },
  { done, corrections = [], body }: Shown,
): Promise<Answer> {
  const opened = await openedRegie(visit, id);
  const receipt = opened && (await visit.database.read((reads) => receiptOf(reads, id, payment)));
  if (opened === undefined || receipt === undefined) return notFound;
  const values = formValues.parse(body ?? {});
  const view = {
    ...opened,
    receipt,
    done,
    correctionKey: randomUUID(),
    refundKey: randomUUID(),
    typed: (field: string) => firstValue(values, field),
    corrections,
  };
  return page(receiptPage(view), corrections.length > 0 ? 422 : 200);
}

/** Receipts at the desk. */
export const receiptRoutes: readonly Route<Visit>[] = [showRoute, printRoute, correctRoute, refundRoute];
