import type { Id } from "#kernel";

import type { Line } from "./lines.ts";
import { possibleAct, type PlaceState } from "./place-state.ts";

/** A place of the planning, as the tools look at it. */
export interface Place {
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
  readonly unitId: Id<"unit">;
  /** « Repas »: units of two schools that bear the same name stand for each other. */
  readonly unitName: string;
  readonly date: Temporal.PlainDate;
  readonly state: PlaceState;
}

/** What a tool would change, and what it would have to but cannot (full, too late, closed). */
export interface Proposal {
  readonly lines: readonly Line[];
  readonly left: readonly Place[];
}

/** A place and what it should become. */
export interface Wish {
  readonly place: Place;
  readonly wanted: boolean;
}

/** Turns wishes into lines: a place that is as wanted asks nothing, one that cannot become it is left. */
export function proposalOf(wishes: readonly Wish[]): Proposal {
  const lines: Line[] = [];
  const left: Place[] = [];
  for (const { place, wanted } of wishes) {
    if (wanted === isBooked(place)) continue;
    const act = wanted ? "book" : "cancel";
    if (possibleAct(place.state) === act) {
      lines.push({ act, participantId: place.participantId, slotId: place.slotId });
    } else {
      left.push(place);
    }
  }
  return { lines, left };
}

/** Whether the participant has the place, whichever household holds it. */
export function isBooked(place: Place): boolean {
  return place.state.kind === "booked" || place.state.kind === "booked-elsewhere";
}

/** The Monday of the week of a date. */
export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}
