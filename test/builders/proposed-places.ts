import type { Hours } from "../../src/bookings/rules/lines.ts";
import type { PlaceState } from "../../src/bookings/rules/place-state.ts";
import type { Place, Proposal } from "../../src/bookings/rules/proposal.ts";
import { newId } from "./canteen.ts";

// Places of a season, for the rules that propose lines of a form.
export const lina = newId<"participant">();
export const hugo = newId<"participant">();
const units = { week: newId<"unit">(), care: newId<"unit">() };
export const MORNING = { from: 420, to: 510 };

export const day = (text: string) => Temporal.PlainDate.from(text);
export const booked = (hours: Hours | null = null, canCancel = true): PlaceState => ({
  kind: "booked",
  canCancel,
  hours,
  heldUntil: null,
});
export const FREE: PlaceState = { kind: "free" };
export const FULL: PlaceState = { kind: "full", canWait: true };
export const MISSED: PlaceState = { kind: "missed" };
export const CLOSED: PlaceState = { kind: "closed", because: "Armistice" };
export const ELSEWHERE: PlaceState = { kind: "booked-elsewhere" };

export const place = (date: string, state: PlaceState, more: Partial<Place> = {}): Place => ({
  participantId: lina,
  slotId: newId<"slot">(),
  unitId: units.week,
  unitName: "Semaine",
  date: day(date),
  state,
  bookedBy: "slot",
  package: null,
  choice: null,
  ...more,
});

/** A week of the centre, booked whole from its Monday on; a closed day is no part of the package. */
export const week = (monday: string, states: readonly PlaceState[], more: Partial<Place> = {}): Place[] =>
  states.map((state, index) => {
    const date = day(monday).add({ days: index }).toString();
    const whole = state.kind === "closed" ? null : `${more.participantId ?? lina} ${monday}`;
    return place(date, state, { bookedBy: "week", package: whole, ...more });
  });

/** A morning of care by half-hours from 7 h to 8 h 30. */
export const care = (date: string, state: PlaceState, more: Partial<Place> = {}): Place =>
  place(date, state, {
    unitId: units.care,
    unitName: "Accueil du matin",
    choice: { unit: MORNING, step: 30, canChange: true },
    ...more,
  });

/** « book 2026-11-09 », « book 2026-11-09 450-510 », « full 2026-11-10 ». */
export function told(places: readonly Place[], { lines, left }: Proposal): string[] {
  const dateOf = (slot: string) => places.find(({ slotId }) => slotId === slot)?.date.toString() ?? "";
  return [
    ...lines.map(({ act, slotId, hours }) =>
      [act, dateOf(slotId), ...(hours === undefined ? [] : [`${hours.from}-${hours.to}`])].join(" "),
    ),
    ...left.map((one) => `${one.because} ${one.place.date.toString()}`),
  ];
}
