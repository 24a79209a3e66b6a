import { loadCalendar } from "#activities";
import { capitalise, formatDateRange, formatDay, type Id } from "#kernel";
import type { GuardianVisit } from "#identity";
import type { Reads } from "#platform";

import { planningLines, type PlanningLine } from "../../../planning/planning-lines.ts";
import { toolPlaces } from "../../../planning/tool-places.ts";
import { clearRange, type ClearRange } from "../../../rules/clear-range.ts";
import { copyWeek, type CopyWeek } from "../../../rules/copy-week.ts";
import { lastYearHeld, lastYearOf, likeLastYear, type LikeLastYear } from "../../../rules/like-last-year.ts";
import type { Proposal } from "../../../rules/proposal.ts";
import { repeatUntil, type RepeatUntil } from "../../../rules/repeat-until.ts";
import { repeatWeek, type RepeatWeek } from "../../../rules/repeat-week.ts";
import { texts } from "./texts.fr.ts";

/** What a tool would change, and what it was asked in words. */
export type ToldProposal = Proposal & {
  readonly asked: string;
  /** Why nothing is proposed, where the tool knows; undefined where all is as asked, or cannot change. */
  readonly nothing?: string;
  /** First names of the participants of the planning. */
  readonly names: ReadonlyMap<Id<"participant">, string>;
};

/** What the tools need of a visit. */
type ToolVisit = Pick<GuardianVisit, "actor" | "now">;

/** What repeating a week would change, until the holidays or the last day that is offered to the family. */
export async function proposeRepeat(
  reads: Reads,
  { actor, now }: ToolVisit,
  asked: Omit<RepeatWeek, "until"> & { until: RepeatUntil },
): Promise<ToldProposal> {
  const lines = await planningLines(reads, actor.guardian);
  const end = lastDayOf(lines);
  if (end === undefined) return { lines: [], left: [], adapted: [], asked: "", names: new Map() };
  const { school } = await loadCalendar(reads);
  const until = repeatUntil(asked.until, asked.monday, school.periods, end);
  const places = await toolPlaces(reads, actor.guardian, lines, { first: asked.monday, last: until }, now);
  return {
    names: namesOf(lines),
    ...repeatWeek(places, { ...asked, until }),
    asked: texts.asked.repeat(formatDay(asked.monday), formatDay(until), asked.rhythm),
  };
}

/** What copying one child's week to others would change. */
export async function proposeCopy(
  reads: Reads,
  { actor, now }: ToolVisit,
  asked: CopyWeek,
): Promise<ToldProposal> {
  const span = { first: asked.monday, last: asked.monday.add({ days: 6 }) };
  const lines = await planningLines(reads, actor.guardian);
  const places = await toolPlaces(reads, actor.guardian, lines, span, now);
  return {
    names: namesOf(lines),
    ...copyWeek(places, asked),
    asked: texts.asked.copy(formatDay(asked.monday)),
  };
}

/** What booking the same as last year would change, and of which weeks last year says nothing. */
export async function proposeLastYear(
  reads: Reads,
  { actor, now }: ToolVisit,
  asked: LikeLastYear,
): Promise<ToldProposal> {
  const reach = actor.guardian;
  const lines = await planningLines(reads, reach);
  const then = lastYearOf(asked);
  const before = await toolPlaces(reads, reach, lines, then, now);
  const span = { first: asked.firstDay, last: asked.lastDay };
  const places = await toolPlaces(reads, reach, lines, span, now);
  const range = capitalise(formatDateRange(asked.firstDay, asked.lastDay));
  const told = texts.asked.lastYear(range, formatDateRange(then.first, then.last));
  const held = lastYearHeld(before, places, asked);
  return {
    names: namesOf(lines),
    ...likeLastYear(before, places, asked),
    ...(held.kind === "usual"
      ? {
          asked: held.whole
            ? told
            : `${told} ${texts.lastYear.onlyThen(formatDateRange(held.first, held.last))}`,
        }
      : { asked: told, nothing: texts.lastYear[held.kind] }),
  };
}

/** What cancelling a span of days would change. */
export async function proposeClear(
  reads: Reads,
  { actor, now }: ToolVisit,
  asked: ClearRange,
): Promise<ToldProposal> {
  const span = { first: asked.firstDay, last: asked.lastDay };
  const lines = await planningLines(reads, actor.guardian);
  const places = await toolPlaces(reads, actor.guardian, lines, span, now);
  return {
    names: namesOf(lines),
    ...clearRange(places, asked),
    asked: texts.asked.clear(formatDateRange(asked.firstDay, asked.lastDay)),
  };
}

function namesOf(lines: readonly PlanningLine[]): ToldProposal["names"] {
  return new Map(lines.map(({ participantId, firstName }) => [participantId, firstName]));
}

function lastDayOf(lines: readonly PlanningLine[]): Temporal.PlainDate | undefined {
  return lines
    .map((line) => line.lastDay)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
}
