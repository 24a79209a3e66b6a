import { randomUUID } from "node:crypto";

import { guardian } from "#identity";
import { isoMonth, page, route } from "#platform";
import { z } from "zod";

import { monthPlanning } from "../../../planning/month-planning.ts";
import { planningPage } from "./planning-page.tsx";

/** GET /planning?mois=2026-12: one month of the family; without a month, that of its next open day. */
export const planningRoute = route({
  method: "GET",
  path: "/planning",
  access: guardian,
  input: z.object({
    query: z.object({ mois: isoMonth.optional(), inchange: z.literal("1").optional() }),
  }),
  async answer({ actor, database, now }, { query }) {
    const planning = await monthPlanning(database, actor.guardian, now, query.mois);
    return page(
      planningPage({ planning, now, pageKey: randomUUID(), unchanged: query.inchange !== undefined }),
    );
  },
});
