import { mayAt, type Actor } from "#identity";
import type { Id } from "#kernel";

/** The right to say when bookings open, held at a site or everywhere. */
export const OPEN_BOOKINGS = "windows.write";

/** Whether this agent says when the bookings of a site open. */
export function mayOpenAt(actor: Actor, siteId: Id<"site">): boolean {
  return mayAt(actor, OPEN_BOOKINGS, siteId);
}
