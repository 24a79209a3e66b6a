import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { ok, parisDate, refuse, type Result } from "#kernel";
import { formId, isoDate, notFound, page, redirect, route, type Answer, type Route } from "#platform";
import { z } from "zod";

import { dayOccupancies, halfHoursOf, type DayOccupancy } from "../../../occupancy/day-occupancy.ts";
import { readOccupancy, type Occupancy } from "../../../occupancy/occupancy.ts";
import { unitsInScope } from "../../../occupancy/units-in-scope.ts";
import { activityIdsOf, addressOf, chosenFrom, filterQuery } from "../filters/chosen.ts";
import { halfHoursPage } from "./half-hours-page.tsx";
import { occupancyCsv } from "./occupancy-csv.ts";
import { daysAgainPage, occupancyPage, PATH, unitsById, type OccupancyView } from "./occupancy-page.tsx";
import { texts } from "./texts.fr.ts";

const RIGHT = "bookings.read";
const access = agentWith(RIGHT);
const input = z.object({ query: filterQuery });

/** GET /agent/occupation?lieu=&activite=&du=&au=: what is taken and what is left; numbers, and nobody's name. */
const pageRoute = route({
  method: "GET",
  path: "/agent/occupation",
  access,
  input,
  async answer(visit, { query }) {
    const view = await readView(visit, query);
    return view.ok ? page(occupancyPage(view.value)) : page(daysAgainPage(view.refusal), 422);
  },
});

/** GET …/export.csv: the same, slot by slot, for a spreadsheet. */
const csvRoute = route({
  method: "GET",
  path: "/agent/occupation/export.csv",
  access,
  input,
  async answer(visit, { query }): Promise<Answer> {
    const view = await readView(visit, query);
    if (!view.ok) return redirect(addressOf(PATH, view.refusal.days));
    const { all, chosen, days } = view.value;
    return {
      kind: "file",
      name: texts.csvName(chosen.first.toString(), chosen.last.toString()),
      type: "text/csv; charset=utf-8",
      body: occupancyCsv(days, all),
    };
  },
});

/** GET …/:activity/:date: the day of an activity by half-hour. */
const halfHoursRoute = route({
  method: "GET",
  path: "/agent/occupation/:activity/:date",
  access,
  input: z.object({ params: z.object({ activity: formId<"activity">(), date: isoDate }) }),
  answer: ({ actor, database }, { params: { activity, date } }) =>
    database.read(async (reads) => {
      const units = await unitsInScope(reads, actor.rights.get(RIGHT));
      const unit = units.find(({ activityId }) => activityId === activity);
      if (unit === undefined) return notFound;
      const occupancy = await readOccupancy(reads, { activityIds: [activity], first: date, last: date });
      const [day] = dayOccupancies(occupancy);
      const hours = day === undefined ? [] : halfHoursOf(day, occupancy);
      return page(halfHoursPage(unit, unitsById(units), date, { day, hours }));
    }),
});

function readView(
  { actor, database, now }: SignedInVisit,
  query: z.output<typeof filterQuery>,
): Promise<Result<OccupancyView, Parameters<typeof daysAgainPage>[0]>> {
  return database.read(async (reads) => {
    const all = await unitsInScope(reads, actor.rights.get(RIGHT));
    const asked = chosenFrom(query, all, parisDate(now));
    if (!asked.ok) return refuse({ all, days: asked.refusal });
    const chosen = asked.value;
    const { first, last, units } = chosen;
    const occupancy = await readOccupancy(reads, { activityIds: activityIdsOf(units), first, last });
    const days = dayOccupancies(occupancy);
    return ok({ all, chosen, days, byHalfHour: byHalfHour(occupancy, units, days) });
  });
}

/** Where hours are chosen or places are shared, a day is looked at by half-hour. */
function byHalfHour(
  { shared }: Occupancy,
  units: OccupancyView["all"],
  days: readonly DayOccupancy[],
): OccupancyView["byHalfHour"] {
  const withHours = units.filter((unit) => unit.withHours).map(({ activityId }) => activityId);
  const known = new Set([...withHours, ...shared.map(({ activityId }) => activityId)]);
  return new Set(days.map(({ activityId }) => activityId).filter((activityId) => known.has(activityId)));
}

/** How full activities are. */
export const occupancyRoutes: readonly Route<Visit>[] = [pageRoute, csvRoute, halfHoursRoute];
