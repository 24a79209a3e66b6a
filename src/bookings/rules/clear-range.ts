import type { Id } from "#kernel";

import { proposalOf, type Place, type Proposal } from "./proposal.ts";

/** Whose bookings to cancel, on which days; both included. */
export interface ClearRange {
  readonly participants: readonly Id<"participant">[];
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/**
 * @rule Annuler une période
 *
 * Toutes les réservations de la famille sont annulées du premier au dernier jour compris, pour les enfants choisis.
 * Celles qui ne sont plus annulables restent et sont dites.
 */
export function clearRange(places: readonly Place[], range: ClearRange): Proposal {
  const participants = new Set(range.participants);
  const { compare } = Temporal.PlainDate;
  return proposalOf(
    places
      .filter(
        (place) =>
          place.state.kind === "booked" &&
          participants.has(place.participantId) &&
          compare(place.date, range.firstDay) >= 0 &&
          compare(place.date, range.lastDay) <= 0,
      )
      .map((place) => ({ place, wanted: false })),
    places,
  );
}
