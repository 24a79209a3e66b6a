import { isInTime } from "./deadline.ts";
import { windowState, type BookingWindow, type WindowState } from "./window.ts";

/** What the planning knows of one slot. */
export interface SlotFacts {
  readonly date: Temporal.PlainDate;
  readonly state: "open" | "closed";
  /** The reason of a closed slot. */
  readonly closedBecause: string | null;
  /** Places left, for anybody. */
  readonly free: number;
  readonly bookUntil: Temporal.Instant;
  readonly cancelUntil: Temporal.Instant;
  /** When the days of the season open for booking; none where they are open. */
  readonly windows: readonly BookingWindow[];
  /** The priority groups of the enrolment. */
  readonly groups: readonly string[];
}

/** Who holds the participant's place: nobody, one of the person's own households, another one. */
export type Held = "nobody" | "us" | "another";

/** Whether the deadlines, and the opening of bookings, hold: they do for families; an agent who gives a reason may act after them. */
export type Deadlines = "held" | "lifted";

/** What one participant has in one slot, and what the family can do about it. */
export type PlaceState =
  | { readonly kind: "booked"; readonly canCancel: boolean }
  /** Booked by another household of the child; by whom is not told. */
  | { readonly kind: "booked-elsewhere" }
  | { readonly kind: "free" }
  | { readonly kind: "full" }
  /** Not booked, and it is too late to. */
  | { readonly kind: "missed" }
  /** Not booked, and bookings are not open: not yet, or no more. */
  | Exclude<WindowState, { kind: "open" }>
  | { readonly kind: "closed"; readonly because: string };

/**
 * @rule Ce que dit un jour du planning
 *
 * Un jour ouvert est réservé, libre ou complet ; un jour fermé dit pourquoi. Une place réservée peut être rendue
 * jusqu'au délai d'annulation, une place libre peut être prise jusqu'au délai de réservation ; après, le jour
 * montre seulement son état. La place qu'un autre foyer a réservée pour le même enfant est « déjà réservée » :
 * elle n'est ni prise deux fois, ni rendue par celui qui ne l'a pas réservée.
 *
 * Exemple : le repas du jeudi 12 novembre 2026, réservé, délai mardi 10 à 12 h. Le mardi à 12 h 00 min 00 s il peut
 * encore être annulé ; une milliseconde plus tard il est seulement « réservé ».
 *
 * Avant l'ouverture des réservations, et après leur fermeture, une place libre le dit : elle n'est à prendre qu'alors.
 *
 * Un agent qui écrit un motif peut encore réserver et annuler après le délai, jusqu'au jour même.
 *
 * In: the slot, who holds the place, the instant and the date in Paris of the visit, and whether deadlines hold.
 */
export function placeState(
  slot: SlotFacts,
  held: Held,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  deadlines: Deadlines = "held",
): PlaceState {
  if (slot.state === "closed") return { kind: "closed", because: slot.closedBecause ?? "" };
  if (held === "another") return { kind: "booked-elsewhere" };
  const gone = Temporal.PlainDate.compare(slot.date, today) < 0;
  const inTime = (until: Temporal.Instant) => !gone && (deadlines === "lifted" || isInTime(until, now));
  if (held === "us") return { kind: "booked", canCancel: inTime(slot.cancelUntil) };
  if (!inTime(slot.bookUntil)) return { kind: "missed" };
  const window = windowState(slot.windows, slot.date, slot.groups, now);
  if (window.kind !== "open" && deadlines === "held") return window;
  return slot.free > 0 ? { kind: "free" } : { kind: "full" };
}

/** What ticking or unticking the place would ask; null where nothing can be asked. */
export function possibleAct(state: PlaceState): "book" | "cancel" | null {
  if (state.kind === "free") return "book";
  return state.kind === "booked" && state.canCancel ? "cancel" : null;
}
