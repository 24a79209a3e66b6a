import type { Id } from "#kernel";

import type { PersonFacts } from "../rules/conditions/enrolment-decision.ts";
import type { HouseholdPerson, PersonEnrolment } from "./household-people.ts";
import { asksRhythm, type OfferedSeason } from "./offered-seasons.ts";

/** How the person means to come, and the groups that an agent gives. */
export interface Meant {
  regular: boolean;
  given: readonly string[];
}

/** The facts that the conditions of a season are judged upon, for one person of these. */
export function personFacts(
  people: readonly HouseholdPerson[],
  person: HouseholdPerson,
  season: OfferedSeason,
  activityNames: ReadonlyMap<string, string>,
  today: Temporal.PlainDate,
  { regular, given }: Meant,
): PersonFacts {
  const enrolled = person.enrolments.some((one) => one.seasonId === season.seasonId && isChosen(one, today));
  const { firstName, kind, birthDate, schoolings, resident, commune, has, documents } = person;
  return {
    today,
    season: { first: season.firstDay, last: season.lastDay },
    shut: enrolled ? null : season.shut,
    activity: { code: season.activityCode, audience: season.audience },
    person: { firstName, kind, birthDate, schoolings },
    household: { resident, commune, has },
    documents,
    siblingActivities: siblingActivities(people, person, today),
    activityNames,
    regular: regular && asksRhythm(season),
    given,
  };
}

/** The activities in which another person of the household is enrolled, today or later. */
function siblingActivities(
  people: readonly HouseholdPerson[],
  { householdId, participantId }: { householdId: Id<"household">; participantId: Id<"participant"> },
  today: Temporal.PlainDate,
): ReadonlySet<string> {
  const others = people.filter(
    (other) => other.householdId === householdId && other.participantId !== participantId,
  );
  return new Set(
    others.flatMap(({ enrolments }) =>
      enrolments.filter((one) => isChosen(one, today)).map(({ activityCode }) => activityCode),
    ),
  );
}

/** Whether somebody enrolled a person, for today or later; a move that did for a day leaves all to choose. */
export function isChosen(enrolment: PersonEnrolment, today: Temporal.PlainDate): boolean {
  return !enrolment.byMove && isLive(enrolment, today);
}

/** Whether an enrolment still has days, today or later. */
export function isLive(
  { firstDay, lastDay }: { firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate },
  today: Temporal.PlainDate,
): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(lastDay, today) >= 0 && compare(firstDay, lastDay) <= 0;
}
