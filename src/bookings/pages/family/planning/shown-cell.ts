import type { PlanningCell } from "../../../planning/planning-cells.ts";
import type { PlaceState } from "../../../rules/place-state.ts";

/** A cell with its state, and its position in the list of boxes when it has one. */
export interface ShownCell extends PlanningCell {
  place: PlaceState;
  position: number | null;
  /** Booked with the other days of its week or season, whose box stands on the first of them that is shown. */
  withPackage: "week" | "season" | null;
}
