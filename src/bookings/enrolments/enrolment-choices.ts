import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";

import { decideEnrolment, type EnrolmentDecision } from "../rules/conditions/enrolment-decision.ts";
import { householdPeople, type HouseholdPerson, type PersonEnrolment } from "./household-people.ts";
import { offeredSeasons, type OfferedSeason } from "./offered-seasons.ts";
import { isChosen, isLive, personFacts } from "./person-facts.ts";

/** One person and one season that is not over: what holds between them. */
export interface EnrolmentChoice {
  season: OfferedSeason;
  /** The enrolment that holds, today or later. */
  enrolment: PersonEnrolment | null;
  /** The one that a move made for a day or some, today or later: it keeps nobody from enrolling. */
  byMove: PersonEnrolment | null;
  /** What the conditions say, for who comes regularly. */
  decision: EnrolmentDecision;
}

/** A person of a household, and every season that could be theirs. */
export interface PersonChoices {
  person: HouseholdPerson;
  choices: readonly EnrolmentChoice[];
}

/** For each person of these households, the seasons that are not over and what holds: two statements. */
export async function enrolmentChoices(
  reads: Reads,
  households: readonly Id<"household">[],
  guardianId: Id<"guardian"> | null,
  now: Temporal.Instant,
): Promise<readonly PersonChoices[]> {
  const today = parisDate(now);
  const people = await householdPeople(reads, households, guardianId);
  const seasons = await offeredSeasons(reads, now);
  const names = new Map(seasons.map(({ activityCode, activityName }) => [activityCode, activityName]));
  return people.map((person) => ({
    person,
    choices: seasons.map((season) => ({
      season,
      enrolment: liveEnrolment(person, season.seasonId, today),
      byMove: movedEnrolment(person, season.seasonId, today),
      decision: decideEnrolment(
        season.conditions,
        personFacts(people, person, season, names, today, { regular: true, given: [] }),
      ),
    })),
  }));
}

/** The enrolment of a person in a season, where it still has days and is not a move's. */
export function liveEnrolment(
  { enrolments }: HouseholdPerson,
  seasonId: Id<"season">,
  today: Temporal.PlainDate,
): PersonEnrolment | null {
  return enrolments.find((one) => one.seasonId === seasonId && isChosen(one, today)) ?? null;
}

function movedEnrolment(
  { enrolments }: HouseholdPerson,
  seasonId: Id<"season">,
  today: Temporal.PlainDate,
): PersonEnrolment | null {
  return enrolments.find((one) => one.seasonId === seasonId && one.byMove && isLive(one, today)) ?? null;
}
