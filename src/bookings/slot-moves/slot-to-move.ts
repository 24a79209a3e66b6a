import { mayAt, type Actor } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** The right that moving asks for, at both sites. */
export const MOVE = "bookings.write";

/** A slot that bookings leave or reach, with what is needed to name it. */
export interface SlotToMove {
  slotId: Id<"slot">;
  unitId: Id<"unit">;
  seasonId: Id<"season">;
  unitName: string;
  activityName: string;
  siteId: Id<"site">;
  siteName: string;
  date: Temporal.PlainDate;
  places: number;
  taken: number;
  closedBecause: string | null;
}

/**
 * @rule Qui peut déplacer des réservations
 *
 * Un agent qui a le droit de réserver sur les deux lieux déplace des réservations de l'un à l'autre, avec un motif
 * que les familles lisent. Ce qui ne peut pas venir reste où il était, et dit pourquoi. Qui n'est pas inscrit à
 * l'arrivée l'est pour ce jour-là s'il en remplit les conditions, ou si l'agent écrit pourquoi il passe outre ; cette
 * inscription s'en va avec la réservation quand on la déplace de nouveau.
 */
export function mayMoveBookings(actor: Actor, { siteId }: Pick<SlotToMove, "siteId">): boolean {
  return mayAt(actor, MOVE, siteId);
}

/** The slot of a unit on a date; undefined where there is none. */
export function slotOfUnit(
  reads: Reads,
  unitId: Id<"unit">,
  date: Temporal.PlainDate,
): Promise<SlotToMove | undefined> {
  return reads.row<SlotToMove>(
    "slot_to_move_of_unit",
    `select s.id as "slotId", s.unit_id as "unitId", s.season_id as "seasonId", u.unit_name as "unitName", u.activity_name as "activityName",
            u.site_id as "siteId", u.site_name as "siteName", s.date, s.places, s.taken,
            s.closed_because as "closedBecause"
     from slot s join activities_unit_card u on u.unit_id = s.unit_id
     where s.unit_id = $1 and s.date = $2`,
    [unitId, date.toString()],
  );
}

/** A slot by its id; undefined where there is none. */
export function slotToMove(reads: Reads, slotId: Id<"slot">): Promise<SlotToMove | undefined> {
  return reads.row<SlotToMove>(
    "slot_to_move",
    `select s.id as "slotId", s.unit_id as "unitId", s.season_id as "seasonId", u.unit_name as "unitName", u.activity_name as "activityName",
            u.site_id as "siteId", u.site_name as "siteName", s.date, s.places, s.taken,
            s.closed_because as "closedBecause"
     from slot s join activities_unit_card u on u.unit_id = s.unit_id
     where s.id = $1`,
    [slotId],
  );
}
