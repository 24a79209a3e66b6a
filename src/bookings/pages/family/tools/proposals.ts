import { loadCalendar } from "#activities";
import type { Id } from "#kernel";
import type { GuardianVisit } from "#identity";
import type { Reads } from "#platform";

import { planningLines, type PlanningLine } from "../../../planning/planning-lines.ts";
import { toolPlaces } from "../../../planning/tool-places.ts";
import { clearRange, type ClearRange } from "../../../rules/clear-range.ts";
import { copyWeek, type CopyWeek } from "../../../rules/copy-week.ts";
import type { Proposal } from "../../../rules/proposal.ts";
import { repeatUntil, type RepeatUntil } from "../../../rules/repeat-until.ts";
import { repeatWeek, type RepeatWeek } from "../../../rules/repeat-week.ts";

/** What the tools need of a visit. */
type ToolVisit = Pick<GuardianVisit, "actor" | "now">;

/** What repeating a week would change, until the holidays or the last day that is offered to the family. */
export async function proposeRepeat(
  reads: Reads,
  { actor, now }: ToolVisit,
  asked: Omit<RepeatWeek, "until"> & { until: RepeatUntil },
): Promise<Proposal> {
  const households = actor.guardian.householdIds;
  const lines = await planningLines(reads, households);
  const end = lastDayOf(lines);
  if (end === undefined) return { lines: [], left: [] };
  const { school } = await loadCalendar(reads);
  const until = repeatUntil(asked.until, asked.monday, school.periods, end);
  const places = await toolPlaces(reads, households, lines, { first: asked.monday, last: until }, now);
  return repeatWeek(places, { ...asked, until });
}

/** What copying one child's week to others would change. */
export async function proposeCopy(
  reads: Reads,
  { actor, now }: ToolVisit,
  asked: CopyWeek,
): Promise<Proposal> {
  const households = actor.guardian.householdIds;
  const span = { first: asked.monday, last: asked.monday.add({ days: 6 }) };
  const places = await toolPlaces(reads, households, await planningLines(reads, households), span, now);
  return copyWeek(places, asked);
}

/** What cancelling a span of days would change. */
export async function proposeClear(
  reads: Reads,
  { actor, now }: ToolVisit,
  asked: ClearRange,
): Promise<Proposal> {
  const households: readonly Id<"household">[] = actor.guardian.householdIds;
  const span = { first: asked.firstDay, last: asked.lastDay };
  return clearRange(await toolPlaces(reads, households, [], span, now), asked);
}

function lastDayOf(lines: readonly PlanningLine[]): Temporal.PlainDate | undefined {
  return lines
    .map((line) => line.lastDay)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
}
