import { isInTime } from "./deadline.ts";
import type { Act, Hours } from "./lines.ts";
import { windowState, type BookingWindow, type ShutWindow } from "./window.ts";

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
  /** The hours of the booking, where they are chosen. */
  readonly hours?: Hours | null;
  /** How many come with the participant. */
  readonly companions?: number | null;
  /** Until when a booking that must be paid first is kept. */
  readonly heldUntil?: Temporal.Instant | null;
  /** The participant's turn on the waiting list. */
  readonly turn?: Turn | null;
  /** What an agent wrote of the participant's class, which is away that day. */
  readonly classAway?: string | null;
  /** Whether the activity keeps a waiting list. */
  readonly waitingList?: boolean;
  /** Until when a family may give the place back after its deadline, for a penalty; absent or null where it may not. */
  readonly lateUntil?: Temporal.Instant | null;
}

/** A live turn on a waiting list: a rank (1 is the next one; null where it is not told), or an offer to answer. */
export type Turn =
  | { readonly kind: "waiting"; readonly rank: number | null }
  | { readonly kind: "offered"; readonly answerUntil: Temporal.Instant };

/**
 * Who holds the participant's place: nobody, one of the person's own households, another one; `another-unit`: another
 * household holds, that day, what this place does not go with.
 */
export type Held = "nobody" | "us" | "another" | "another-unit";

/** Whether the deadlines, and the opening of bookings, hold: they do for families; an agent who gives a reason may act after them. */
export type Deadlines = "held" | "lifted";

/** What one participant has in one slot, and what the family can do about it. */
export type PlaceState =
  | {
      readonly kind: "booked";
      readonly canCancel: boolean;
      /** It is given back after the deadline, for what the rules say, until then. */
      readonly lateUntil?: Temporal.Instant;
      readonly hours: Hours | null;
      /** How many come along; absent where nobody does. */
      readonly companions?: number;
      /** Kept until then for a payment; null where it is simply booked. */
      readonly heldUntil: Temporal.Instant | null;
    }
  /** Booked by another household of the child; by whom is not told. */
  | { readonly kind: "booked-elsewhere"; readonly otherUnit?: true }
  | { readonly kind: "free" }
  | { readonly kind: "full"; readonly canWait: boolean }
  | Turn
  /** Not booked, and it is too late to. */
  | { readonly kind: "missed" }
  /** Not booked, and bookings are not open: not yet, or no more. */
  | ShutWindow
  /** Not booked, and the participant's class is away. */
  | { readonly kind: "class-away"; readonly because: string }
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
 * Là où le règlement le permet, une place réservée se rend encore après le délai, jusqu'au début de la séance ; le jour le
 * dit, et ce que cela coûte est lu avant d'enregistrer.
 *
 * Un jour complet dit s'il y a une liste d'attente ; qui y est connaît son rang, et une place qui lui est proposée dit
 * jusqu'à quand elle l'est.
 *
 * Avant l'ouverture des réservations, et après leur fermeture, une place libre le dit : elle n'est à prendre qu'alors.
 *
 * Quand la classe d'un enfant est absente (sortie, classe verte), ses jours ne se réservent plus là où l'agent l'a dit, et
 * disent pourquoi.
 *
 * Un agent qui écrit un motif peut encore réserver et annuler après le délai, jusqu'au jour même, et demander une place
 * d'un jour complet : au-delà des places s'il le dit, sinon sur la liste d'attente.
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
  if (held === "another-unit") return { kind: "booked-elsewhere", otherUnit: true };
  if (held === "another") return { kind: "booked-elsewhere" };
  const gone = Temporal.PlainDate.compare(slot.date, today) < 0;
  const inTime = (until: Temporal.Instant) => !gone && (deadlines === "lifted" || isInTime(until, now));
  if (held === "us") {
    const { hours = null, heldUntil = null, companions } = slot;
    const along = companions ? { companions } : {};
    const canCancel = inTime(slot.cancelUntil);
    const { lateUntil = null } = slot;
    if (!canCancel && !gone && lateUntil !== null && Temporal.Instant.compare(now, lateUntil) < 0)
      return { kind: "booked", canCancel: true, lateUntil, hours, heldUntil, ...along };
    return { kind: "booked", canCancel, hours, heldUntil, ...along };
  }
  const { turn = null, classAway = null } = slot;
  if (classAway !== null && deadlines === "held") return { kind: "class-away", because: classAway };
  if (turn !== null && !gone && (turn.kind === "waiting" || isInTime(turn.answerUntil, now))) return turn;
  if (!inTime(slot.bookUntil)) return { kind: "missed" };
  const window = windowState(slot.windows, slot.date, slot.groups, now);
  if (window.kind !== "open" && deadlines === "held") return window;
  return slot.free > 0
    ? { kind: "free" }
    : { kind: "full", canWait: slot.waitingList === true || deadlines === "lifted" };
}

/** What ticking or unticking the place would ask; null where nothing can be asked. */
export function possibleAct(state: PlaceState): Exclude<Act, "decline" | "change"> | null {
  switch (state.kind) {
    case "free":
      return "book";
    case "full":
      return state.canWait ? "wait" : null;
    case "waiting":
      return "leave";
    case "offered":
      return "accept";
    case "booked":
      return state.canCancel ? "cancel" : null;
    case "booked-elsewhere":
    case "missed":
    case "not-open-yet":
    case "window-closed":
    case "class-away":
    case "closed":
      return null;
  }
}
