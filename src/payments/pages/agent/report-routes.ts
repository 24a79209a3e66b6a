import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  formId,
  formText,
  notFound,
  page,
  redirect,
  refusal,
  route,
  wholeFile,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { differenceById, differencesOf, settleDifference } from "../../anomalies/report-differences.ts";
import { paymentsWriter } from "../../policy.ts";
import { missingDays } from "../../reconciliation/absences.ts";
import { lastReports, reportById } from "../../reconciliation/report.ts";
import { outcomeTotals, reportedDays, reportLines } from "../../reconciliation/report-figures.ts";
import { LARGEST_REPORT, takeReport } from "../../reconciliation/take-report.ts";
import { currentSetting } from "../../settings/setting.ts";
import { differencePage } from "./difference-page.tsx";
import { reportListPage } from "./report-list-page.tsx";
import { readingPage, refusedPage, reportPage } from "./report-page.tsx";
import { texts as reports } from "./report-texts.fr.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/paiements/releves";
const REPORTS = 60;
const DAYS_BACK = 60;
const DAYS_OF_A_REPORT = 60;
const DIFFERENCES = 200;
const LINES = 100;
const ofReport = z.object({ report: formId<"report">() });
const ofDifference = z.object({ difference: formId<"reportDifference">() });

/** GET …/releves: the reports that were handed in, and the days of which none came. */
const listRoute = route({
  method: "GET",
  path: PATH,
  access: paymentsWriter,
  input: z.object({}),
  answer: (visit) => list(visit, []),
});

/** POST …/releves: hands one in; a job reads it. */
const takeRoute = route({
  method: "POST",
  path: PATH,
  access: paymentsWriter,
  uploads: true,
  input: z.object({ body: z.object({ cle: formId<"report">() }) }),
  toCorrect: (visit, corrections) => list(visit, corrections),
  async answer(visit, { body: { cle } }, files) {
    const file = await wholeFile(files, { field: "fichier", most: LARGEST_REPORT });
    if (file === undefined) return list(visit, [{ field: "fichier", message: reports.list.fileMissing }]);
    if (file === "too-long") return list(visit, [{ field: "fichier", message: reports.list.fileTooLong }]);
    const taken = await takeReport(visit, { id: cle, file });
    if (taken.ok) return redirect(`${PATH}/${taken.value}`);
    const { report } = taken.refusal;
    return refusal({
      status: 409,
      title: reports.known.title,
      sentences: [reports.known.sentence(report)],
      next: { label: reports.known.next, href: `${PATH}/${report.id}` },
    });
  },
});

/** GET …/releves/:report?page=: how far it is, why it was refused, or what was found. */
const reportRoute = route({
  method: "GET",
  path: `${PATH}/:report`,
  access: paymentsWriter,
  input: z.object({
    params: ofReport,
    query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  }),
  answer: ({ database }, { params, query }) =>
    database.read(async (reads) => {
      const report = await reportById(reads, params.report);
      if (report === undefined) return notFound;
      const { id, state, account } = report;
      if (state === "reading") return page(readingPage(report));
      if (account === null) return page(refusedPage(report));
      const totals = await outcomeTotals(reads, id);
      const count = totals.reduce((sum, one) => sum + one.count, 0);
      const pages = Math.max(Math.ceil(count / LINES), 1);
      const shown = Math.min(query.page, pages);
      return page(
        reportPage({
          report,
          totals,
          days: await reportedDays(reads, { report: id, account, count: DAYS_OF_A_REPORT }),
          differences: await differencesOf(reads, id, DIFFERENCES),
          mostDifferences: DIFFERENCES,
          lines: await reportLines(reads, { report: id, after: (shown - 1) * LINES, count: LINES }),
          page: shown,
          pages,
        }),
      );
    }),
});

/** GET …/releves/ecarts/:difference: one difference. */
const differenceRoute = route({
  method: "GET",
  path: `${PATH}/ecarts/:difference`,
  access: paymentsWriter,
  input: z.object({ params: ofDifference }),
  answer: (visit, { params }) => show(visit, params.difference, { corrections: [] }),
});

/** POST …/releves/ecarts/:difference: settles it. */
const settleRoute = route({
  method: "POST",
  path: `${PATH}/ecarts/:difference`,
  access: paymentsWriter,
  input: z.object({
    params: ofDifference,
    body: z.object({
      decision: z.enum(["recorded", "set_aside"], texts.anomaly.missing),
      motif: formText(500).refine((text) => text !== "", texts.anomaly.missing),
    }),
  }),
  async toCorrect(visit, corrections, { params, body }) {
    const of = ofDifference.safeParse(params);
    return of.success ? show(visit, of.data.difference, { corrections, body }) : notFound;
  },
  async answer(visit, { params: { difference }, body: { decision, motif } }) {
    const settled = await settleDifference(visit, { difference, outcome: decision, why: motif });
    if (settled.ok) return redirect(`${PATH}/ecarts/${difference}`);
    if (settled.refusal.code === "unknown") return notFound;
    const corrections = [{ field: "decision", message: reports.difference.notRecordable }];
    return show(visit, difference, { corrections, body: { decision, motif } });
  },
});

async function list({ database, now }: SignedInVisit, corrections: readonly Correction[]): Promise<Answer> {
  return database.read(async (reads) => {
    const setting = await currentSetting(reads);
    const missing =
      setting === undefined
        ? null
        : await missingDays(reads, { account: setting.account, today: parisDate(now), back: DAYS_BACK });
    const reported = await lastReports(reads, REPORTS);
    const view = { formKey: randomUUID(), reports: reported, missing, back: DAYS_BACK, corrections };
    return page(reportListPage(view), corrections.length > 0 ? 422 : 200);
  });
}

const typedShape = z
  .object({ decision: z.string().catch(""), motif: z.string().catch("") })
  .catch({ decision: "", motif: "" });

async function show(
  { database }: SignedInVisit,
  id: Id<"reportDifference">,
  { corrections, body }: { corrections: readonly Correction[]; body?: unknown },
): Promise<Answer> {
  const difference = await database.read((reads) => differenceById(reads, id));
  if (difference === undefined) return notFound;
  const typed = typedShape.parse(body ?? {});
  return page(differencePage({ difference, corrections, typed }), corrections.length > 0 ? 422 : 200);
}

/** Where an agent hands in PayFiP's reports and settles what does not agree. */
export const reportRoutes: readonly Route<Visit>[] = [
  listRoute,
  takeRoute,
  reportRoute,
  differenceRoute,
  settleRoute,
];
