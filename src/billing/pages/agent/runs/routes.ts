import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  formId,
  formList,
  formText,
  isoMonth,
  noInput,
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

import { waitingDisputes } from "../../../disputes/read-disputes.ts";
import type { OwedCharges } from "../../../owed/owed-charges.ts";
import { billingReader, billingWriter, mayWrite } from "../../../policy.ts";
import { issueRun, obstacle, type IssueRefusal } from "../../../run/issue-run.ts";
import { documentCounts } from "../../../run/review.ts";
import { ruleOn } from "../../../run/rule.ts";
import { restartRun } from "../../../run/restart-run.ts";
import { abandonedRuns, lastRuns, readRun } from "../../../run/run.ts";
import { abandonRun, acceptUnpointed, leaveOut } from "../../../run/settle-run.ts";
import { startRun } from "../../../run/start-run.ts";
import { waitedBefore } from "../../../run/waited-before.ts";
import { issuePage } from "./issue-page.tsx";
import { LONGEST_REASON, SHOWN } from "./limits.ts";
import { listPage, monthChoices } from "./list-page.tsx";
import { readRunView } from "./read-run.ts";
import { carriedFile, odditiesFile, payersFile } from "./run-files.ts";
import { draftingPage, runPage } from "./run-page.tsx";
import { stalePage } from "./stale-page.tsx";
import { texts } from "./texts.fr.ts";

const MONTHS = 13;
const RUNS = 36;
const params = z.object({ run: formId<"run">() });
const reason = (missing: string) => formText(LONGEST_REASON).refine((text) => text !== "", missing);

/** The agents' pages of the month's billing: list, review, issue. */
export function runRoutes(owed: OwedCharges): readonly Route<Visit>[] {
  return [
    /** GET /agent/facturation: the months that were billed. */
    route({
      method: "GET",
      path: "/agent/facturation",
      access: billingReader,
      input: noInput,
      answer: (visit) => list(visit, []),
    }),
    /** POST /agent/facturation: prepares a month; a second click finds it under way. */
    route({
      method: "POST",
      path: "/agent/facturation",
      access: billingWriter,
      input: z.object({ body: z.object({ cle: formId<"run">(), mois: isoMonth }) }),
      toCorrect: (visit) => list(visit, [{ field: "mois", message: texts.start.choose }]),
      async answer(visit, { body: { cle, mois } }) {
        const started = await startRun(visit, owed, { id: cle, month: mois });
        if (started.ok) return redirect(`/agent/facturation/${started.value}`);
        if (started.refusal.code === "under-way")
          return redirect(`/agent/facturation/${started.refusal.run}`);
        return list(visit, [{ field: "mois", message: texts.start.toCome }]);
      },
    }),
    /** GET /agent/facturation/:run?page=: the review of a month, or how far its draft is. */
    route({
      method: "GET",
      path: "/agent/facturation/:run",
      access: billingReader,
      input: z.object({
        params,
        query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
      }),
      answer: (visit, { params: { run }, query }) => review(visit, owed, run, query.page, []),
    }),
    /** GET …/payeurs.csv: every payer of a run, for a spreadsheet. */
    route({
      method: "GET",
      path: "/agent/facturation/:run/payeurs.csv",
      access: billingReader,
      input: z.object({ params }),
      answer: (visit, { params: { run } }) => payersFile(visit, run),
    }),
    /** GET …/reportes.csv: what an issued run carried over. */
    route({
      method: "GET",
      path: "/agent/facturation/:run/reportes.csv",
      access: billingReader,
      input: z.object({ params }),
      answer: (visit, { params: { run } }) => carriedFile(visit, run),
    }),
    /** GET …/a-regarder.csv: every oddity of a run. */
    route({
      method: "GET",
      path: "/agent/facturation/:run/a-regarder.csv",
      access: billingReader,
      input: z.object({ params }),
      answer: (visit, { params: { run } }) => odditiesFile(visit, run),
    }),
    /** POST …/laisser: leaves prices out of this run, with a reason. */
    route({
      method: "POST",
      path: "/agent/facturation/:run/laisser",
      access: billingWriter,
      input: z.object({
        params,
        body: z.object({
          anomalie: formList(formId<"oddity">(), SHOWN).refine((ids) => ids.length > 0, texts.leave.choose),
          raison: reason(texts.leave.missing),
        }),
      }),
      toCorrect: (visit, corrections, raw) => corrected(visit, owed, corrections, raw.params),
      async answer(visit, { params: { run }, body: { anomalie, raison } }) {
        return settled(await leaveOut(visit, run, { oddities: anomalie, reason: raison }), run);
      },
    }),
    /** POST …/sans-pointage: bills days that nobody pointed, with a reason. */
    route({
      method: "POST",
      path: "/agent/facturation/:run/sans-pointage",
      access: billingWriter,
      input: z.object({ params, body: z.object({ motif: reason(texts.leave.missing) }) }),
      toCorrect: (visit, corrections, raw) => corrected(visit, owed, corrections, raw.params),
      async answer(visit, { params: { run }, body: { motif } }) {
        return settled(await acceptUnpointed(visit, run, motif), run);
      },
    }),
    /** POST …/recalculer: begins a draft again from the facts as they are now; one that was given up, too. */
    route({
      method: "POST",
      path: "/agent/facturation/:run/recalculer",
      access: billingWriter,
      input: z.object({ params, body: z.object({ cle: formId<"run">() }) }),
      async answer(visit, { params: { run }, body: { cle } }) {
        const started = await restartRun(visit, owed, { id: cle, instead: run });
        if (started.ok) return redirect(`/agent/facturation/${started.value}`);
        if (started.refusal.code === "under-way")
          return redirect(`/agent/facturation/${started.refusal.run}`);
        return started.refusal.code === "unknown" ? notFound : over;
      },
    }),
    /** POST …/abandonner: gives the draft up. */
    route({
      method: "POST",
      path: "/agent/facturation/:run/abandonner",
      access: billingWriter,
      input: z.object({ params }),
      async answer(visit, { params: { run } }) {
        const done = await abandonRun(visit, run);
        return done.ok ? redirect("/agent/facturation") : settled(done, run);
      },
    }),
    /** GET …/emettre: what becomes final. */
    route({
      method: "GET",
      path: "/agent/facturation/:run/emettre",
      access: billingWriter,
      input: z.object({ params }),
      answer: ({ database, now }, { params: { run: id } }) =>
        database.read(async (reads) => {
          const run = await readRun(reads, id);
          if (run === undefined) return notFound;
          if (run.state === "issued") return redirect(`/agent/facturation/${id}`);
          const found = await obstacle(reads, owed, run);
          if (found !== null) return notIssued(found, id);
          const today = parisDate(now);
          const rule = await ruleOn(reads, today);
          const dueOn = today.add({ days: rule.dueDays });
          const waited = await waitedBefore(reads, run, rule);
          return page(issuePage(run, await documentCounts(reads, run, rule), { waited, dueOn, today }));
        }),
    }),
    /** POST …/emettre: issues it; a second click finds it issued. */
    route({
      method: "POST",
      path: "/agent/facturation/:run/emettre",
      access: billingWriter,
      input: z.object({ params }),
      async answer(visit, { params: { run } }) {
        const issued = await issueRun(visit, owed, run);
        return issued.ok ? redirect(`/agent/facturation/${run}`) : notIssued(issued.refusal, run);
      },
    }),
  ];
}

async function list(visit: SignedInVisit, corrections: readonly Correction[]): Promise<Answer> {
  const current = parisDate(visit.now).toPlainYearMonth();
  const view = await visit.database.read(async (reads) => ({
    runs: await lastRuns(reads, RUNS),
    abandoned: await abandonedRuns(reads, RUNS),
    disputes: (await waitingDisputes(reads)).length,
  }));
  const months = monthChoices(current, MONTHS, view.runs);
  const form = mayWrite(visit.actor) ? { formKey: randomUUID(), months } : null;
  return page(listPage({ ...view, form, corrections }), corrections.length > 0 ? 422 : 200);
}

async function review(
  visit: SignedInVisit,
  owed: OwedCharges,
  id: Id<"run">,
  number: number,
  corrections: readonly Correction[],
): Promise<Answer> {
  const view = await readRunView(visit, owed, id, number);
  if (view === undefined) return notFound;
  if (view.run.state === "drafting") return page(draftingPage(view.run));
  return page(runPage(view, corrections), corrections.length > 0 ? 422 : 200);
}

async function corrected(
  visit: SignedInVisit,
  owed: OwedCharges,
  corrections: readonly Correction[],
  raw: unknown,
): Promise<Answer> {
  const parsed = params.safeParse(raw);
  return parsed.success ? review(visit, owed, parsed.data.run, 1, corrections) : notFound;
}

function settled(done: Awaited<ReturnType<typeof abandonRun>>, run: Id<"run">): Answer {
  if (done.ok) return redirect(`/agent/facturation/${run}`);
  return done.refusal.code === "unknown" ? notFound : over;
}

const next = { label: texts.refused.back, href: "/agent/facturation" };
const over = refusal({ status: 409, title: texts.states.issued, sentences: [texts.refused.over], next });

function notIssued(why: IssueRefusal, run: Id<"run">): Answer {
  if (why.code === "unknown") return notFound;
  if (why.code === "stale") return page(stalePage(run, why), 409);
  return refusal({
    status: 409,
    title: texts.refused.title,
    sentences: [whyNot(why)],
    next: { label: texts.issue.back, href: `/agent/facturation/${run}` },
  });
}

function whyNot(why: Exclude<IssueRefusal, { code: "unknown" | "stale" }>): string {
  switch (why.code) {
    case "unpriced":
      return texts.refused.unpriced(why.count);
    case "unpointed":
      return texts.refused.unpointed(why.days.length);
    case "not-drafted":
      return texts.refused.state(why.state);
  }
}
