import { activityOffer, readOffer } from "#activities";
import { readBookingSections } from "#bookings";
import type { Reads } from "#platform";
import { readPriceSections } from "#pricing";
import { readWatchSections } from "#watchdog";

import type { WrittenRuleSet } from "./schema.ts";

/** The rule set as it holds on a day, whole. Imported from that day on, it changes nothing. */
export async function exportRuleSet(
  reads: Reads,
  { authority, on }: { authority: string; on: Temporal.PlainDate },
): Promise<WrittenRuleSet> {
  const offer = await readOffer(reads, on);
  const activities = await activityOffer(reads);
  const bookings = await readBookingSections(reads, activities, on);
  const prices = await readPriceSections(reads, activities, on);
  return {
    authority,
    source: "complete",
    ...(offer.calendar === undefined ? {} : { calendar: offer.calendar }),
    sites: [...(offer.sites ?? [])],
    activities: [...(offer.activities ?? [])],
    ...bookings,
    ...prices,
    ...(await readWatchSections(reads, on)),
  };
}
