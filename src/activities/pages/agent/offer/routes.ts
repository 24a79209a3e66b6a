import { z } from "zod";

import type { Visit } from "#identity";
import { parisDate } from "#kernel";
import { formId, frenchCsv, notFound, page, route, type Route } from "#platform";

import type { OfferFacts } from "../../../offer/offer-facts.ts";
import { allSites } from "../../../offer/sites.ts";
import { activityPage } from "./activity-page.tsx";
import { saveRoute } from "./check/save-route.ts";
import { activityForm } from "./forms/activity-form.tsx";
import { agesForm } from "./forms/ages-form.tsx";
import { formRoutes } from "./forms/offer-form.tsx";
import { seasonForm } from "./forms/season-form.tsx";
import { siteForm } from "./forms/site-form.tsx";
import { unitForm } from "./forms/unit-form.tsx";
import { listPage, matches, type OfferFilter } from "./list-page.tsx";
import { offerRows, type OfferRow } from "./offer-rows.ts";
import { maySee, offerReader } from "./policy.ts";
import { texts } from "./texts.fr.ts";

const filterQuery = z.object({
  lieu: z.string().catch(""),
  manque: z.string().optional().catch(undefined),
});
const savedQuery = z.object({
  fait: z.enum(["lieu", "activite"]).optional().catch(undefined),
  code: z.string().catch(""),
});

const filterOf = ({ lieu, manque }: z.output<typeof filterQuery>): OfferFilter => ({
  site: lieu,
  onlyMissing: manque === "1",
});

/** What agents do with what is offered; `facts` is what the bookings know of it. */
export function offerAgentRoutes(facts: OfferFacts): readonly Route<Visit>[] {
  return [
    listRoute(facts),
    csvRoute(facts),
    activityRoute(facts),
    ...formRoutes(siteForm, facts),
    ...formRoutes(activityForm, facts),
    ...formRoutes(unitForm, facts),
    ...formRoutes(agesForm, facts),
    ...formRoutes(seasonForm, facts),
    saveRoute,
  ];
}

/** GET /agent/offre: every activity and site, with what is missing. */
const listRoute = (facts: OfferFacts) =>
  route({
    method: "GET",
    path: "/agent/offre",
    access: offerReader,
    input: z.object({ query: filterQuery.and(savedQuery) }),
    answer: ({ database, now, actor }, { query: { fait, code, ...filter } }) =>
      database.read(async (reads) => {
        const rows = await offerRows(reads, { facts, actor, today: parisDate(now) });
        const sites = (await allSites(reads)).filter(({ siteId }) => maySee(actor, siteId));
        const offer = rows.find((row) => row.offer.activityCode === code)?.offer;
        const activity = offer && { id: offer.activityId, name: offer.activityName };
        const saved = fait && { what: fait, activity: fait === "activite" ? activity : undefined };
        return page(listPage({ actor, sites, rows, filter: filterOf(filter), saved }));
      }),
  });

/** GET …/liste.csv: the same for a spreadsheet. */
const csvRoute = (facts: OfferFacts) =>
  route({
    method: "GET",
    path: "/agent/offre/liste.csv",
    access: offerReader,
    input: z.object({ query: filterQuery }),
    async answer({ database, now, actor }, { query }) {
      const rows = await database.read((reads) => offerRows(reads, { facts, actor, today: parisDate(now) }));
      const { site, activity, units, season, places, enrolled, missing } = texts.list;
      const found = rows.filter((row) => matches(row, filterOf(query)));
      return {
        kind: "file",
        name: texts.list.csvName,
        type: "text/csv; charset=utf-8",
        body: frenchCsv([site, activity, units, season, places, enrolled, missing], found.map(cellsOf)),
      };
    },
  });

function cellsOf({ offer, season, places, enrolled, missing }: OfferRow): string[] {
  return [
    offer.siteName,
    offer.activityName,
    offer.units.map(({ name }) => name).join(", "),
    season?.name ?? "",
    String(places),
    String(enrolled),
    missing.map((what) => texts.missing[what]).join(", "),
  ];
}

/** GET …/activites/:activity: one activity, with what is left to do. */
const activityRoute = (facts: OfferFacts) =>
  route({
    method: "GET",
    path: "/agent/offre/activites/:activity",
    access: offerReader,
    input: z.object({ params: z.object({ activity: formId<"activity">() }) }),
    answer: ({ database, now, actor }, { params: { activity } }) =>
      database.read(async (reads) => {
        const today = parisDate(now);
        const rows = await offerRows(reads, { facts, actor, today });
        const row = rows.find(({ offer }) => offer.activityId === activity);
        return row === undefined ? notFound : page(activityPage(row, actor, today));
      }),
  });
