import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { SignedInVisit } from "#identity";
import { announceAll, writeJournal, type Reads } from "#platform";

import { enrolmentsSaved } from "../events.ts";
import { sitesOf } from "../occupancy/units-in-scope.ts";
import { decideEnrolment, type EnrolmentDecision } from "../rules/conditions/enrolment-decision.ts";
import { activityNames } from "./activity-names.ts";
import { earlierEnrolments, seasonBefore } from "./earlier-enrolments.ts";
import { liveEnrolment } from "./enrolment-choices.ts";
import { householdPeople, type HouseholdPerson } from "./household-people.ts";
import { lockChoice } from "./load-choice.ts";
import { offeredSeasons, type OfferedSeason } from "./offered-seasons.ts";
import { personFacts } from "./person-facts.ts";
import { ENROL, mayEnrolAt } from "./policy.ts";
import { saveEnrolment } from "./save-enrolment.ts";

/** Somebody who was enrolled in the season before, and what holds in the next one. */
export interface CarriedPerson {
  person: HouseholdPerson;
  payerId: Id<"guardian">;
  regular: boolean;
  /** Whether the next season has an enrolment already. */
  enrolled: boolean;
  decision: EnrolmentDecision;
}

/** What passing from a season to the next would do. */
export interface CarryOver {
  before: { seasonId: Id<"season">; name: string };
  season: OfferedSeason;
  people: readonly CarriedPerson[];
  /** How many others the agent of some sites does not know any more: no name of theirs is read. */
  unknown: number;
}

/** A person of a household. */
export interface Carried {
  participantId: Id<"participant">;
  householdId: Id<"household">;
}

/**
 * Who was enrolled in the season before this one, and who still meets the conditions; undefined where the season is
 * not the agent's, or the first of its activity. The class that counts is the one of the new school year. An agent of
 * some sites has those who still come there; once the season before is over, the others are for an agent of every site.
 */
export async function planCarryOver(
  reads: Reads,
  { actor, now }: Pick<SignedInVisit, "actor" | "now">,
  seasonId: Id<"season">,
): Promise<CarryOver | undefined> {
  const today = parisDate(now);
  const [season] = await offeredSeasons(reads, now, seasonId);
  if (season === undefined || !mayEnrolAt(actor, season.siteId)) return undefined;
  const before = await seasonBefore(reads, season);
  if (before === undefined) return undefined;
  const siteIds = sitesOf(actor.rights.get(ENROL));
  const all = await earlierEnrolments(reads, before.seasonId, { siteIds, today });
  const earlier = all.filter(({ known }) => known);
  const households = [...new Set(earlier.map(({ householdId }) => householdId))];
  const people = await householdPeople(reads, households, null);
  const names = await activityNames(reads);
  const byKey = new Map(people.map((person) => [keyOf(person), person]));
  const byHand = new Set(
    season.conditions.flatMap((item) =>
      item.kind === "priority" && item.who === undefined ? [item.group] : [],
    ),
  );
  const byHousehold = Map.groupBy(people, ({ householdId }) => householdId);
  const carried = earlier.flatMap(({ payerId, regular, groups, ...who }): readonly CarriedPerson[] => {
    const person = byKey.get(keyOf(who));
    if (person === undefined) return [];
    const given = groups.filter((group) => byHand.has(group));
    const own = byHousehold.get(who.householdId) ?? [];
    const facts = personFacts(own, person, season, names, today, { regular, given });
    const decision = decideEnrolment(season.conditions, facts);
    return [
      { person, payerId, regular, enrolled: liveEnrolment(person, seasonId, today) !== null, decision },
    ];
  });
  return { before, season, people: carried, unknown: all.length - earlier.length };
}

/**
 * Whether all that is missing is the class of the new school year, which the register tells in September: no condition
 * is known not to be met.
 */
export function awaitsSchool({ enrolled, decision }: Pick<CarriedPerson, "enrolled" | "decision">): boolean {
  return (
    !enrolled &&
    decision.kind === "refused" &&
    decision.unmet.length > 0 &&
    decision.unmet.every(({ code }) => code === "school-unknown")
  );
}

/** One spelling for a person of a household, as the form sends it. */
export function keyOf({ participantId, householdId }: Carried): string {
  return `${participantId} ${householdId}`;
}

/**
 * Enrols the chosen ones in the season, each as in the season before: payer, rhythm, groups given by hand. Conditions
 * are judged again; who no longer meets them, or is enrolled already, is left as he or she is. Who only awaits the class
 * of the new year is enrolled with a reason, kept as that of any enrolment over a condition.
 * @returns how many people were enrolled: a child of two households, enrolled by both, is one, as on the page before
 */
export async function carryOver(
  visit: Pick<SignedInVisit, "actor" | "authority" | "database" | "now" | "address">,
  seasonId: Id<"season">,
  chosen: readonly Carried[],
  reason = "",
): Promise<Result<number, { code: "unknown" }>> {
  const { actor, authority, now, address } = visit;
  const { accountId, name } = actor;
  const today = parisDate(now);
  const keys = new Set(chosen.map(keyOf));
  return visit.database.write(async (writes) => {
    for (const { participantId, householdId } of chosen.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      await lockChoice(writes, { participantId, householdId, seasonId });
    }
    const plan = await planCarryOver(writes, visit, seasonId);
    if (plan === undefined) return refuse({ code: "unknown" });
    const people = new Set<Id<"participant">>();
    const made = new Map<Id<"household">, Id<"enrolment">[]>();
    for (const carried of plan.people) {
      const { person, payerId, regular, decision } = carried;
      const days = daysOf(carried, plan.season, reason);
      if (days === undefined || !keys.has(keyOf(person))) continue;
      const { participantId, householdId } = person;
      const { groups, points } = decision;
      const { activityId } = plan.season;
      const saved = await saveEnrolment(
        writes,
        { ...days, groups, points, participantId, householdId, activityId, seasonId, payerId, regular },
        "enrolled",
        { accountId, name, byAgent: true, reason: days.over ? reason : null, now, today },
      );
      // A payer who has left the household since: an agent chooses another one in the file.
      if (!saved.ok) continue;
      people.add(participantId);
      made.set(householdId, [...(made.get(householdId) ?? []), saved.value]);
    }
    const count = [...made.values()].flat().length;
    await writeJournal(writes, {
      at: now,
      accountId,
      byLabel: name,
      act: "enrolments.carry-over",
      objectKind: "season",
      objectId: seasonId,
      ...(reason === "" ? {} : { reason }),
      facts: { from: plan.before.seasonId, enrolled: count },
      address,
    });
    // One letter a household, however many of it pass.
    await announceAll(
      writes,
      authority.id,
      [...made.values()].map((own) => enrolmentsSaved(own, now)),
    );
    return ok(people.size);
  });
}

/** The days of the enrolment, and whether they go over a condition; undefined for who is not to be enrolled. */
function daysOf({ enrolled, decision }: CarriedPerson, season: OfferedSeason, reason: string) {
  if (enrolled) return undefined;
  if (decision.kind === "possible") {
    return { firstDay: decision.firstDay, lastDay: decision.lastDay, over: false };
  }
  if (reason === "" || !awaitsSchool({ enrolled, decision })) return undefined;
  return { firstDay: season.firstDay, lastDay: season.lastDay, over: true };
}
