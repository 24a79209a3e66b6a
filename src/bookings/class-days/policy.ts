import { mayAt, type Actor } from "#identity";
import type { Id } from "#kernel";

import type { ClassBooking } from "./class-queries.ts";

/** The right that saying something of a class asks for. */
export const SAY = "bookings.write";

/**
 * @rule Qui peut dire qu'une classe est absente
 *
 * Un agent le dit pour une classe dont un enfant est inscrit sur un lieu dont il s'occupe. Cela ne vaut que pour les
 * activités de ces lieux : seules leurs places sont annulées, même après le délai, et ne se réservent plus ; seuls leurs
 * délais sont levés quand l'enseignant est absent. Les autres restent, et leur nombre est dit. Le retire qui s'occupe
 * de tous les lieux dont il est parlé.
 */
export function mayCancel(actor: Actor, { siteId }: Pick<ClassBooking, "siteId">): boolean {
  return mayAt(actor, SAY, siteId);
}

/** Whether an agent may take back what was said: it speaks of no site but his or hers; null is every site. */
export function mayWithdraw(actor: Actor, sites: readonly Id<"site">[] | null): boolean {
  if (actor.kind === "signed-in" && actor.rights.get(SAY) === "everywhere") return true;
  return sites !== null && sites.every((site) => mayAt(actor, SAY, site));
}
