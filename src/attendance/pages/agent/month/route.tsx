import { allSites } from "#activities";
import { agentWith, type Visit } from "#identity";
import { parisDate } from "#kernel";
import { formId, isoMonth, notFound, page, route, type Route } from "#platform";
import { z } from "zod";

import { siteDays } from "../../../month/month-days.ts";
import { mayNoteAt, maySayRounding, NOTE } from "../../../policy.ts";
import { monthPage } from "./month-page.tsx";

/** GET /agent/pointage?mois=&lieu=: the days of a month at the agent's sites, and what remains to note. */
export const monthRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/pointage",
  access: agentWith(NOTE),
  input: z.object({
    query: z.object({
      mois: isoMonth.optional().catch(undefined),
      lieu: z.union([z.literal(""), formId<"site">()]).default(""),
    }),
  }),
  answer: ({ actor, database, now }, { query: { mois, lieu } }) =>
    database.read(async (reads) => {
      const sites = (await allSites(reads)).filter(({ siteId }) => mayNoteAt(actor, siteId));
      const chosen = sites.find(({ siteId }) => siteId === lieu)?.siteId;
      if (lieu !== "" && chosen === undefined) return notFound;
      const today = parisDate(now);
      const month = mois ?? today.toPlainYearMonth();
      const days = await siteDays(reads, {
        first: month.toPlainDate({ day: 1 }),
        last: month.toPlainDate({ day: month.daysInMonth }),
        scope: chosen === undefined ? actor.rights.get(NOTE) : new Set([chosen]),
      });
      return page(monthPage({ month, today, sites, chosen, days, withRounding: maySayRounding(actor) }));
    }),
});
