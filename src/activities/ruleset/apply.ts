import { ok, refuse, type Finding, type Result } from "#kernel";
import { announce, type Reads, type Writes } from "#platform";

import { chooseCalendar } from "../calendar/change-calendar.ts";
import { offerChanged } from "../events.ts";
import type { OfferChange } from "../offer/seasons.ts";
import { checkOffer } from "./check/check-offer.ts";
import { checkStored } from "./check/check-stored.ts";
import { offerChanges, type OfferChanges } from "./offer-changes.ts";
import { offerState } from "./read.ts";
import type { OfferDocument } from "./schema.ts";
import { writeActivity } from "./write-activity.ts";
import { writeSites } from "./write-sites.ts";

/** What a document would change, with what a person should know of it. */
export interface OfferPreview extends OfferChanges {
  warnings: readonly Finding[];
}

/** Says what a document would change from a day on, or why it cannot be taken; writes nothing. */
export async function previewOffer(
  reads: Reads,
  document: OfferDocument,
  from: Temporal.PlainDate,
): Promise<Result<OfferPreview, readonly Finding[]>> {
  const state = await offerState(reads);
  const said = checkOffer(document);
  const wrong = said.filter(({ kind }) => kind === "refused");
  // What contradicts itself is not compared with anything.
  if (wrong.length > 0) return refuse(wrong);
  const changes = offerChanges(state, document, from);
  const contradicted = checkStored(document, state, changes);
  if (contradicted.length > 0) return refuse(contradicted);
  return ok({ ...changes, warnings: said });
}

/**
 * Stores what a document says of the offer, from a day on, in the caller's transaction; announces the activities that
 * changed, so that their slots follow. Applied twice, the second time changes nothing. The agents' pages and the file of
 * the rule set both come through here.
 */
export async function applyOffer(
  writes: Writes,
  document: OfferDocument,
  change: OfferChange & { from: Temporal.PlainDate },
): Promise<Result<OfferPreview, readonly Finding[]>> {
  // Of two at once, the second waits here, then sees what the first has written.
  await writes.run(
    "lock_offer",
    `select pg_advisory_xact_lock(hashtextextended('activities.offer ' || current_schema(), 0))`,
  );
  const preview = await previewOffer(writes, document, change.from);
  if (!preview.ok) return preview;
  const { calendar, sites, activities } = preview.value;
  if (calendar !== null) await chooseCalendar(writes, { ...calendar.after, ...change });
  await writeSites(writes, sites);
  for (const { before, after } of activities) {
    const activityId = await writeActivity(writes, before, after);
    await announce(writes, change.authorityId, offerChanged(activityId, change.by));
  }
  return preview;
}
