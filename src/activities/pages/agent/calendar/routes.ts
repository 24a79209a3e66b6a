import { z } from "zod";

import type { Visit } from "#identity";
import { isoDate, notFound, page, redirect, route, writeJournal, type Route } from "#platform";

import { confirmSchoolPeriod } from "../../../calendar/change-calendar.ts";
import { calendarAgent } from "../../../calendar/policy.ts";
import { readSchoolPeriods } from "../../../calendar/school-periods.ts";
import { calendarPage } from "./calendar-page.tsx";
import { choiceRoutes } from "./choice-routes.tsx";
import { importRoutes } from "./import-routes.ts";

/** GET /agent/calendrier: the calendar in force. */
const calendarRoute = route({
  method: "GET",
  path: "/agent/calendrier",
  access: calendarAgent,
  input: z.object({
    query: z.object({ fait: z.enum(["choix", "import", "confirme"]).optional().catch(undefined) }),
  }),
  answer: async ({ database, now }, { query: { fait } }) =>
    page(await database.read((reads) => calendarPage(reads, now, { done: fait }))),
});

/** POST …/confirmer: the dates of a period were compared with the official ones. */
const confirmRoute = route({
  method: "POST",
  path: "/agent/calendrier/confirmer",
  access: calendarAgent,
  input: z.object({ body: z.object({ zone: z.enum(["A", "B", "C"]), jour: isoDate }) }),
  answer: ({ actor, database, now, address }, { body: { zone, jour } }) =>
    database.write(async (writes) => {
      const known = await readSchoolPeriods(writes, zone);
      if (!known.some(({ firstDayOff }) => firstDayOff.equals(jour))) return notFound;
      if (await confirmSchoolPeriod(writes, { zone, firstDayOff: jour })) {
        await writeJournal(writes, {
          at: now,
          accountId: actor.accountId,
          byLabel: actor.name,
          act: "calendar.confirm",
          facts: { zone, firstDayOff: jour.toString() },
          address,
        });
      }
      return redirect("/agent/calendrier?fait=confirme");
    }),
});

/** What agents do with the calendar. */
export const activitiesAgentRoutes: readonly Route<Visit>[] = [
  calendarRoute,
  confirmRoute,
  ...choiceRoutes,
  ...importRoutes,
];
