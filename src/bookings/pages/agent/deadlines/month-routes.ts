import { z } from "zod";

import { agentWith, mayAt, type SignedInVisit } from "#identity";
import { formatMonth, parisDate, type Id } from "#kernel";
import { frenchCsv, formId, isoMonth, notFound, page, route, type Answer } from "#platform";

import { mayMove } from "../../../moving/policy.ts";
import { deadlineTargets } from "../../../moving/targets.ts";
import { monthDeadlines } from "./month-deadlines.ts";
import { columnsOf, monthLine } from "./month-lines.ts";
import { monthPage, type MonthView } from "./month-page.tsx";
import { unitOptions } from "./target-names.ts";
import { texts } from "./texts.fr.ts";

const RIGHT = "bookings.read";
const access = agentWith(RIGHT);

/** GET /agent/delais?pour=&mois=: the deadlines of a unit in a month; the first unit and this month unless told. */
const monthRoute = route({
  method: "GET",
  path: "/agent/delais",
  access,
  input: z.object({
    query: z.object({
      pour: formId<"unit">().optional().catch(undefined),
      mois: isoMonth.optional().catch(undefined),
    }),
  }),
  async answer(visit, { query: { pour, mois } }) {
    const view = await readMonth(visit, pour, mois);
    return view === undefined ? notFound : page(monthPage(view));
  },
});

/** GET …/liste.csv: the same for a spreadsheet. */
const csvRoute = route({
  method: "GET",
  path: "/agent/delais/liste.csv",
  access,
  input: z.object({ query: z.object({ pour: formId<"unit">(), mois: isoMonth }) }),
  async answer(visit, { query: { pour, mois } }): Promise<Answer> {
    const view = await readMonth(visit, pour, mois);
    if (view === undefined) return notFound;
    const columns = columnsOf(view.slots);
    const lines = view.slots.map(monthLine);
    const what = unitOptions(view.targets).find(({ value }) => value === pour)?.label ?? "";
    return {
      kind: "file",
      name: texts.month.file(what, formatMonth(mois)),
      type: "text/csv; charset=utf-8",
      body: frenchCsv(
        columns.map(([, header]) => header),
        lines.map((line) => columns.map(([key]) => line[key])),
      ),
    };
  },
});

/** What both answers are made from; undefined for a unit that is not at one of the agent's sites. */
async function readMonth(
  { actor, database, now }: SignedInVisit,
  asked: Id<"unit"> | undefined,
  mois: Temporal.PlainYearMonth | undefined,
): Promise<MonthView | undefined> {
  const month = mois ?? parisDate(now).toPlainYearMonth();
  return database.read(async (reads) => {
    const targets = (await deadlineTargets(reads)).filter(({ siteId }) => mayAt(actor, RIGHT, siteId));
    const target = asked === undefined ? targets[0] : targets.find(({ unitId }) => unitId === asked);
    if (target === undefined && asked !== undefined) return undefined;
    return {
      targets,
      unitId: target?.unitId,
      month,
      slots: target === undefined ? [] : await monthDeadlines(reads, target.unitId, month),
      mayMove: targets.some(({ siteId }) => mayMove(actor, siteId)),
    };
  });
}

/** An agent reads the deadlines of a month. */
export const monthRoutes = [monthRoute, csvRoute];
