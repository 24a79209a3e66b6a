import { findSite } from "#activities";
import { agentWith, mayAt, type SignedInVisit, type Visit } from "#identity";
import type { Id } from "#kernel";
import {
  formId,
  isoDate,
  notFound,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Route,
} from "#platform";
import { z } from "zod";

import { csvList } from "./csv-list.ts";
import { dayList, type DayList } from "./day-list.ts";
import { dayPage } from "./day-page.tsx";

const RIGHT = "bookings.read";
const siteAndDay = z.object({ params: z.object({ site: formId<"site">(), date: isoDate }) });

/** GET /agent/lieux/:site/jours/:date: who is expected at a site on a day. */
const dayRoute = route({
  method: "GET",
  path: "/agent/lieux/:site/jours/:date",
  access: agentWith(RIGHT),
  input: siteAndDay,
  async answer(visit, { params: { site, date } }) {
    const read = await readDay(visit, site, date, "bookings.day-list-read");
    return read === undefined ? notFound : page(dayPage({ site: read.site, date, list: read.list }));
  },
});

/** GET …/liste.csv: the same list for a spreadsheet. */
const csvRoute = route({
  method: "GET",
  path: "/agent/lieux/:site/jours/:date/liste.csv",
  access: agentWith(RIGHT),
  input: siteAndDay,
  async answer(visit, { params: { site, date } }): Promise<Answer> {
    const read = await readDay(visit, site, date, "bookings.day-list-exported");
    if (read === undefined) return notFound;
    return {
      kind: "file",
      name: `${read.site.name} ${date.toString()}.csv`,
      type: "text/csv; charset=utf-8",
      body: csvList(read.list),
    };
  },
});

/** GET …/jours?jour=: where the form that chooses a day leads. */
const chooseRoute = route({
  method: "GET",
  path: "/agent/lieux/:site/jours",
  access: agentWith(RIGHT),
  input: z.object({ params: z.object({ site: formId<"site">() }), query: z.object({ jour: isoDate }) }),
  answer: async (_visit, { params, query }) =>
    redirect(`/agent/lieux/${params.site}/jours/${query.jour.toString()}`),
});

/** The list, with the line in the journal that tells who read names of children; undefined at another's site. */
async function readDay(
  { actor, database, now, address }: SignedInVisit,
  siteId: Id<"site">,
  date: Temporal.PlainDate,
  act: string,
): Promise<{ site: { siteId: Id<"site">; name: string }; list: DayList } | undefined> {
  if (!mayAt(actor, RIGHT, siteId)) return undefined;
  return database.write(async (writes) => {
    const site = await findSite(writes, siteId);
    if (site === undefined) return undefined;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act,
      objectKind: "site",
      objectId: siteId,
      facts: { date: date.toString() },
      address,
    });
    return { site, list: await dayList(writes, siteId, date) };
  });
}

/** The day of a site. */
export const siteDayRoutes: readonly Route<Visit>[] = [dayRoute, csvRoute, chooseRoute];
