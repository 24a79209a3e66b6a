import type { Id } from "#kernel";

/** Something was said of a whole class: its families are to be told. */
export function classDaySaid(id: Id<"classDay">) {
  return { type: "bookings.classDaySaid", facts: { id } };
}

/** What was said of a whole class is taken back: its families are to be told. */
export function classDayWithdrawn(id: Id<"classDay">) {
  return { type: "bookings.classDayWithdrawn", facts: { id } };
}

/**
 * Absences were announced, by a family or by an agent for it, or taken back: it is to be told which, and what an
 * agent's call cancelled with them.
 */
export function absencesNoted(
  household: Id<"household">,
  at: Temporal.Instant,
  cancelled: Id<"submission"> | null,
) {
  return { type: "bookings.absencesNoted", facts: { household, at: at.toString(), cancelled } };
}

/** A cut-off was moved by hand, or lifted, and slots close earlier than families read: they are to be told. */
export function deadlinesEarlier(
  move: Id<"movedDeadline">,
  lifted: boolean,
  slots: readonly { slot: Id<"slot">; acts: readonly string[] }[],
) {
  return { type: "bookings.deadlinesEarlier", facts: { move, lifted, slots } };
}

/** Enrolments were made, changed or ended at an instant, together: their families are to be told. */
export function enrolmentsSaved(enrolments: readonly Id<"enrolment">[], at: Temporal.Instant) {
  return { type: "bookings.enrolmentsSaved", facts: { enrolments, at: at.toString() } };
}
