import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { parisDate, parseEuros, parseId } from "#kernel";
import {
  firstValue,
  formId,
  formReader,
  formValues,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Route,
  type Values,
} from "#platform";
import { z } from "zod";

import {
  depositAtTreasury,
  MOST_ITEMS,
  waitingItems,
  type DepositRefusal,
  type NewDeposit,
} from "../../../desk/deposit.ts";
import { holdingsNow } from "../../../desk/holdings.ts";
import { depositOf, deposits } from "../../../desk/journal.ts";
import { deskAgent } from "../../../desk/policy.ts";
import { HELD_MEANS } from "../../../desk/regie.ts";
import { DENOMINATIONS } from "../../../desk/rules/cash-count.ts";
import { slipItems } from "../../../desk/slip.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import { slipFile } from "../../../pdf/print-slip.ts";
import { depositsPage, newDepositPage } from "./deposit-page.tsx";
import { ofRegie, openedRegie, REGIE } from "./opened-regie.ts";
import { slipPage } from "./slip-page.tsx";
import { texts } from "./texts.fr.ts";

const words = texts.deposits;
const NEW = `${REGIE}/versements/:means`;
const SLIP = `${REGIE}/bordereaux/:deposit`;
const ofMeans = ofRegie.extend({ means: z.enum(HELD_MEANS) });
const ofSlip = ofRegie.extend({ deposit: formId<"deposit">() });
type OfMeans = z.output<typeof ofMeans>;

/** GET …/versements: what left the régie in a year, and what may leave. */
const listRoute = route({
  method: "GET",
  path: `${REGIE}/versements`,
  access: deskAgent,
  input: z.object({ params: ofRegie }),
  async answer(visit, { params }) {
    const opened = await openedRegie(visit, params.regie, ["holder", "control"]);
    if (opened === undefined) return notFound;
    const last = parisDate(visit.now);
    const period = { regie: params.regie, first: last.subtract({ years: 1 }), last };
    const view = await visit.database.read(async (reads) => ({
      holdings: await holdingsNow(reads, params.regie),
      deposits: await deposits(reads, period),
    }));
    return page(depositsPage({ ...opened, ...view }));
  },
});

/** GET …/versements/:means: what may leave now. */
const newRoute = route({
  method: "GET",
  path: NEW,
  access: deskAgent,
  input: z.object({ params: ofMeans }),
  answer: (visit, { params }) => show(visit, params, { values: null, corrections: [] }),
});

/** POST …/versements/:means: it leaves, with its slip. */
const depositRoute = route({
  method: "POST",
  path: NEW,
  access: deskAgent,
  input: z.object({ params: ofMeans, body: formValues }),
  async answer(visit, { params, body }) {
    const { deposit, corrections } = readDeposit(params, body);
    if (deposit === null) return show(visit, params, { values: body, corrections });
    const done = await depositAtTreasury(visit, deposit);
    if (done.ok) return redirect(`/agent/regie/${params.regie}/bordereaux/${deposit.id}?fait=1`);
    if (done.refusal.code === "unknown") return notFound;
    const counted = done.refusal.code === "unexplained" ? "motif" : "compte";
    const field = params.means === "cash" ? counted : "titre";
    const message = sentenceOf(done.refusal);
    return show(visit, params, { values: body, corrections: [{ field, message }] });
  },
});

/** GET …/bordereaux/:deposit: one slip. */
const slipRoute = route({
  method: "GET",
  path: SLIP,
  access: deskAgent,
  input: z.object({
    params: ofSlip,
    query: z.object({ fait: z.literal("1").optional().catch(undefined) }),
  }),
  async answer(visit, { params, query }) {
    const found = await slip(visit, params);
    return found === undefined ? notFound : page(slipPage({ ...found, made: query.fait === "1" }));
  },
});

/** GET …/bordereau.pdf: the same, to print and to sign. */
const printRoute = route({
  method: "GET",
  path: `${SLIP}/bordereau.pdf`,
  access: deskAgent,
  input: z.object({ params: ofSlip }),
  async answer(visit, { params }) {
    const found = await slip(visit, params);
    return found === undefined ? notFound : slipFile({ ...found, authority: visit.authority });
  },
});

async function slip(visit: SignedInVisit, { regie: id, deposit: depositId }: z.output<typeof ofSlip>) {
  const opened = await openedRegie(visit, id, ["holder", "control"]);
  if (opened === undefined) return undefined;
  return visit.database.read(async (reads) => {
    const deposit = await depositOf(reads, id, depositId);
    return deposit && { regie: opened.regie, deposit, items: await slipItems(reads, depositId) };
  });
}

function readDeposit(
  { regie, means }: OfMeans,
  body: Values,
): { deposit: NewDeposit | null; corrections: readonly Correction[] } {
  const form = formReader(body);
  const { corrections } = form;
  const id = parseId<"deposit">(firstValue(body, "cle"));
  if (id === undefined) return { deposit: null, corrections: [{ message: words.refused.changed }] };
  if (means !== "cash") {
    const payments = (body.get("titre") ?? []).slice(0, MOST_ITEMS);
    const known = payments.flatMap((text) => parseId<"payment">(text) ?? []);
    return { deposit: { id, regie, means, payments: known }, corrections };
  }
  const announced = parseEuros(form.text("montant", 14));
  if (announced === undefined) form.correct("montant", texts.closing.amount);
  const counted: Record<string, number> = {};
  for (const value of DENOMINATIONS) {
    const text = form.text(`n${value}`, 4);
    if (text === "") continue;
    if (/^\d+$/.test(text)) counted[String(value)] = Number(text);
    else form.correct(`n${value}`, words.badCount);
  }
  const explanation = form.text("motif", 500);
  return announced === undefined || corrections.length > 0
    ? { deposit: null, corrections }
    : { deposit: { id, regie, means, announced, counted, explanation }, corrections };
}

function sentenceOf(refusal: Exclude<DepositRefusal, { code: "unknown" }>): string {
  switch (refusal.code) {
    case "closed":
      return texts.home.closed(refusal.until);
    case "cash":
      return words.refused.cash(refusal.cash);
    case "unexplained":
      return words.refused.unexplained(refusal.difference);
    case "used":
      return words.refused.used(shared.number(refusal));
    case "nothing":
    case "changed":
      return words.refused[refusal.code];
  }
}

async function show(
  visit: SignedInVisit,
  { regie: id, means }: OfMeans,
  { values, corrections }: { values: Values | null; corrections: readonly Correction[] },
): Promise<Answer> {
  const opened = await openedRegie(visit, id, ["holder"]);
  if (opened === undefined) return notFound;
  const view = await visit.database.read(async (reads) => ({
    held: (await holdingsNow(reads, id))[means],
    items: means === "cash" ? [] : await waitingItems(reads, id, means),
  }));
  const shown = { regie: opened.regie, means, ...view, formKey: randomUUID(), values, corrections };
  return page(newDepositPage(shown), values === null ? 200 : 422);
}

/** Deposits and their slips. */
export const depositRoutes: readonly Route<Visit>[] = [
  listRoute,
  newRoute,
  depositRoute,
  slipRoute,
  printRoute,
];
