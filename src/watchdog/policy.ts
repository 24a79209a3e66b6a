import { agentEverywhere, agentWith, type Access, type RightScope, type SignedInVisit } from "#identity";
import type { Id } from "#kernel";

import { rightOf, rightToSilence, watches, type Watch } from "./rules/watch.ts";

/** Whoever reads the morning's list; each watch asks for its own right besides. */
export const watchReader: Access<SignedInVisit> = agentWith("watch.read");

/** Says what is watched: it is of every site. */
export const ruleWriter: Access<SignedInVisit> = agentEverywhere("settings.write");

/** Who acts, or is written to. */
interface Holder {
  readonly rights: ReadonlyMap<string, RightScope>;
}

/** Whether somebody may read what a watch tells of a site, or of all sites together. */
export function mayRead(holder: Holder, watch: Watch, siteId: Id<"site"> | null): boolean {
  return covers(holder.rights.get(rightOf[watch]), siteId);
}

/** Whether somebody may put it to sleep. */
export function maySilence(holder: Holder, watch: Watch, siteId: Id<"site"> | null): boolean {
  return covers(holder.rights.get(rightToSilence[watch]), siteId);
}

/** The watches that somebody reads, those by site with their sites: for a list that is cut in the database. */
export function readable(holder: Holder): { everywhere: Watch[]; bySite: Watch[]; siteIds: Id<"site">[] } {
  const everywhere = watches.filter((watch) => mayRead(holder, watch, null));
  const pointing = holder.rights.get(rightOf.unpointed);
  return pointing === undefined || pointing === "everywhere"
    ? { everywhere, bySite: [], siteIds: [] }
    : { everywhere, bySite: ["unpointed"], siteIds: [...pointing] };
}

function covers(scope: RightScope | undefined, siteId: Id<"site"> | null): boolean {
  return scope === "everywhere" || (siteId !== null && (scope?.has(siteId) ?? false));
}
