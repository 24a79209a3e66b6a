import { guardian } from "#identity";
import { parisDate } from "#kernel";
import { page, route } from "#platform";
import { z } from "zod";

import { myFamily } from "./my-family.ts";
import { myFamilyPage } from "./my-family-page.tsx";

/** GET /famille: one's household, one's children, and who may fetch them. */
export const myFamilyRoute = route({
  method: "GET",
  path: "/famille",
  access: guardian,
  input: z.object({
    query: z.object({ fait: z.enum(["ajoutee", "retiree", "fiche"]).optional().catch(undefined) }),
  }),
  async answer({ actor, database, now }, { query }) {
    const family = await database.read((reads) => myFamily(reads, actor.guardian));
    return page(myFamilyPage(family, parisDate(now), query.fait));
  },
});
