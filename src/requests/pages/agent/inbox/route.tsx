import { mayAnswerDisputes, waitingDisputes } from "#billing";
import { parisDate } from "#kernel";
import { formId, page, route } from "#platform";
import { z } from "zod";

import { INBOX_PAGE, inboxCount, inboxLines, type InboxFilter } from "../../../deciding/inbox.ts";
import { effectsOf } from "../../../effects/effects.ts";
import { requestKinds } from "../../../kinds/kind-queries.ts";
import { requestsWriter } from "../../../policy.ts";
import type { RequestState } from "../../../rules/states.ts";
import { inboxPage, type ShownStates } from "./inbox-page.tsx";

const STATES: Readonly<Record<ShownStates, readonly RequestState[]>> = {
  ouvertes: ["submitted", "under_review", "more_needed"],
  nouvelles: ["submitted"],
  attente: ["more_needed"],
  closes: ["accepted", "refused", "withdrawn"],
};

const MOST_PAGES = 10_000;

const inboxQuery = z.object({
  etat: z.enum(["ouvertes", "nouvelles", "attente", "closes"]).catch("ouvertes"),
  type: formId<"request-kind">().optional().catch(undefined),
  qui: z.enum(["tous", "moi"]).catch("tous"),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1),
});
type InboxQuery = z.output<typeof inboxQuery>;

/** The first page, of whatever is to be answered. */
const isWhole = ({ etat, type, qui, page: number }: InboxQuery): boolean =>
  (etat === "ouvertes" || etat === "nouvelles") && type === undefined && qui === "tous" && number === 1;

/** GET /agent/demarches: what families ask, those whose silence answers first before the others. */
export const inboxRoute = route({
  method: "GET",
  path: "/agent/demarches",
  access: requestsWriter,
  input: z.object({
    query: inboxQuery,
  }),
  async answer({ actor, database, now }, { query }) {
    const filter: InboxFilter = {
      states: STATES[query.etat],
      kindId: query.type ?? null,
      takenBy: query.qui === "moi" ? actor.accountId : null,
      effects: effectsOf(actor),
    };
    const view = await database.read(async (reads) => ({
      lines: await inboxLines(reads, filter, query.page),
      count: await inboxCount(reads, filter),
      kinds: await requestKinds(reads),
      disputes: isWhole(query) && mayAnswerDisputes(actor) ? await waitingDisputes(reads) : [],
    }));
    const pages = Math.ceil(view.count / INBOX_PAGE);
    return page(
      inboxPage({
        ...view,
        pages,
        shown: query,
        today: parisDate(now),
        maySetKinds: actor.rights.has("requests.settings"),
      }),
    );
  },
});
