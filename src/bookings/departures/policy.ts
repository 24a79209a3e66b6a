import { agentWith, type Actor } from "#identity";

/** Takes somebody out of a household. */
export const departureAgent = agentWith("families.write");

/** Cancels what a household holds at whatever site: who does it only at some would leave half of it. */
export const mayGiveUp = (actor: Actor): boolean =>
  actor.kind === "signed-in" && actor.rights.get("bookings.write") === "everywhere";
