import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";

import { conditionForAgent } from "../rules/conditions/condition-for-agent.ts";
import { documentsAsked, documentsNamed } from "../rules/conditions/documents-lacking.ts";
import type { Span } from "../rules/conditions/span.ts";
import { lackingOf } from "./lacking-documents.ts";
import { firstDayToKeep, loadChoice, type WhoAndWhere } from "./load-choice.ts";
import { asksRhythm, offeredSeasons } from "./offered-seasons.ts";

/** What an enrolment that a family asks an agent for would be, today. */
export interface AskedEnrolment {
  /** « Lina, Multi-accueil – Rue, 2026-2027 ». */
  readonly label: string;
  /** Whether the season asks how the person will come. */
  readonly asksRhythm: boolean;
  /** The days of the enrolment that holds already. */
  readonly held: Span | null;
  /** The days that an enrolment made today would have; null where the conditions refuse it. */
  readonly days: Span | null;
  /** The conditions that are not met, in an agent's words. */
  readonly unmet: readonly string[];
  /** The kinds of document that the season asks for, and those among them that are missing or over. */
  readonly documents: readonly string[];
  readonly lacking: readonly string[];
}

/** The seasons that are not over and in which an agent enrols, « Multi-accueil – Rue, 2026-2027 ». */
export async function seasonsByAgent(
  reads: Reads,
  now: Temporal.Instant,
): Promise<readonly { readonly id: Id<"season">; readonly name: string }[]> {
  const seasons = await offeredSeasons(reads, now);
  return seasons
    .filter(({ byFamily, shut }) => !byFamily && shut === null)
    .map(({ seasonId, activityName, seasonName }) => ({
      id: seasonId,
      name: `${activityName}, ${seasonName}`,
    }));
}

/**
 * What an enrolment would be for whom a guardian asks; undefined where the person is not of the household or not
 * within this adult's reach, or where the season is over.
 */
export async function askedEnrolment(
  reads: Reads,
  who: WhoAndWhere,
  { guardianId, regular, now }: { guardianId: Id<"guardian">; regular: boolean; now: Temporal.Instant },
): Promise<AskedEnrolment | undefined> {
  const choice = await loadChoice(reads, who, guardianId, now, { regular, given: [] });
  if (choice === undefined || choice.decision.kind === "over") return undefined;
  const { person, season, enrolment, decision } = choice;
  const possible = decision.kind === "possible";
  return {
    label: `${person.firstName}, ${season.activityName}, ${season.seasonName}`,
    asksRhythm: asksRhythm(season),
    held: enrolment === null ? null : { first: enrolment.firstDay, last: enrolment.lastDay },
    days: possible
      ? {
          first: firstDayToKeep(person, who.seasonId, decision.firstDay, parisDate(now)),
          last: decision.lastDay,
        }
      : null,
    unmet: possible ? [] : decision.unmet.map(conditionForAgent),
    documents: documentsAsked(season.conditions),
    lacking: documentsNamed(lackingOf(decision)),
  };
}
