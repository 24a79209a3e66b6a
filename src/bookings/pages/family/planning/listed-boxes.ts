import type { Id } from "#kernel";

import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import type { PlanningCell } from "../../../planning/planning-cells.ts";
import { placeState, possibleAct } from "../../../rules/place-state.ts";
import type { ListedCell } from "../forms/cell-list.ts";
import type { PlanningFor } from "./planning-for.ts";
import type { ShownCell } from "./shown-cell.ts";

/** The cells of a planning with their states, and the boxes among them in the order of their positions. */
export interface ListedBoxes {
  cells: readonly ShownCell[];
  boxes: readonly ListedCell[];
}

/**
 * Gives every cell its state, and a box where something can be asked. Boxes are numbered person by person, so that each
 * id is written once. A package has one box, on the first of its days that is shown; it stands for all of them. A box
 * whose hours are chosen names the line of the planning whose hours it takes.
 */
export function listedBoxes(
  planning: Pick<FamilyPlanning, "cells" | "lines" | "packages">,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  whom: Pick<PlanningFor, "deadlines" | "mayChange">,
): ListedBoxes {
  const lineOf = new Map(
    planning.lines.map((line, index) => [`${line.participantId} ${line.unitId}`, { line, index }]),
  );
  const packageOf = new Map(
    planning.packages.flatMap((whole) =>
      whole.slotIds.map((slotId) => [placeKey(whole.participantId, slotId), whole]),
    ),
  );
  const boxes: ListedCell[] = [];
  const boxed = new Set<object>();
  const cells = byPerson(planning.cells).map((cell): ShownCell => {
    const known = lineOf.get(`${cell.participantId} ${cell.unitId}`);
    const whole = packageOf.get(placeKey(cell.participantId, cell.slotId));
    const facts = whole === undefined ? cell : { ...cell, free: Math.min(cell.free, whole.free) };
    const place = placeState(facts, cell.held, now, today, whom.deadlines);
    const act = known !== undefined && whom.mayChange(known.line.siteId) ? possibleAct(place) : null;
    const bookedBy = known?.line.bookedBy ?? "slot";
    const withPackage = bookedBy === "slot" || whole === undefined ? null : bookedBy;
    if (act === null || (whole !== undefined && boxed.has(whole)))
      return { ...cell, place, position: null, withPackage };
    if (whole !== undefined) boxed.add(whole);
    // Who comes with others may need more places than there are: then the box asks for a turn.
    const alongside = known !== undefined && known.line.mostCompanions !== null;
    boxes.push({
      participantId: cell.participantId,
      slotIds: whole?.slotIds ?? [cell.slotId],
      act: act === "book" && alongside ? "wait" : act,
      ...(known !== undefined && (cell.hourStep !== null || alongside)
        ? { hours: { line: known.index } }
        : {}),
    });
    return { ...cell, place, position: boxes.length - 1, withPackage };
  });
  return { cells, boxes };
}

function byPerson(cells: readonly PlanningCell[]): readonly PlanningCell[] {
  return cells.toSorted((a, b) =>
    a.participantId < b.participantId ? -1 : a.participantId > b.participantId ? 1 : 0,
  );
}

function placeKey(participantId: Id<"participant">, slotId: Id<"slot">): string {
  return `${participantId} ${slotId}`;
}
