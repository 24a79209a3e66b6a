import type { Id } from "#kernel";
import { formId, isoDate } from "#platform";
import { z } from "zod";

import type { ScopedUnit } from "../../../occupancy/units-in-scope.ts";

/** The most days that one page shows: two months. */
const MOST_DAYS = 62;

/** What stands in the address bar; a value that means nothing is as good as none. */
export const filterQuery = z.object({
  lieu: formId<"site">().optional().catch(undefined),
  activite: formId<"activity">().optional().catch(undefined),
  du: isoDate.optional().catch(undefined),
  au: isoDate.optional().catch(undefined),
});

/** What is looked at: units at sites of the agent, and days, both included. */
export interface Chosen {
  siteId: Id<"site"> | undefined;
  activityId: Id<"activity"> | undefined;
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  /** More days were asked for than a page shows. */
  shortened: boolean;
  /** The units that the filter leaves. */
  units: readonly ScopedUnit[];
}

/**
 * Reads the filter. Without a day it is the week of today, from Monday to Sunday; without a last day, the week from
 * the first one. A site or an activity that is not the agent's leaves nothing to see.
 */
export function chosenFrom(
  query: z.output<typeof filterQuery>,
  all: readonly ScopedUnit[],
  today: Temporal.PlainDate,
): Chosen {
  const first = query.du ?? today.subtract({ days: today.dayOfWeek - 1 });
  const asked = query.au ?? first.add({ days: 6 });
  const most = first.add({ days: MOST_DAYS - 1 });
  const { compare } = Temporal.PlainDate;
  const shortened = compare(asked, most) > 0;
  return {
    siteId: query.lieu,
    activityId: query.activite,
    first,
    last: shortened ? most : compare(asked, first) < 0 ? first : asked,
    shortened,
    units: all.filter(
      (unit) =>
        (query.lieu === undefined || unit.siteId === query.lieu) &&
        (query.activite === undefined || unit.activityId === query.activite),
    ),
  };
}

/** The activities of these units, each once. */
export function activityIdsOf(units: readonly ScopedUnit[]): readonly Id<"activity">[] {
  return [...new Set(units.map(({ activityId }) => activityId))];
}

/** The address that shows this again; what is given replaces what was chosen. */
export function addressOf(
  path: string,
  { siteId, activityId, first, last }: Chosen,
  changes: Partial<Record<"lieu" | "activite" | "du" | "au" | "quoi", string>> = {},
): string {
  const fields = {
    lieu: siteId ?? "",
    activite: activityId ?? "",
    du: first.toString(),
    au: last.toString(),
    ...changes,
  };
  const said = Object.entries(fields).filter(([, text]) => text !== "");
  return `${path}?${new URLSearchParams(said).toString()}`;
}
