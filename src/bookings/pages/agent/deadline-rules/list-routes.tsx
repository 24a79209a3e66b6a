import { z } from "zod";

import { activityOffer, mayWriteOffer, type ActivityOffer } from "#activities";
import { agentWith, mayAt, type SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { formId, frenchCsv, notFound, Notice, page, route, type Reads } from "#platform";

import { cellsOf, ruleListPage } from "./list-page.tsx";
import { ruleRows } from "./rule-rows.ts";
import { texts } from "./texts.fr.ts";

const RIGHT = "bookings.read";
const access = agentWith(RIGHT);
const pour = formId<"activity">().optional().catch(undefined);

/** GET /agent/delais/reglages?pour=: what each rule says, from when; `fait` names the activity just changed. */
const listRoute = route({
  method: "GET",
  path: "/agent/delais/reglages",
  access,
  input: z.object({ query: z.object({ pour, fait: pour }) }),
  answer: (visit, { query }) =>
    visit.database.read(async (reads) => {
      const listed = await listOf(reads, visit, query.pour);
      if (listed === undefined) return notFound;
      const changed = listed.activities.find(({ activityId }) => activityId === query.fait);
      return page(
        ruleListPage({
          ...listed,
          only: query.pour ?? "",
          mayWrite: mayWriteOffer(visit.actor),
          notice: changed && <Saved {...changed} />,
        }),
      );
    }),
});

/** GET …/liste.csv: the same for a spreadsheet. */
const csvRoute = route({
  method: "GET",
  path: "/agent/delais/reglages/liste.csv",
  access,
  input: z.object({ query: z.object({ pour }) }),
  answer: (visit, { query }) =>
    visit.database.read(async (reads) => {
      const listed = await listOf(reads, visit, query.pour);
      if (listed === undefined) return notFound;
      return {
        kind: "file",
        name: texts.list.csvName,
        type: "text/csv; charset=utf-8",
        body: frenchCsv(
          cellsOf.map(([header]) => header),
          listed.rows.map((row) => cellsOf.map(([, cell]) => cell(row))),
        ),
      };
    }),
});

/** The activities of the agent's sites and their rules, or those of one; undefined where it is not the agent's. */
async function listOf(reads: Reads, { actor, now }: SignedInVisit, only: Id<"activity"> | undefined) {
  const all = await activityOffer(reads);
  const activities = all.filter(({ siteId }) => mayAt(actor, RIGHT, siteId));
  const shown = activities.filter(({ activityId }) => only === undefined || activityId === only);
  if (only !== undefined && shown.length === 0) return undefined;
  return { activities, rows: await ruleRows(reads, shown, parisDate(now)) };
}

function Saved({ activityName }: ActivityOffer) {
  return (
    <Notice tone="success" title={texts.done.title(activityName)} announce>
      <p>{texts.done.sentence}</p>
    </Notice>
  );
}

/** An agent reads the rules of deadlines. */
export const ruleListRoutes = [listRoute, csvRoute];
