import { randomUUID } from "node:crypto";

import { guardian } from "#identity";
import { isoMonth, isoWeek, page, route } from "#platform";
import { z } from "zod";

import { familyPlanning } from "../../../planning/family-planning.ts";
import { spanOf } from "../forms/sent-planning.ts";
import { hoursPage } from "./hours-page.tsx";

/** GET /planning/heures?mois=2026-11: the booked days whose hours may change, to give some of them other hours. */
export const hoursRoute = route({
  method: "GET",
  path: "/planning/heures",
  access: guardian,
  input: z.object({ query: z.object({ mois: isoMonth.optional(), semaine: isoWeek.optional() }) }),
  async answer({ actor, database, now }, { query }) {
    const planning = await familyPlanning(database, actor.guardian, now, spanOf(query));
    return page(hoursPage({ planning, now, pageKey: randomUUID() }));
  },
});
