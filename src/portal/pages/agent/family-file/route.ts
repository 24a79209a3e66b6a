import { mayReadBilling } from "#billing";
import { agentWith, type Visit } from "#identity";
import { parisDate } from "#kernel";
import { formId, notFound, page, route, type Route } from "#platform";
import { mayReadIncome } from "#pricing";
import { z } from "zod";

import type { texts } from "./texts.fr.ts";
import { familyFilePage } from "./family-file-page.tsx";
import { readFamilyFile } from "./family-file.ts";

/** What was just done, which the page says first. */
const FILE_ACTS = [
  "foyer",
  "responsable",
  "enfant",
  "correction",
  "depart",
  "autorite-retiree",
  "autorite-rendue",
  "payeur",
  "personne",
  "personne-retiree",
] as const satisfies readonly (keyof typeof texts.done)[];

/** GET /agent/familles/:household: everything about a family on one page, with anchors. */
export const familyFileRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/familles/:household",
  access: agentWith("families.read"),
  input: z.object({
    params: z.object({ household: formId<"household">() }),
    query: z.object({
      fait: z.enum(FILE_ACTS).optional().catch(undefined),
    }),
  }),
  async answer(visit, { params, query }) {
    const file = await readFamilyFile(visit, params.household);
    return file === undefined
      ? notFound
      : page(
          familyFilePage(
            file,
            {
              mayWrite: visit.actor.rights.get("families.write") === "everywhere",
              mayReadIncome: mayReadIncome(visit.actor),
              mayReadBilling: mayReadBilling(visit.actor),
              mayPublish: visit.actor.rights.get("publications.write") === "everywhere",
            },
            { today: parisDate(visit.now), done: query.fait },
          ),
        );
  },
});
