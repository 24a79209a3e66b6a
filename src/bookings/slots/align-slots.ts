import { activityOffer, calendarAt, loadCalendar } from "#activities";
import { parisDate } from "#kernel";
import type { Reads, Writes } from "#platform";

import { readDeadlineRules } from "../deadlines/deadline-rules.ts";
import type { Alignment } from "./alignment.ts";
import { slotPlanner, type SlotPlan, type SlotsMissing } from "./plan-slots.ts";
import { slotsOutsideSeasons, writeSlotPlan, type SlotCounts } from "./slot-queries.ts";

/** What became of the slots, and which could not be created. */
export interface AlignmentReport extends SlotCounts {
  missing: readonly SlotsMissing[];
}

/**
 * Makes the slots of activities, from today on, follow their seasons, openings, calendar, closures and deadline
 * rules, in the caller's transaction. Run after every change of one of them; run twice, the second time changes
 * nothing. No booking is lost but those of a slot that closes: they are cancelled with the reason in the
 * history, and `bookings.closed` is announced so that families are told.
 */
export async function alignSlots(writes: Writes, alignment: Alignment): Promise<AlignmentReport> {
  // Before the calendar is read: two alignments at once must not each undo what the other has seen.
  await lockAlignments(writes);
  const plan = await planSlots(writes, alignment);
  const counts = await writeSlotPlan(writes, plan, alignment);
  return { ...counts, missing: plan.missing };
}

/** What the slots of activities should be, from today on, by what is stored; writes nothing. */
export async function planSlots(
  reads: Reads,
  { activityIds: asked, now }: Pick<Alignment, "activityIds" | "now">,
): Promise<SlotPlan> {
  const offer = await activityOffer(reads, asked);
  const activityIds = offer.map((activity) => activity.activityId);
  const calendar = await loadCalendar(reads);
  const today = parisDate(now);
  const rules = await readDeadlineRules(reads, activityIds, today);
  const everywhere = calendarAt(calendar, null);
  const closedApart = new Set(calendar.closures.map((closure) => closure.siteId));
  const { plan, add } = slotPlanner();
  for (const activity of offer) {
    const own = closedApart.has(activity.siteId);
    add(activity, { calendar: own ? calendarAt(calendar, activity.siteId) : everywhere, rules, today });
  }
  plan.closed.push(...(await slotsOutsideSeasons(reads, activityIds, today)));
  return plan;
}

/** Waits until no other transaction aligns slots, and keeps the others waiting until this one ends. */
export async function lockAlignments(writes: Writes): Promise<void> {
  await writes.run(
    "lock_alignments",
    `select pg_advisory_xact_lock(hashtextextended('bookings.align ' || current_schema(), 0))`,
  );
}
