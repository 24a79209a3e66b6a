import { mayAt, type Actor } from "#identity";
import type { Id } from "#kernel";

/** The right that noting who came asks for, at the site. */
export const NOTE = "attendance.write";

/**
 * @rule Qui peut pointer
 *
 * Un agent qui a le droit de pointer sur un lieu y note les présences et les absences, le jour même et les jours passés,
 * jamais à l’avance. Ailleurs, le lieu n’existe pas pour lui.
 */
export function mayNoteAt(actor: Actor, siteId: Id<"site">): boolean {
  return mayAt(actor, NOTE, siteId);
}

/** The right that saying how minutes are counted asks for. */
export const SAY_ROUNDING = "offer.write";

/** How minutes are counted is part of what the authority offers: for who may write the offer of every site. */
export function maySayRounding(actor: Actor): boolean {
  return actor.kind === "signed-in" && actor.rights.get(SAY_ROUNDING) === "everywhere";
}
