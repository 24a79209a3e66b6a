import { activityOffer, applyOffer, recordRuleSet, type OfferPreview } from "#activities";
import { alignSlots, checkDocuments, writeBookingSections } from "#bookings";
import { documentKinds } from "#documents";
import { ok, refuse, type Finding, type Id, type Result } from "#kernel";
import { rehearse, type SchemaDatabase, type Writes } from "#platform";
import { writePriceSections } from "#pricing";
import { writeWatchSections } from "#watchdog";

import type { RuleSet } from "./schema.ts";

/** A file to take over, from which day on, and in whose name. */
export interface RuleSetImport {
  authorityId: Id<"authority">;
  ruleSet: RuleSet;
  /** The text of the file, which is kept. */
  file: string;
  from: Temporal.PlainDate;
  by: string;
  now: Temporal.Instant;
  /** Writes the journal, in the same transaction, once the file is taken over. */
  journal?: (writes: Writes) => Promise<void>;
}

/** What a file changes, or would change. */
export interface RuleSetChanges {
  offer: OfferPreview;
  /** One French sentence for each change of deadlines, windows, enrolment and places. */
  bookings: readonly string[];
  /** What the file says otherwise and stays all the same: windows that have opened. */
  bookingsLeft: readonly string[];
  /** The same of prices, fees, penalties and absences. */
  prices: readonly string[];
  /** The same of what is watched every morning. */
  watches: readonly string[];
  /** The services that these sentences may begin with. */
  named: readonly string[];
}

/**
 * Takes a checked rule set over in one transaction: whole or not at all. The slots from that day on follow; the file is
 * kept as a version with its day. Where everything was so already, nothing is written.
 */
export function applyRuleSet(
  database: SchemaDatabase,
  request: RuleSetImport,
): Promise<Result<RuleSetChanges, readonly Finding[]>> {
  return database.write(async (writes) => {
    const changes = await writeRuleSet(writes, request);
    if (!changes.ok || changesNothing(changes.value)) return changes;
    const { authorityId, file, from, by, now } = request;
    await recordRuleSet(writes, { file, from, by, now });
    await request.journal?.(writes);
    await alignSlots(writes, { authorityId, activityIds: null, now, by: { name: by, accountId: null } });
    return changes;
  });
}

/** Says what `applyRuleSet` would change: it is done and undone, and nothing stays. */
export function previewRuleSet(
  database: SchemaDatabase,
  request: RuleSetImport,
): Promise<Result<RuleSetChanges, readonly Finding[]>> {
  return rehearse(database, (writes) => writeRuleSet(writes, request));
}

/** Whether everything was so already. */
export function changesNothing({ offer, bookings, prices, watches }: RuleSetChanges): boolean {
  const { calendar, sites, activities } = offer;
  return (
    calendar === null &&
    sites.length + activities.length + bookings.length + prices.length + watches.length === 0
  );
}

async function writeRuleSet(
  writes: Writes,
  { ruleSet, authorityId, from, by, now }: RuleSetImport,
): Promise<Result<RuleSetChanges, readonly Finding[]>> {
  const kinds = (await documentKinds(writes)).map(({ label }) => label);
  const unknown = checkDocuments(ruleSet, kinds, "refused");
  if (unknown.length > 0) return refuse(unknown);
  const applied = await applyOffer(writes, ruleSet, { from, authorityId, by });
  if (!applied.ok) return applied;
  const named = ruleSet.activities?.map(({ code }) => code);
  const offer = (await activityOffer(writes)).filter(
    ({ activityCode }) => named === undefined || named.includes(activityCode),
  );
  const bookings = await writeBookingSections(writes, ruleSet, { offer, from, now });
  return ok({
    offer: applied.value,
    bookings: bookings.changes,
    bookingsLeft: bookings.left,
    prices: await writePriceSections(writes, ruleSet, { offer, from, by, now }),
    watches: await writeWatchSections(writes, ruleSet, { from, by, now }),
    named: offer.map(({ activityName }) => activityName),
  });
}
