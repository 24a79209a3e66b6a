import { randomUUID } from "node:crypto";

import {
  accountReach,
  advanceRuleOn,
  balanceAlerts,
  isWithin,
  keepBalanceAlert,
  wholeBalance,
  type Payer,
} from "#billing";
import { guardian, type GuardianVisit, type Visit } from "#identity";
import { cents, parisDate, parseEuros } from "#kernel";
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
  type Reads,
  type Route,
} from "#platform";
import { z } from "zod";

import { liveAdvance, openAdvance, reaches } from "../../../advances/open-advance.ts";
import { askRefund, lastRequest } from "../../../advances/refund-request.ts";
import type { PayRefusal } from "../../../attempts/open-attempt.ts";
import { payerName } from "../../../attempts/payer-name.ts";
import { currentSetting, paysHere, type GatewayOf } from "../../../settings/setting.ts";
import { advancePage, type AdvanceView } from "./advance-page.tsx";
import { texts } from "./texts.fr.ts";

const account = z.object({ foyer: formId<"household">(), payeur: formId<"guardian">() });
const payerOf = ({ foyer, payeur }: z.output<typeof account>): Payer => ({
  householdId: foyer,
  guardianId: payeur,
});
const hrefOf = ({ householdId, guardianId }: Payer) => `/avance?foyer=${householdId}&payeur=${guardianId}`;
const typedForm = z.object({
  montant: z.string().max(12).optional().catch(undefined),
  email: z.string().max(80).optional().catch(undefined),
  seuil: z.string().max(12).optional().catch(undefined),
  rendre: z.string().max(12).optional().catch(undefined),
});

/** Less than 0: an amount that nobody can read, for the use case to refuse with what it takes. */
const amount = formText(12).transform((text) => parseEuros(text) ?? cents(-1));
const email = formText(80).refine(
  (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length >= 6,
  texts.badEmail,
);

/** GET /avance?foyer=&payeur=: what is left in advance, and what can be done with it. */
const showRoute = route({
  method: "GET",
  path: "/avance",
  access: guardian,
  input: z.object({
    query: account.extend({ fait: z.enum(["seuil", "demande"]).optional().catch(undefined) }),
  }),
  toCorrect: () => Promise.resolve(notFound),
  answer: (visit, { query }) => show(visit, payerOf(query), { saved: query.fait ?? null }),
});

/** POST /avance: opens an attempt without a document, and goes to the payment service. */
const payRoute = (gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method: "POST",
    path: "/avance",
    access: guardian,
    input: z.object({ body: account.extend({ cle: formId<"attempt">(), montant: amount, email }) }),
    toCorrect: again,
    async answer(visit, { body }) {
      const payer = payerOf(body);
      const order = { ...payer, id: body.cle, amount: body.montant, email: body.email };
      const sent = await openAdvance(visit, order, gatewayOf);
      if (sent.ok) return redirect(sent.value.pageUrl);
      const why = sent.refusal;
      if (why.code === "amount") {
        const corrections = [{ field: "montant", message: texts.badAmount(why.least, why.most) }];
        return show(visit, payer, { corrections, typed: { email: body.email } });
      }
      return why.code === "closed" ? show(visit, payer, {}) : refused(why, hrefOf(payer));
    },
  });

function refused(why: Exclude<PayRefusal, { code: "amount" | "closed" }>, back: string): Answer {
  if (why.code === "under-way")
    return refusal({
      status: 409,
      title: texts.underWay,
      sentences: [texts.underWayMore],
      next: { label: texts.see, href: `/paiements/${why.attempt.id}` },
    });
  if (why.code !== "gateway") return notFound;
  return refusal({
    status: 503,
    title: texts.failed,
    sentences: [texts.failedMore],
    next: { label: texts.again, href: back },
  });
}

/** POST /avance/seuil: below which balance the payer is told. */
const alertRoute = route({
  method: "POST",
  path: "/avance/seuil",
  access: guardian,
  input: z.object({ body: account.extend({ seuil: formText(12).default("") }) }),
  toCorrect: again,
  async answer(visit, { body }) {
    const payer = payerOf(body);
    const { actor, database, now, address } = visit;
    const rule = await database.read((reads) => advanceRuleOn(reads, parisDate(now)));
    if (!reaches(actor, payer) || rule?.opened !== true) return notFound;
    const below = body.seuil === "" ? cents(0) : parseEuros(body.seuil);
    if (below === undefined || (below !== 0 && (below < rule.alertLeast || below > rule.alertMost))) {
      const corrections = [{ field: "seuil", message: texts.alert.bad(rule.alertLeast, rule.alertMost) }];
      return show(visit, payer, { corrections, typed: { seuil: body.seuil } });
    }
    const kept = await database.write(async (writes) => {
      if (!(await keepBalanceAlert(writes, { ...payer, below }, { by: actor.name, at: now }))) return false;
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "payments.balance-alert-chosen",
        objectKind: "guardian",
        objectId: payer.guardianId,
        householdId: payer.householdId,
        facts: { below },
        address,
      });
      return true;
    });
    return kept ? redirect(`${hrefOf(payer)}&fait=seuil`) : notFound;
  },
});

/** POST /avance/remboursement: asks for what is in one's favour. */
const refundRoute = route({
  method: "POST",
  path: "/avance/remboursement",
  access: guardian,
  input: z.object({ body: account.extend({ cle: formId<"refundRequest">(), rendre: amount }) }),
  toCorrect: again,
  async answer(visit, { body }) {
    const payer = payerOf(body);
    const asked = await askRefund(visit, { id: body.cle, payer, amount: body.rendre });
    if (asked.ok) return redirect(`${hrefOf(payer)}&fait=demande`);
    if (asked.refusal.code === "unknown") return notFound;
    if (asked.refusal.code === "waits") return show(visit, payer, {});
    const message =
      asked.refusal.code === "used"
        ? texts.refund.used(asked.refusal.asked)
        : texts.refund.bad(asked.refusal.most);
    const corrections = [{ field: "rendre", message }];
    return show(visit, payer, { corrections });
  },
});

interface Shown {
  readonly saved?: AdvanceView["saved"];
  readonly typed?: AdvanceView["typed"];
  readonly corrections?: readonly Correction[];
}

async function again(
  visit: GuardianVisit,
  corrections: readonly Correction[],
  { body }: { body: unknown },
): Promise<Answer> {
  const of = account.safeParse(body);
  return of.success ? show(visit, payerOf(of.data), { corrections, typed: typedForm.parse(body) }) : notFound;
}

async function show(
  { actor, authority, database, now }: GuardianVisit,
  payer: Payer,
  shown: Shown,
): Promise<Answer> {
  const { saved = null, typed = {}, corrections = [] } = shown;
  if (!isWithin(accountReach(actor), payer)) return notFound;
  return database.read(async (reads) => {
    const name = await payerName(reads, payer);
    if (name === undefined) return notFound;
    const known = { ...(await viewOf(reads, payer, authority, parisDate(now))), payer: name };
    // In a household that one has left nothing more is paid in advance; what it owes back is asked for.
    const view = reaches(actor, payer) ? known : { ...known, rule: null };
    if (view.rule === null && view.balance >= 0 && view.request === undefined) return notFound;
    const drawn = advancePage({ ...view, saved, corrections, typed: { email: actor.email, ...typed } });
    return page(drawn, corrections.length > 0 ? 422 : 200);
  });
}

async function viewOf(
  reads: Reads,
  payer: Payer,
  authority: GuardianVisit["authority"],
  today: Temporal.PlainDate,
) {
  const setting = await currentSetting(reads);
  const rule = await advanceRuleOn(reads, today);
  const opened = rule?.opened === true && paysHere(setting, authority) ? rule : null;
  const alerts = await balanceAlerts(reads, [payer.householdId]);
  return {
    ...payer,
    formKey: randomUUID(),
    balance: await wholeBalance(reads, payer),
    rule: opened,
    origin: opened === null ? null : (setting?.origin ?? null),
    live: await liveAdvance(reads, payer),
    alert: alerts.find(({ guardianId }) => guardianId === payer.guardianId),
    request: await lastRequest(reads, payer),
  };
}

/** Where a family pays in advance, and asks for the rest back. */
export function advanceRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [showRoute, payRoute(gatewayOf), alertRoute, refundRoute];
}
