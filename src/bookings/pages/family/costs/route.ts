import { guardian } from "#identity";
import { parisDate } from "#kernel";
import { noInput, page, route } from "#platform";

import { estimatesFor } from "../../../estimates/estimate-places.ts";
import { planningLines } from "../../../planning/planning-lines.ts";
import { pricesPage } from "./prices-page.tsx";

/** GET /tarifs: what each of the family's services costs today, and why. */
export const pricesRoute = route({
  method: "GET",
  path: "/tarifs",
  access: guardian,
  input: noInput,
  async answer({ actor, database, now }) {
    const today = parisDate(now);
    return database.read(async (reads) => {
      const lines = await planningLines(reads, actor.guardian);
      const estimate = await estimatesFor(reads, actor.guardian.householdIds);
      return page(pricesPage(liveLines(lines, today), estimate, today));
    });
  },
});

/** The enrolments that still have days; of several seasons of one unit, the first. */
function liveLines<Line extends { participantId: string; unitId: string; lastDay: Temporal.PlainDate }>(
  lines: readonly Line[],
  today: Temporal.PlainDate,
): readonly Line[] {
  const live = lines.filter(({ lastDay }) => Temporal.PlainDate.compare(lastDay, today) >= 0);
  return [...Map.groupBy(live, ({ participantId, unitId }) => `${participantId} ${unitId}`).values()].flatMap(
    ([first]) => (first === undefined ? [] : [first]),
  );
}
