import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { parseEuros, typedEuros, type Id } from "#kernel";
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
  type Route,
} from "#platform";
import { z } from "zod";

import type { OwedCharges } from "../../../owed/owed-charges.ts";
import { billingWriter } from "../../../policy.ts";
import { givePrices, type GivingRefusal } from "../../../run/give-prices.ts";
import { MOST_LINES, priceQuestions, sameCause } from "../../../run/price-questions.ts";
import { readRun } from "../../../run/run.ts";
import { LONGEST_WAIVER } from "../runs/limits.ts";
import { priceCheckPage } from "./check-page.tsx";
import { pricePage, type TypedPrice } from "./form-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/facturation/:run/prix";
/** Euros: what a line costs less than. */
const MOST_EUROS = 10_000;
const params = z.object({ run: formId<"run">() });
const lines = formList(formId<"oddity">(), 2 * MOST_LINES);
const asTyped = z.object({
  ligne: lines.catch([]),
  prix: z.string().max(12).catch(""),
  raison: z.string().max(LONGEST_WAIVER).catch(""),
});
const askedLine = z.object({ anomalie: formId<"oddity">() });
const price = formText(12).transform((text, context) => {
  const typed = parseEuros(text);
  if (typed !== undefined && typed >= 0 && typed < MOST_EUROS * 100) return typed;
  context.addIssue({ code: "custom", message: texts.badPrice });
  return z.NEVER;
});

/** GET …/prix?anomalie=: a price for a line that has none, and for those like it. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: billingWriter,
  input: z.object({ params, query: askedLine.and(asTyped) }),
  toCorrect: () => Promise.resolve(notFound),
  answer: (visit, { params: { run }, query: { anomalie, ...typed } }) =>
    formOf(visit, run, anomalie, typed, []),
});

/** POST …/prix: tells what it does first, then does it and makes the draft anew. */
const giveRoute = (owed: OwedCharges) =>
  route({
    method: "POST",
    path: PATH,
    access: billingWriter,
    input: z.object({
      params,
      body: z.object({
        cle: formId<"run">(),
        anomalie: formId<"oddity">(),
        ligne: lines.refine((ids) => ids.length > 0, texts.choose),
        prix: price,
        raison: formText(LONGEST_WAIVER).refine((text) => text !== "", texts.missing),
        confirme: z.literal("1").optional(),
      }),
    }),
    async toCorrect(visit, corrections, { params: raw, body }) {
      const [of, line] = [params.safeParse(raw), askedLine.safeParse(body)];
      if (!of.success || !line.success) return notFound;
      return formOf(visit, of.data.run, line.data.anomalie, asTyped.parse(body), corrections);
    },
    async answer(visit, { params: { run }, body }) {
      const { cle, anomalie, ligne, prix, raison, confirme } = body;
      if (confirme === "1") {
        const wanted = { id: cle, run, oddities: ligne, cents: prix, reason: raison };
        const done = await givePrices(visit, owed, wanted);
        return done.ok ? redirect(`/agent/facturation/${done.value}`) : notGiven(done.refusal, run);
      }
      const { state, questions } = await questionsOf(visit, run, anomalie);
      if (state === undefined) return notFound;
      if (state !== "draft") return notGiven({ code: "over", state }, run);
      const chosen = questions.filter(({ id }) => ligne.includes(id));
      if (chosen.length === 0) return notGiven({ code: "gone" }, run);
      const typed = { ligne: chosen.map(({ id }) => id), prix: typedEuros(prix), raison };
      const view = { run, formKey: cle, asked: anomalie, chosen, typed, price: prix, by: visit.actor.name };
      return page(priceCheckPage(view));
    },
  });

/** An agent gives prices that the tariff has none for. */
export const givenPriceRoutes = (owed: OwedCharges): readonly Route<Visit>[] => [formRoute, giveRoute(owed)];

function questionsOf({ database }: SignedInVisit, run: Id<"run">, asked: Id<"oddity">) {
  return database.read(async (reads) => ({
    state: (await readRun(reads, run))?.state,
    questions: await priceQuestions(reads, run, asked),
  }));
}

async function formOf(
  visit: SignedInVisit,
  run: Id<"run">,
  asked: Id<"oddity">,
  typed: TypedPrice,
  corrections: readonly Correction[],
): Promise<Answer> {
  const { state, questions } = await questionsOf(visit, run, asked);
  if (state === undefined) return notFound;
  if (state !== "draft") return notGiven({ code: "over", state }, run);
  const [first] = questions;
  if (first === undefined) return notGiven({ code: "gone" }, run);
  // Those of the very same cause are ticked beforehand; another quotient may be another price.
  const same = questions.filter((one) => sameCause(one, first)).map(({ id }) => id);
  const untouched = typed.ligne.length === 0 && corrections.length === 0;
  const shown = untouched ? { ...typed, ligne: same } : typed;
  const view = { run, formKey: randomUUID(), questions, typed: shown, corrections };
  return page(pricePage(view), corrections.length > 0 ? 422 : 200);
}

function notGiven(why: GivingRefusal, run: Id<"run">): Answer {
  switch (why.code) {
    case "unknown":
      return notFound;
    case "under-way":
      return redirect(`/agent/facturation/${why.run}`);
    case "over":
    case "to-come":
    case "id-taken":
      return refusal({
        status: 409,
        title: texts.refused.title,
        sentences: [texts.refused.over],
        next: { label: texts.refused.next, href: "/agent/facturation" },
      });
    case "gone":
      return refusal({
        status: 409,
        title: texts.refused.title,
        sentences: [texts.refused.gone],
        next: { label: texts.back, href: `/agent/facturation/${run}` },
      });
  }
}
