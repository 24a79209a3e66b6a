import { randomUUID } from "node:crypto";

import { guardian, type SignedIn } from "#identity";
import { isoMonth, isoWeek, page, route } from "#platform";
import { z } from "zod";

import { hasContracts } from "../../../contracts/contract-queries.ts";
import type { MenusOfDays } from "../../../planning/day-menus.ts";
import { familyPlanning } from "../../../planning/family-planning.ts";
import { daysOfSpan } from "../../../rules/planning-span.ts";
import { spanOf } from "../forms/sent-planning.ts";
import { forItself, type PlanningFor } from "./planning-for.ts";
import { planningPage } from "./planning-page.tsx";

/**
 * GET /planning?mois=2026-12, /planning?semaine=2026-W46: one month or week of the family; without either, the month
 * of its next open day. Each day says what is served.
 */
export const planningRoute = (menusOfDays: MenusOfDays) =>
  route({
    method: "GET",
    path: "/planning",
    access: guardian,
    input: z.object({
      query: z.object({
        mois: isoMonth.optional(),
        semaine: isoWeek.optional(),
        inchange: z.literal("1").optional(),
      }),
    }),
    async toCorrect({ actor, database, now }) {
      const planning = await familyPlanning(database, actor.guardian, now, undefined);
      const view = {
        planning,
        now,
        pageKey: randomUUID(),
        unchanged: false,
        unknownSpan: true,
        whom: keptFor(actor),
      };
      return page(planningPage(view), 422);
    },
    async answer({ actor, database, now }, { query }) {
      const planning = await familyPlanning(database, actor.guardian, now, spanOf(query));
      // Only who chooses hours may have a contract: the other families' page asks nothing more.
      const contract =
        planning.lines.some(({ withHours }) => withHours) &&
        (await database.read((reads) => hasContracts(reads, actor.guardian)));
      const { first, last } = daysOfSpan(planning.span);
      const menus =
        planning.lines.length === 0
          ? []
          : await database.read((reads) => menusOfDays(reads, actor.guardian, [first, last]));
      return page(
        planningPage({
          planning,
          menus,
          now,
          pageKey: randomUUID(),
          unchanged: query.inchange !== undefined,
          contract,
          whom: keptFor(actor),
        }),
      );
    },
  });

/** The choices of a family that could not be saved are kept in its browser, by account. */
function keptFor({ accountId }: SignedIn): PlanningFor {
  return { ...forItself, keeper: accountId };
}
