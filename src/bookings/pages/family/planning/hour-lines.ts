import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import type { PlanningCell } from "../../../planning/planning-cells.ts";
import { choosableTimes, usualHours } from "../../../rules/hours.ts";
import type { Hours } from "../../../rules/lines.ts";

/** A line of the planning whose hours are chosen: what can be chosen, and what is proposed. */
export interface HourLine {
  /** The position of the line in the planning. */
  line: number;
  firstName: string;
  unitName: string;
  /** Local minutes since midnight, in order; none where the unit has its own hours. */
  times: readonly number[];
  /** The hours most often booked among the days shown, else all those of the unit. */
  usual: Hours;
  /** Up to how many may come along, and how many do mostly; null where nobody may. */
  companions: { most: number; usual: number } | null;
}

/** The lines of a planning whose hours, or how many come along, are chosen. */
export function hourLines(
  { lines }: Pick<FamilyPlanning, "lines">,
  cells: readonly PlanningCell[],
): readonly HourLine[] {
  return lines.flatMap(({ participantId, firstName, unitId, unitName, mostCompanions }, line) => {
    const own = cells.filter((cell) => cell.participantId === participantId && cell.unitId === unitId);
    const first =
      own.find(({ hourStep }) => hourStep !== null) ?? (mostCompanions === null ? undefined : own[0]);
    if (first === undefined) return [];
    // Of the days on which hours are chosen: another day of the span may have other hours, or another step.
    const all = own.flatMap(({ unitHours, hourStep }) =>
      hourStep === null ? [] : choosableTimes(unitHours, hourStep),
    );
    const times = [...new Set(all)].toSorted((a, b) => a - b);
    const along = own.findLast(({ held }) => held === "us")?.companions ?? 0;
    const companions = mostCompanions === null ? null : { most: mostCompanions, usual: along };
    const usual = usualHours(
      own.flatMap(({ held, hours = null }) => (held === "us" && hours !== null ? [hours] : [])),
    );
    return [{ line, firstName, unitName, times, usual: usual ?? first.unitHours, companions }];
  });
}
