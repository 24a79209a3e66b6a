import { formatDateRange, type Finding } from "#kernel";

import type { OfferChanges, OfferState } from "../offer-changes.ts";
import type { OfferDocument } from "../schema.ts";
import { texts } from "../texts.fr.ts";
import { refused } from "./findings.ts";

/** What a document contradicts of what is stored and that it does not name. */
export function checkStored(
  { activities = [], sites = [] }: OfferDocument,
  state: OfferState,
  changes: OfferChanges,
): readonly Finding[] {
  const knownSites = new Set([...state.sites, ...sites].map(({ code }) => code));
  const changed = new Map(changes.activities.map(({ after }) => [after.code, after]));
  return activities.flatMap(({ code, site, seasons = [] }, index) => {
    const path = ["activities", index];
    const stored = changed.get(code)?.seasons ?? [];
    return [
      ...(knownSites.has(site) ? [] : [refused([...path, "site"], texts.stored.noSuchSite(site))]),
      ...seasons.flatMap((season, seasonIndex) => {
        const left = stored.find(
          (other) =>
            seasons.every(({ name }) => name !== other.name) &&
            other.firstDay.toString() <= season.lastDay &&
            season.firstDay <= other.lastDay.toString(),
        );
        if (left === undefined) return [];
        const days = formatDateRange(left.firstDay, left.lastDay);
        return [refused([...path, "seasons", seasonIndex], texts.stored.seasonsOverlap(left.name, days))];
      }),
    ];
  });
}
