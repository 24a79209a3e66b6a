import { parisDateTime, type Id } from "#kernel";
import type { Reads } from "#platform";
import {
  absenceCost,
  asCare,
  estimate,
  knownTariffs,
  lateCancellationCost,
  paidByContract,
  withPenalties,
  type Absence,
  type AbsenceCost,
  type Estimate,
  type LateCost,
} from "#pricing";

import { chargeFacts, type PricedPlace } from "./charge-facts.ts";
import { isMealUnsaid } from "./unsaid-meal.ts";
import { estimateFacts, type EstimatePerson, type PeopleOfHouseholds } from "./estimate-people.ts";
import { isPaidByContract } from "./paid-by-contract.ts";

/** Says what places of some households cost; each is told from memory, without another statement. */
export interface EstimateOf {
  (place: PricedPlace): Estimate;
  /** What giving a place back after its deadline costs: a family may read it before. */
  readonly ifCancelledLate: (
    place: PricedPlace & { readonly cancelUntil: Temporal.Instant },
    now: Temporal.Instant,
  ) => LateCost;
  /** What a place that is kept costs while nobody comes; no cents where a contract pays it. */
  readonly ifAbsent: (place: PricedPlace, absence: Absence) => AbsenceCost | undefined;
  /** The last day of the quotient that counts on a day; undefined where it has none, or where another one follows it. */
  readonly quotientEnd: (
    householdId: Id<"household">,
    day: Temporal.PlainDate,
  ) => Temporal.PlainDate | undefined;
  /** What a place would cost if the quotient of another day still counted: what its end changes, and nothing else. */
  readonly ifQuotientHeld: (place: PricedPlace, since: Temporal.PlainDate) => Estimate;
}

/** Somebody as he or she would be once enrolled: the rank and the number of enrolled children count it. */
export interface AsEnrolled {
  readonly householdId: Id<"household">;
  readonly participantId: Id<"participant">;
  readonly activityId: Id<"activity">;
  readonly seasonId: Id<"season">;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly regular: boolean;
}

/**
 * Reads all that the prices of these households hang on, once: three statements, and the tariffs where they changed.
 * Undefined where the authority has no tariff at all: nothing is said of prices then.
 * @param asIf an enrolment that is not made yet, where it is asked what it would cost
 */
export async function estimatesFor(
  reads: Reads,
  householdIds: readonly Id<"household">[],
  asIf: AsEnrolled | null = null,
): Promise<EstimateOf | undefined> {
  const { people: known, incomeOn, stamp } = await estimateFacts(reads, householdIds);
  if (stamp === null) return undefined;
  const tariffs = await knownTariffs(reads, stamp);
  if (tariffs.none) return undefined;
  const careUnits = await unitsWithContracts(reads);
  const people = asIf === null ? known : withEnrolment(known, asIf);
  const factsOf = (place: PricedPlace, tariff = tariffs.tariffOn(place), income = incomeOn) =>
    tariff && chargeFacts({ people, incomeOn: income }, place, tariffs.sharing(tariff));
  const told = (place: PricedPlace, income = incomeOn): Estimate => {
    const tariff = tariffs.tariffOn(place);
    const charged = tariffs.chargedOn(place);
    const isCare = tariff === undefined || tariff.isCare || charged.asks.income;
    if (isCare && isInContract(people, place)) return paidByContract;
    const byScale =
      (tariff === undefined || charged.asks.income) && careUnits.has(`${place.activityId} ${place.unitCode}`);
    const billed = byScale ? asCare(tariff, tariffs.caredOn(place)) : tariff;
    const facts = factsOf(place, billed, income);
    if (facts === undefined || billed === undefined) return { kind: "hole", code: "noTariff" };
    if (charged.asks.ownMeal && isMealUnsaid(people, place, facts))
      return { kind: "hole", code: "missingFact", fact: "ownMeal" };
    return withPenalties(estimate(tariffs, place, facts, billed), charged.penalties, facts);
  };
  return Object.assign((place: PricedPlace): Estimate => told(place), {
    ifQuotientHeld: (place: PricedPlace, since: Temporal.PlainDate): Estimate =>
      told(place, (householdId, day) => {
        const { qf } = incomeOn(householdId, since);
        const income = incomeOn(householdId, day);
        return qf === undefined ? income : { ...income, qf: { value: qf.value, from: qf.from } };
      }),
    quotientEnd: (householdId: Id<"household">, day: Temporal.PlainDate) => {
      const until = incomeOn(householdId, day).qf?.until;
      if (until === undefined || isBefore(until, day)) return undefined;
      const after = until.add({ days: 1 });
      const next = incomeOn(householdId, after).qf?.until;
      return next !== undefined && isBefore(next, after) ? until : undefined;
    },
    ifCancelledLate: (
      place: PricedPlace & { readonly cancelUntil: Temporal.Instant },
      now: Temporal.Instant,
    ): LateCost => {
      const facts = factsOf(place);
      const cancelled = { at: parisDateTime(now), until: parisDateTime(place.cancelUntil) };
      return facts === undefined
        ? { sentences: [], cents: null }
        : lateCancellationCost(tariffs.chargedOn(place), facts, cancelled);
    },
    ifAbsent: (place: PricedPlace, absence: Absence): AbsenceCost | undefined => {
      const facts = factsOf(place);
      if (facts === undefined) return undefined;
      const { tariff, absences } = tariffs.chargedOn(place);
      // A day that a contract pays has no price of its own: its rules alone are told.
      if (isInContract(people, place))
        return { ...absenceCost({ tariff: undefined, absences }, facts, absence), unknown: "contract" };
      return absenceCost({ tariff, absences }, facts, absence);
    },
  });
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0;

/**
 * The units where somebody has, or had, a contract: without a price of their own, or with one that follows the income,
 * written before « psu » was, they are billed by the national scale.
 */
async function unitsWithContracts(reads: Reads): Promise<ReadonlySet<string>> {
  const rows = await reads.rows<{ unit: string }>(
    "estimate_care_units",
    `select u.activity_id || ' ' || u.unit_code as unit from activities_unit_card u
     where exists (select from care_contract c where c.unit_id = u.unit_id)`,
  );
  return new Set(rows.map(({ unit }) => unit));
}

/** Whether a contract of a nursery pays the place, as the bill will find it. */
function isInContract(people: PeopleOfHouseholds, place: PricedPlace): boolean {
  const person = people.get(place.householdId)?.find((one) => one.participantId === place.participantId);
  return person !== undefined && isPaidByContract(person.enrolments, place);
}

function withEnrolment(people: PeopleOfHouseholds, asIf: AsEnrolled): PeopleOfHouseholds {
  const { householdId, participantId, activityId, seasonId, regular } = asIf;
  const added = {
    activityId,
    seasonId,
    firstDay: asIf.firstDay.toString(),
    lastDay: asIf.lastDay.toString(),
    regular,
    agreed: [],
  };
  const own: readonly EstimatePerson[] = (people.get(householdId) ?? []).map((person) =>
    person.participantId === participantId
      ? { ...person, enrolments: [...person.enrolments.filter((one) => one.seasonId !== seasonId), added] }
      : person,
  );
  return new Map([...people, [householdId, own]]);
}
