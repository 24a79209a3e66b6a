import { allSites, type Site } from "#activities";
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

import { classDaysFor, participantsAt, type ClassDayOf } from "../../../class-days/class-queries.ts";
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
    return read === undefined ? notFound : page(dayPage({ ...read, date }));
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
      body: csvList(read.list, date, read.withPhones),
    };
  },
});

/** GET …/jours?jour=&lieu=: where the form that chooses a day and a site leads. */
const chooseRoute = route({
  method: "GET",
  path: "/agent/lieux/:site/jours",
  access: agentWith(RIGHT),
  input: z.object({
    params: z.object({ site: formId<"site">() }),
    query: z.object({ jour: isoDate, lieu: formId<"site">().optional() }),
  }),
  answer: async (_visit, { params, query }) =>
    redirect(`/agent/lieux/${query.lieu ?? params.site}/jours/${query.jour.toString()}`),
});

/** What both answers are made from. */
interface ReadDay {
  site: Site;
  /** The sites whose lists the agent may read. */
  sites: readonly Site[];
  withPhones: boolean;
  list: DayList;
  classDays: readonly ClassDayOf[];
}

/** The list, with the line in the journal that tells who read names of children; undefined at another's site. */
async function readDay(
  { actor, database, now, address }: SignedInVisit,
  siteId: Id<"site">,
  date: Temporal.PlainDate,
  act: string,
): Promise<ReadDay | undefined> {
  const withPhones = mayAt(actor, "families.read", siteId);
  const withHealth = mayAt(actor, "health.read", siteId);
  return database.write(async (writes) => {
    const sites = (await allSites(writes)).filter((known) => mayAt(actor, RIGHT, known.siteId));
    const site = sites.find((known) => known.siteId === siteId);
    if (site === undefined) return undefined;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act,
      objectKind: "site",
      objectId: siteId,
      facts: { date: date.toString(), health: withHealth },
      address,
    });
    const participants = await participantsAt(writes, siteId, date);
    const classDays = await classDaysFor(writes, participants, date, date);
    return {
      site,
      sites,
      withPhones,
      classDays,
      list: await dayList(writes, { site: siteId, date, withPhones, withHealth }),
    };
  });
}

/** The day of a site. */
export const siteDayRoutes: readonly Route<Visit>[] = [dayRoute, csvRoute, chooseRoute];
