import { mayAnswerDisputes, waitingDisputes } from "#billing";
import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import { page, route, type Answer } from "#platform";
import { z } from "zod";

import { INBOX_PAGE, inboxCount, inboxLines, placeAfter, type Looking } from "../../../deciding/inbox.ts";
import { deskAgents, type RightsOf } from "../../../desk/assign.ts";
import { filterChoices } from "../../../desk/filter-choices.ts";
import { inboxFilter, isWhole, placeText, readPlace } from "../../../desk/inbox-filter.ts";
import { savedViews } from "../../../desk/saved-views.ts";
import { requestKinds } from "../../../kinds/kind-queries.ts";
import { requestsWriter } from "../../../policy.ts";
import { inboxPage } from "./inbox-page.tsx";
import { decidedKinds } from "./looking.ts";
import type { texts } from "./texts.fr.ts";

const inboxQuery = z.record(z.string(), z.unknown());
const extras = z.object({
  apres: z
    .string()
    .transform((text) => readPlace(text))
    .optional()
    .catch(undefined),
  fait: z
    .enum(["vue"] satisfies readonly (keyof typeof texts.done)[])
    .optional()
    .catch(undefined),
});

/** GET /agent/demarches: what families ask; without a filter, the agent's own way to begin. */
export const inboxRoute = (rightsOf: RightsOf) =>
  route({
    method: "GET",
    path: "/agent/demarches",
    access: requestsWriter,
    input: z.object({ query: inboxQuery }),
    answer: (visit, { query }) => show(visit, query, rightsOf),
  });

async function show(
  visit: SignedInVisit,
  query: z.output<typeof inboxQuery>,
  rightsOf: RightsOf,
): Promise<Answer> {
  const { actor, database, now } = visit;
  const today = parisDate(now);
  const { apres, fait } = extras.parse(query);
  const view = await database.read(async (reads) => {
    const [kinds, choices, views, agents] = await Promise.all([
      requestKinds(reads),
      filterChoices(reads),
      savedViews(reads, actor),
      deskAgents(reads, rightsOf),
    ]);
    const own = decidedKinds(kinds, actor);
    const begun = Object.keys(query).some((name) => name !== "fait");
    const filter =
      (begun ? undefined : views.find(({ isDefault }) => isDefault)?.filter) ?? inboxFilter.parse(query);
    const looking: Looking = { actor, today, kindIds: own.map(({ kindId }) => kindId) };
    const [found, count] = await Promise.all([
      inboxLines(reads, looking, filter, { after: apres, most: INBOX_PAGE + 1 }),
      inboxCount(reads, looking, filter),
    ]);
    const lines = found.slice(0, INBOX_PAGE);
    const last = lines.at(-1);
    const whole = isWhole(filter) && apres === undefined;
    const more = found.length > INBOX_PAGE && last !== undefined;
    return {
      kinds: own,
      choices,
      views,
      agents,
      filter,
      lines,
      count,
      disputes: whole && mayAnswerDisputes(actor) ? await waitingDisputes(reads) : [],
      next: more ? placeText(placeAfter(filter, last)) : undefined,
    };
  });
  return page(
    inboxPage({
      ...view,
      further: apres !== undefined,
      done: fait,
      today,
      maySetKinds: actor.rights.has("requests.settings"),
    }),
  );
}
