import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** How an activity stands with what the folders above know of it. */
export interface ActivityStanding {
  /** Participants enrolled on that day. */
  enrolled: number;
  /** Whether it has a deadline for booking and one for cancelling: no slot is created before. */
  deadlines: boolean;
}

/** What the pages of the offer ask of the folder that has bookings; `app` hands it over. */
export interface OfferFacts {
  /** By activity; one that is absent has nobody and no deadline. */
  standing(reads: Reads, today: Temporal.PlainDate): Promise<ReadonlyMap<Id<"activity">, ActivityStanding>>;
  /** How many bookings and families these days of units have: what closing them would cancel. */
  bookingsOn(
    reads: Reads,
    days: readonly { unitId: Id<"unit">; date: Temporal.PlainDate }[],
  ): Promise<{ bookings: number; households: number }>;
}
