import { mayAt, type Actor } from "#identity";

import type { ClassBooking } from "./class-queries.ts";

/** The right that saying something of a class asks for. */
export const SAY = "bookings.write";

/**
 * @rule Qui peut dire qu'une classe est absente
 *
 * Un agent le dit pour une classe dont un enfant est inscrit sur un lieu dont il s'occupe. Seules les places de ces
 * lieux sont annulées, même après le délai ; les autres restent, et leur nombre est dit.
 */
export function mayCancel(actor: Actor, { siteId }: Pick<ClassBooking, "siteId">): boolean {
  return mayAt(actor, SAY, siteId);
}
