import type { FamilyReach } from "#identity";
import { parisDate } from "#kernel";
import type { Reads } from "#platform";

import { isInTime } from "../rules/deadline.ts";
import { placeState } from "../rules/place-state.ts";
import type { Place } from "../rules/proposal.ts";
import { planningPackages, type PlanningPackage } from "./packages.ts";
import { inTimeOnly, planningCells, type PlanningCell } from "./planning-cells.ts";
import type { PlanningLine } from "./planning-lines.ts";

interface Days {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/**
 * The places of a span of days as the tools look at them: what could be asked of each at `now`. Those of a package
 * that the span touches are there whole, also its days before and beyond.
 */
export async function toolPlaces(
  reads: Reads,
  reach: FamilyReach,
  lines: readonly PlanningLine[],
  span: Days,
  now: Temporal.Instant,
): Promise<readonly Place[]> {
  const units = new Map(lines.map((line) => [line.unitId, line]));
  const whole = lines.some((line) => line.bookedBy !== "slot");
  const packages = whole ? await planningPackages(reads, reach, span, now) : [];
  const packageOf = new Map(
    packages.flatMap(({ participantId, slotIds }, index) =>
      slotIds.map((slotId) => [`${participantId} ${slotId}`, `${index}`]),
    ),
  );
  const { first, last } = spanOf(span, packages);
  const cells = await planningCells(reads, reach, first, last);
  return cells.map((cell) => {
    const { participantId, slotId, unitId, date } = cell;
    const unit = units.get(unitId);
    return {
      participantId,
      slotId,
      unitId,
      unitName: unit?.unitName ?? "",
      date,
      state: placeState(inTimeOnly(cell), cell.held, now, parisDate(now)),
      bookedBy: unit?.bookedBy ?? "slot",
      package: packageOf.get(`${participantId} ${slotId}`) ?? null,
      choice: choiceOf(cell, now),
    };
  });
}

function choiceOf(cell: PlanningCell, now: Temporal.Instant): Place["choice"] {
  const step = cell.hourStep;
  if (step === null) return null;
  return { unit: cell.unitHours, step, canChange: isInTime(cell.changeUntil ?? cell.cancelUntil, now) };
}

function spanOf(span: Days, packages: readonly PlanningPackage[]): Days {
  const { compare } = Temporal.PlainDate;
  return {
    first: [span.first, ...packages.map(({ firstDay }) => firstDay)].reduce((a, b) =>
      compare(a, b) <= 0 ? a : b,
    ),
    last: [span.last, ...packages.map(({ lastDay }) => lastDay)].reduce((a, b) =>
      compare(a, b) >= 0 ? a : b,
    ),
  };
}
