import { parisDate, type Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { decideEnrolment, type EnrolmentDecision } from "../rules/conditions/enrolment-decision.ts";
import { activityNames } from "./activity-names.ts";
import { liveEnrolment } from "./enrolment-choices.ts";
import { householdPeople, type HouseholdPerson, type PersonEnrolment } from "./household-people.ts";
import { offeredSeasons, type OfferedSeason } from "./offered-seasons.ts";
import { personFacts, type Meant } from "./person-facts.ts";

/** Who, for which household, in which season. */
export interface WhoAndWhere {
  participantId: Id<"participant">;
  householdId: Id<"household">;
  seasonId: Id<"season">;
}

/** One person and one season, and what the conditions say for how the person means to come. */
export interface LoadedChoice {
  person: HouseholdPerson;
  season: OfferedSeason;
  /** The enrolment that holds, today or later; not the one that a move made for a day. */
  enrolment: PersonEnrolment | null;
  decision: EnrolmentDecision;
}

/** Loads a choice; undefined where the person is not of the household, or the season is none or is over. */
export async function loadChoice(
  reads: Reads,
  { participantId, householdId, seasonId }: WhoAndWhere,
  guardianId: Id<"guardian"> | null,
  now: Temporal.Instant,
  meant: Meant,
): Promise<LoadedChoice | undefined> {
  const today = parisDate(now);
  const people = await householdPeople(reads, [householdId], guardianId);
  const person = people.find((one) => one.participantId === participantId);
  const [season] = await offeredSeasons(reads, now, seasonId);
  if (person === undefined || season === undefined) return undefined;
  const names = await activityNames(reads);
  return {
    person,
    season,
    enrolment: liveEnrolment(person, seasonId, today),
    decision: decideEnrolment(season.conditions, personFacts(people, person, season, names, today, meant)),
  };
}

/** Of two forms about one person and one season, the second waits for the first, then sees what it wrote. */
export async function lockChoice(writes: Writes, { participantId, seasonId }: WhoAndWhere): Promise<void> {
  await writes.row("lock_enrolment", `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `enrolment ${participantId} ${seasonId}`,
  ]);
}

/**
 * The first day to keep: a person who is enrolled again from today on keeps the days that are past, which the planning
 * would otherwise no longer show.
 */
export function firstDayToKeep(
  { enrolments }: HouseholdPerson,
  seasonId: Id<"season">,
  firstDay: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const { compare } = Temporal.PlainDate;
  const before = enrolments.find((one) => one.seasonId === seasonId);
  const goesOn = before !== undefined && compare(before.firstDay, firstDay) < 0 && firstDay.equals(today);
  return goesOn ? before.firstDay : firstDay;
}
