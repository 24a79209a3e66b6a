import { ok, refuse, type Id, type Result } from "#kernel";
import { formId, type Correction } from "#platform";
import { z } from "zod";

import type { ScopedUnit } from "../../../occupancy/units-in-scope.ts";
import { askedDay, daysToCorrect } from "./asked-day.ts";
import { texts } from "./texts.fr.ts";

/** The most days that one page shows: two months. */
const MOST_DAYS = 62;

/** What stands in the address bar; a site or an activity that means nothing is as good as none. */
export const filterQuery = z.object({
  lieu: formId<"site">().optional().catch(undefined),
  activite: formId<"activity">().optional().catch(undefined),
  du: askedDay,
  au: askedDay,
});

interface Where {
  siteId: Id<"site"> | undefined;
  activityId: Id<"activity"> | undefined;
}

/** What is looked at: units at sites of the agent, and days, both included. */
export interface Chosen extends Where {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  /** The units that the filter leaves. */
  units: readonly ScopedUnit[];
}

/** Days that cannot be looked at: as they were typed, and what to write instead. */
export interface DaysToCorrect extends Where {
  du: string;
  au: string;
  corrections: readonly Correction[];
}

/**
 * Reads the filter. Without a day it is the week of today, from Monday to Sunday; without a last day, the week from
 * the first one; without a first day, from the Monday before the last one. A site or an activity that is not the
 * agent's leaves nothing to see. Refuses what is no date, an end before the start and more than two months: nothing
 * is looked at but what was asked for.
 */
export function chosenFrom(
  query: z.output<typeof filterQuery>,
  all: readonly ScopedUnit[],
  today: Temporal.PlainDate,
): Result<Chosen, DaysToCorrect> {
  const { du, au } = query;
  const where = { siteId: query.lieu, activityId: query.activite };
  const again = (corrections: readonly Correction[]) =>
    refuse({ ...where, du: du.typed, au: au.typed, corrections });
  const unread = daysToCorrect({ du, au });
  if (unread.length > 0) return again(unread);
  const first = du.day ?? mondayOf(au.day ?? today);
  const last = au.day ?? first.add({ days: 6 });
  const { compare } = Temporal.PlainDate;
  if (compare(last, first) < 0) return again([{ field: "au", message: texts.backwards(first) }]);
  const most = first.add({ days: MOST_DAYS - 1 });
  if (compare(last, most) > 0) return again([{ field: "au", message: texts.tooLong(most) }]);
  return ok({
    ...where,
    first,
    last,
    units: all.filter(
      (unit) =>
        (query.lieu === undefined || unit.siteId === query.lieu) &&
        (query.activite === undefined || unit.activityId === query.activite),
    ),
  });
}

/** The Monday of its week. */
export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** The activities of these units, each once. */
export function activityIdsOf(units: readonly ScopedUnit[]): readonly Id<"activity">[] {
  return [...new Set(units.map(({ activityId }) => activityId))];
}

/** The address that shows this again; what is given replaces what was chosen. */
export function addressOf(
  path: string,
  chosen: Chosen | DaysToCorrect,
  changes: Partial<Record<"lieu" | "activite" | "du" | "au" | "quoi", string>> = {},
): string {
  const { siteId, activityId } = chosen;
  const fields = { lieu: siteId ?? "", activite: activityId ?? "", ...daysOf(chosen), ...changes };
  const said = Object.entries(fields).filter(([, text]) => text !== "");
  return `${path}?${new URLSearchParams(said).toString()}`;
}

/** The days as the form's fields say them. */
export function daysOf(chosen: Chosen | DaysToCorrect): { du: string; au: string } {
  if ("corrections" in chosen) return { du: chosen.du, au: chosen.au };
  return { du: chosen.first.toString(), au: chosen.last.toString() };
}
