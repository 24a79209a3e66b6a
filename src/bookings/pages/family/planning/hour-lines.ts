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
  /** Local minutes since midnight, in order. */
  times: readonly number[];
  /** The hours most often booked among the days shown, else all those of the unit. */
  usual: Hours;
}

/** The lines of a planning whose hours are chosen. */
export function hourLines(
  { lines }: Pick<FamilyPlanning, "lines">,
  cells: readonly PlanningCell[],
): readonly HourLine[] {
  return lines.flatMap(({ participantId, firstName, unitId, unitName, hourStep }, line) => {
    const own = cells.filter((cell) => cell.participantId === participantId && cell.unitId === unitId);
    const [first] = own;
    if (hourStep === null || first === undefined) return [];
    const times = choosableTimes(first.unitHours, hourStep);
    const usual = usualHours(
      own.flatMap(({ held, hours = null }) => (held === "us" && hours !== null ? [hours] : [])),
    );
    return [{ line, firstName, unitName, times, usual: usual ?? first.unitHours }];
  });
}
