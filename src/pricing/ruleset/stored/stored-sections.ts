import type { ActivityOffer } from "#activities";
import type { Reads, Writes } from "#platform";

import type { PriceSections } from "../section.ts";
import { readFees, writeFees } from "./stored-fees.ts";
import { readQuotientSections, writeQuotientSections } from "./stored-quotients.ts";
import { ACTIVITY_SECTIONS, sectionsOn, tariffVersions, withoutActivities } from "./tariff-versions.ts";
import { type TariffChange, writeSection } from "./write-tariffs.ts";

/**
 * The sections of pricing as they hold on a day, for these activities, as the file writes them: activities that say the
 * same stand together. Empty ones are left out.
 */
export async function readPriceSections(
  reads: Reads,
  offer: readonly ActivityOffer[],
  on: Temporal.PlainDate,
): Promise<PriceSections> {
  const versions = await tariffVersions(
    reads,
    offer.map(({ activityId }) => activityId),
  );
  const own = offer.map((activity) => ({
    code: activity.activityCode,
    sections: sectionsOn(versions.get(activity.activityId) ?? [], activity, on),
  }));
  // The order of prices decides nothing: each stands with its like. That of the other sections does: whole lists.
  const prices = together(
    own.flatMap(({ code, sections }) => (sections.prices ?? []).map((entry) => ({ code, entries: [entry] }))),
  );
  const penalties = together(own.map(({ code, sections }) => ({ code, entries: sections.penalties ?? [] })));
  const absences = together(own.map(({ code, sections }) => ({ code, entries: sections.absences ?? [] })));
  const fees = await readFees(reads, offer, on);
  return {
    ...(prices.length === 0 ? {} : { prices }),
    ...(fees.length === 0 ? {} : { fees: [...fees] }),
    ...(penalties.length === 0 ? {} : { penalties }),
    ...(absences.length === 0 ? {} : { absences }),
    ...(await readQuotientSections(reads, on)),
  };
}

function together<Entry extends { activities: string[] }>(
  lists: readonly { readonly code: string; readonly entries: readonly Entry[] }[],
): Entry[] {
  const alike = Map.groupBy(lists, ({ entries }) => JSON.stringify(entries.map(withoutActivities)));
  return [...alike.values()].flatMap((same) =>
    (same[0]?.entries ?? []).map((entry) => ({ ...entry, activities: same.map(({ code }) => code) })),
  );
}

/**
 * Sets the sections of a file that was checked, for these activities from a day on; the days before keep theirs. A
 * section that the file leaves out changes nothing; of one that it has, what it does not say of these activities ends.
 * @returns what changes, one French sentence each; none where everything was so already
 */
export async function writePriceSections(
  writes: Writes,
  sections: PriceSections,
  { offer, ...change }: TariffChange & { readonly offer: readonly ActivityOffer[] },
): Promise<readonly string[]> {
  const said: string[] = [];
  for (const section of ACTIVITY_SECTIONS) {
    if (sections[section] === undefined) continue;
    for (const activity of offer)
      said.push(...(await writeSection(writes, activity, { section, sections }, change)));
  }
  if (sections.fees !== undefined) said.push(...(await writeFees(writes, sections.fees, offer, change)));
  return [...said, ...(await writeQuotientSections(writes, sections, change))];
}
