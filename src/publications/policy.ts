import { agentWith, type Access, type SignedIn, type SignedInVisit } from "#identity";

import type { NamedAudience } from "./audience/audience.ts";

/** The right to write publications. */
export const PUBLISH = "publications.write";

/** The right to send campaigns by mail and text message. */
export const SEND = "campaigns.send";

/** Whoever sends campaigns, at some sites or everywhere. */
export const campaigner: Access<SignedInVisit> = agentWith(SEND);

/** Whoever writes publications, at some sites or everywhere. */
export const publisher: Access<SignedInVisit> = agentWith(PUBLISH);

/**
 * @rule Pour qui un agent publie
 *
 * Un agent dont le droit vaut partout écrit à tous, à toutes les familles, ou à celles d’un lieu, d’un service, d’une
 * classe ou d’un foyer. Celui de quelques lieux écrit aux familles de ces lieux et de leurs services, et ne voit que ce
 * qui est écrit pour eux seuls.
 *
 * Whether this agent may write for an audience, and read who opened what was written.
 */
export function mayWriteFor(
  { rights }: Pick<SignedIn, "rights">,
  right: string,
  { reach, targets }: Pick<NamedAudience, "reach" | "targets">,
): boolean {
  const scope = rights.get(right);
  if (scope === undefined || scope === "everywhere") return scope !== undefined;
  const ofPlaces = reach === "site" || reach === "activity";
  return (
    ofPlaces &&
    targets.length > 0 &&
    targets.every(({ siteIds }) => siteIds.length > 0 && siteIds.every((site) => scope.has(site)))
  );
}
