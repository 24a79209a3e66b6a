import { mayAt, type Actor } from "#identity";
import type { Id } from "#kernel";

/** The right to enrol for families, held at a site or everywhere: that of booking for them. */
export const ENROL = "bookings.write";

/**
 * @rule Qui inscrit
 *
 * Un responsable légal inscrit les personnes de ses foyers aux services que le règlement lui ouvre, et met fin à leurs
 * inscriptions. Un agent inscrit pour un dossier sur les lieux dont il s'occupe ; il peut passer outre une condition en
 * écrivant un motif, qui est gardé avec l'inscription et au journal. Celui de quelques lieux n'inscrit que des
 * personnes qui y viennent déjà : la première inscription est faite par la famille, ou par un agent de tous les lieux.
 */
export function mayEnrolAt(actor: Actor, siteId: Id<"site">): boolean {
  return mayAt(actor, ENROL, siteId);
}
