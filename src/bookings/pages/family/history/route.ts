import { guardian, pastReach } from "#identity";
import { page, route } from "#platform";
import { z } from "zod";

import { enrolmentActs } from "../../../receipts/enrolment-acts.ts";
import { householdHistory } from "../../../receipts/household-history.ts";
import { unchangedForms } from "../../../receipts/unchanged-forms.ts";
import { historyPage } from "./history-page.tsx";

const entry = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, "Ouvrez l’historique depuis son début.")
  .transform(Number);

/** GET /historique?avant=1234: the family's history, newest first, a page at a time. */
export const historyRoute = route({
  method: "GET",
  path: "/historique",
  access: guardian,
  input: z.object({ query: z.object({ avant: entry.optional() }) }),
  async answer({ actor, database }, { query }) {
    const before = query.avant ?? null;
    const reach = pastReach(actor.guardian);
    return database.read(async (reads) => {
      const found = await householdHistory(reads, reach, before);
      const unchanged = await unchangedForms(reads, reach, found, before);
      const enrolments = await enrolmentActs(reads, reach, found, before);
      return page(historyPage(found, { unchanged, enrolments }, before === null));
    });
  },
});
