import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { cents, formatDayAndYear, parisDate, parseEuros, typedEuros, type Cents, type Id } from "#kernel";
import {
  formId,
  formText,
  isoDate,
  notFound,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Reads,
  type Route,
} from "#platform";
import { z } from "zod";

import { attemptById } from "../../attempts/attempt.ts";
import { paymentsWriter } from "../../policy.ts";
import { mayBounce } from "../../received/may-bounce.ts";
import { paidFile, type PaidFile } from "../../received/paid-file.ts";
import {
  BACK_OFFICE_MEANS,
  foreseeReversal,
  mostRefundable,
  recordRefund,
  recordReversal,
} from "../../received/refund.ts";
import { confirmActPage } from "./confirm-page.tsx";
import { paidPage, type TypedPaid } from "./paid-page.tsx";
import { texts } from "./paid-texts.fr.ts";

const ofPayment = z.object({ payment: formId<"payment">() });
const PATH = "/agent/paiements/:payment";
const LONGEST_REASON = 300;
const reason = formText(LONGEST_REASON).refine((text) => text !== "", texts.reasonMissing);
const confirmed = z.literal("1").optional();

/** GET /agent/paiements/:payment: a payment on line, with what may be done about it. */
const paidRoute = route({
  method: "GET",
  path: PATH,
  access: paymentsWriter,
  input: z.object({ params: ofPayment }),
  async answer(visit, { params }) {
    const shown = await show(visit, params.payment, {});
    if (shown.kind === "page") await noteRead(visit, params.payment);
    return shown;
  },
});

/** POST …/remboursement: says what giving back does to the account, then writes it. */
const refundRoute = route({
  method: "POST",
  path: `${PATH}/remboursement`,
  access: paymentsWriter,
  input: z.object({
    params: ofPayment,
    body: z.object({
      cle: formId<"refund">(),
      montant: formText(12),
      moyen: z.enum(BACK_OFFICE_MEANS, texts.refund.meansMissing),
      motif: reason,
      confirme: confirmed,
    }),
  }),
  toCorrect: (visit, corrections, { params, body }) => correct(visit, params, { corrections, body }),
  async answer(visit, { params: { payment }, body }) {
    const { cle, montant, moyen, motif, confirme } = body;
    const found = await read(visit, payment);
    if (found === undefined) return notFound;
    const { paid, most, balance, email } = found;
    const wrong = (message: string) =>
      show(visit, payment, { corrections: [{ field: "montant", message }], body });
    const amount = parseEuros(montant);
    if (amount === undefined) return wrong(texts.refund.badAmount(most));
    if (confirme === "1") {
      const refund = { id: cle, payment, cents: amount, means: moyen, reason: motif };
      const recorded = await recordRefund(visit, refund);
      if (recorded.ok) return redirect(`/agent/paiements/${payment}`);
      const { refusal } = recorded;
      if (refusal.code === "unknown") return notFound;
      return wrong(
        refusal.code === "too-much" ? texts.refund.badAmount(refusal.most) : texts.refund[refusal.code],
      );
    }
    if (amount < 1 || amount > most) return wrong(texts.refund.badAmount(most));
    return page(
      confirmActPage({
        title: texts.refund.confirmTitle,
        does: texts.refund.does(amount, paid.payer),
        payment,
        action: `/agent/paiements/${payment}/remboursement`,
        fields: { cle, montant: typedEuros(amount), moyen, motif },
        facts: [
          { term: texts.refund.means, value: texts.refund.meansOf[moyen] },
          { term: texts.reasonOf, value: motif },
        ],
        before: balance,
        after: cents(balance + amount),
        opens: [],
        email,
        button: texts.refund.confirm(amount),
      }),
    );
  },
});

/** POST …/rejet: says what a rejection does to the account, then writes it. */
const reversalRoute = route({
  method: "POST",
  path: `${PATH}/rejet`,
  access: paymentsWriter,
  input: z.object({
    params: ofPayment,
    body: z.object({ cle: formId<"reversal">(), jour: isoDate, raison: reason, confirme: confirmed }),
  }),
  toCorrect: (visit, corrections, { params, body }) => correct(visit, params, { corrections, body }),
  async answer(visit, { params: { payment }, body: { cle, jour, raison, confirme } }) {
    const found = await read(visit, payment);
    if (found === undefined) return notFound;
    const { paid, email } = found;
    if (!mayBounce(paid)) return show(visit, payment, { corrections: [{ message: texts.reversal.held }] });
    const outside =
      Temporal.PlainDate.compare(jour, paid.day) < 0 ||
      Temporal.PlainDate.compare(jour, parisDate(visit.now)) > 0;
    if (outside) {
      const corrections = [{ field: "jour", message: texts.reversal.badDay(paid.day) }];
      return show(visit, payment, { corrections, body: { jour: jour.toString(), raison } });
    }
    const reversal = { id: cle, payment, day: jour, reason: raison };
    if (confirme === "1" || paid.reversal !== null) {
      const recorded = await recordReversal(visit, reversal);
      return recorded.ok ? redirect(`/agent/paiements/${payment}`) : notFound;
    }
    const foreseen = await foreseeReversal(visit, reversal);
    if (foreseen === undefined) return notFound;
    const { before, after } = foreseen;
    const owed = new Map(before.open.map(({ id, open }) => [id, open]));
    return page(
      confirmActPage({
        title: texts.reversal.confirmTitle,
        does: texts.reversal.does(paid.cents, jour),
        payment,
        action: `/agent/paiements/${payment}/rejet`,
        fields: { cle, jour: jour.toString(), raison },
        facts: [
          { term: texts.reversal.day, value: formatDayAndYear(jour) },
          { term: texts.reasonOf, value: raison },
        ],
        before: before.balance,
        after: after.balance,
        opens: after.open.filter(({ id, open }) => open > (owed.get(id) ?? 0)),
        email,
        button: texts.reversal.confirm,
      }),
    );
  },
});

interface Found {
  readonly paid: PaidFile;
  readonly most: Cents;
  readonly balance: Cents;
  readonly email: string;
}

function read({ database }: SignedInVisit, id: Id<"payment">): Promise<Found | undefined> {
  return database.read((reads) => readPaid(reads, id));
}

async function readPaid(reads: Reads, id: Id<"payment">): Promise<Found | undefined> {
  const paid = await paidFile(reads, id);
  const limit = await mostRefundable(reads, id);
  const attempt = paid === undefined ? undefined : await attemptById(reads, paid.attemptId);
  if (paid === undefined || limit === undefined || attempt === undefined) return undefined;
  return { paid, ...limit, email: attempt.email };
}

const typedShape = z.object({
  montant: z.string().catch(""),
  moyen: z.string().catch(""),
  motif: z.string().catch(""),
  jour: z.string().catch(""),
  raison: z.string().catch(""),
});

async function show(
  visit: SignedInVisit,
  id: Id<"payment">,
  { corrections = [], body }: { corrections?: readonly Correction[]; body?: unknown },
): Promise<Answer> {
  const found = await read(visit, id);
  if (found === undefined) return notFound;
  const { paid, most, balance } = found;
  const nothing: TypedPaid = { montant: "", moyen: "", motif: "", jour: "", raison: "" };
  const typed = typedShape.catch(nothing).parse(body ?? {});
  const keys = { refund: randomUUID(), reversal: randomUUID() };
  const view = { paid, most, balance, today: parisDate(visit.now), keys, typed, corrections };
  return page(paidPage(view), corrections.length > 0 ? 422 : 200);
}

async function correct(
  visit: SignedInVisit,
  params: unknown,
  told: { corrections: readonly Correction[]; body: unknown },
): Promise<Answer> {
  const of = ofPayment.safeParse(params);
  return of.success ? show(visit, of.data.payment, told) : notFound;
}

/** Whose payment was read, by whom. */
async function noteRead(
  { actor, database, now, address }: SignedInVisit,
  payment: Id<"payment">,
): Promise<void> {
  await database.write(async (writes) => {
    const paid = await paidFile(writes, payment);
    if (paid === undefined) return;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.payment-read",
      objectKind: "payment",
      objectId: payment,
      householdId: paid.householdId,
      address,
    });
  });
}

/** Where an agent gives a payment back, or notes that it was rejected. */
export const paidRoutes: readonly Route<Visit>[] = [paidRoute, refundRoute, reversalRoute];
