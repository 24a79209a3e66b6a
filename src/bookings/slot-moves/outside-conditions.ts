import { parisDate, type Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { activityNames } from "../enrolments/activity-names.ts";
import { unmetOn } from "../enrolments/enrol-for-family.ts";
import { householdPeople } from "../enrolments/household-people.ts";
import { lockChoice } from "../enrolments/load-choice.ts";
import { offeredSeasons } from "../enrolments/offered-seasons.ts";
import { personFacts } from "../enrolments/person-facts.ts";
import { conditionForAgent } from "../rules/conditions/condition-for-agent.ts";
import type { Unmet } from "../rules/conditions/unmet.ts";
import { decideEnrolment } from "../rules/conditions/enrolment-decision.ts";
import type { SlotToMove } from "./slot-to-move.ts";

interface BookedPerson {
  bookingId: Id<"booking">;
  participantId: Id<"participant">;
  householdId: Id<"household">;
}

type Slots = { from: SlotToMove; to: SlotToMove };

/** By booking, the conditions of the target that are not met on its day. */
export type Outside = ReadonlyMap<Id<"booking">, readonly Unmet[]>;

/** The same as the statement that moves keeps it: one sentence each. */
export function toldOutside(outside: Outside): string {
  const told = [...outside].map(([booking, unmet]) => [booking, unmet.map(conditionForAgent)] as const);
  return JSON.stringify(Object.fromEntries(told));
}

/**
 * Which bookings of a slot would enrol somebody in the target over its conditions: those of somebody whose enrolment
 * there does not cover the day, judged for that day as an agent's enrolment is. All of the slot's, or some.
 */
export async function outsideConditions(
  reads: Reads,
  { from, to }: Slots,
  some: readonly Id<"booking">[] | null,
  now: Temporal.Instant,
): Promise<Outside> {
  return judge(reads, to, await bookedPeople(reads, from, some), now);
}

/** The same, for a statement that writes next: forms that enrol these participants there wait for it. */
export async function judgeLocked(
  writes: Writes,
  { from, to }: Slots,
  bookings: readonly Id<"booking">[],
  now: Temporal.Instant,
): Promise<Outside> {
  const booked = await bookedPeople(writes, from, bookings);
  for (const { participantId, householdId } of booked) {
    await lockChoice(writes, { participantId, householdId, seasonId: to.seasonId });
  }
  return judge(writes, to, booked, now);
}

async function judge(
  reads: Reads,
  { seasonId, date }: SlotToMove,
  booked: readonly BookedPerson[],
  now: Temporal.Instant,
): Promise<Outside> {
  const today = parisDate(now);
  const [season] = await offeredSeasons(reads, now, seasonId);
  // A season that is over: nothing moves into it.
  if (season === undefined) return new Map();
  const people = await householdPeople(
    reads,
    [...new Set(booked.map(({ householdId }) => householdId))],
    null,
  );
  const names = await activityNames(reads);
  const households = Map.groupBy(people, ({ householdId }) => householdId);
  const { compare } = Temporal.PlainDate;
  return new Map(
    booked.flatMap(({ bookingId, participantId, householdId }) => {
      const own = households.get(householdId) ?? [];
      const person = own.find((one) => one.participantId === participantId);
      if (person === undefined) return [];
      const there = person.enrolments.find((one) => one.seasonId === seasonId);
      const covered =
        there !== undefined && compare(there.firstDay, date) <= 0 && compare(date, there.lastDay) <= 0;
      if (covered) return [];
      // An agent moves after the deadlines too: that nothing is left to book stands in nobody's way.
      const facts = personFacts(own, person, { ...season, shut: null }, names, today, {
        regular: false,
        given: [],
      });
      const unmet = unmetOn(decideEnrolment(season.conditions, facts), date, date, today);
      return unmet.length === 0 ? [] : [[bookingId, unmet] as const];
    }),
  );
}

/** Whose the bookings of a slot are, in the order in which choices are locked. */
function bookedPeople(
  reads: Reads,
  { slotId }: SlotToMove,
  some: readonly Id<"booking">[] | null,
): Promise<BookedPerson[]> {
  return reads.rows(
    "booked_people_of_slot",
    `select id as "bookingId", participant_id as "participantId", household_id as "householdId"
     from booking
     where slot_id = $1 and state = 'booked' and ($2::uuid[] is null or id = any ($2))
     order by participant_id`,
    [slotId, some],
  );
}
