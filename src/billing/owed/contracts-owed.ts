import {
  countedMinutes,
  priceOf,
  writeChargeCase,
  type CareContract,
  type CareDay,
  type ChargeFacts,
} from "#pricing";

import type { CareContractFacts, CareFacts, PlannedDay } from "./care-facts.ts";
import { isCareTime } from "./care-facts.ts";
import { type MonthFacts } from "./month-facts.ts";
import { isInMonth } from "./month-span.ts";
import { owedOfPrice } from "./owed-of-price.ts";
import type { MonthPlace } from "./read-places.ts";

/**
 * What the contracts of a nursery owe for a month, each once, by the payer of its first day in the month. A contract in a
 * unit that has a price of its own owes nothing: its days are billed as places.
 */
export function contractsOwed(facts: MonthFacts, care: CareFacts): readonly ReturnType<typeof owedOfPrice>[] {
  return care.contracts.flatMap((contract) => {
    const { first, month } = facts.span;
    const day = Temporal.PlainDate.compare(contract.first, first) > 0 ? contract.first : first;
    if (!isCareTime(facts, { unit: contract.unit, date: day })) return [];
    const cared = facts.tariffs?.caredOn({
      activityId: contract.unit.activity.id,
      unitCode: contract.unit.code,
      date: day,
    });
    if (cared?.tariff === undefined) return [];
    const known = contractFacts(facts, contract, day);
    const { unit, participantId, participantName, householdId, guardianId } = contract;
    return [
      owedOfPrice(
        {
          payer: { householdId, guardianId },
          participant: { id: participantId, name: participantName },
          activity: unit.activity,
          unit: { id: unit.id, name: unit.name },
          day,
          sourceKey: `contract:${contract.contractId}:${month.toString()}`,
          priced: writeChargeCase({ activity: unit.activityCode, unit: unit.code }, known),
          attended: null,
          kind: "contract",
        },
        priceOf(known, cared.tariff),
      ),
    ];
  });
}

/** All that the month of a contract is priced by; `date` is its first day of contract. */
function contractFacts(
  facts: MonthFacts,
  contract: CareContractFacts,
  date: Temporal.PlainDate,
): ChargeFacts {
  const { first, last, agreed, householdId, days } = contract;
  const part = agreedPart(facts, contract, date);
  const psuOn = (day: Temporal.PlainDate) => {
    const { psu } = facts.incomeOn(householdId, day);
    return psu === undefined ? {} : { psu };
  };
  const { compare } = Temporal.PlainDate;
  const endsHere = compare(last, agreed) < 0 && isInMonth(facts.span, last);
  const kept = days.filter((one) => compare(one.date, last) <= 0);
  return {
    date,
    ...psuOn(date),
    contract: {
      ...part,
      days: careDays(facts, { ...contract, days: kept }),
      ...(endsHere
        ? {
            ended: {
              lastDay: last,
              months: monthsFrom(first, last).map((firstDay) => ({
                firstDay,
                plannedMinutes: minutesOf(
                  part.slice,
                  kept.filter((one) => isSameMonth(one.date, firstDay)),
                ),
                ...psuOn(firstDay),
              })),
            },
          }
        : {}),
    },
  };
}

/** What was agreed for a contract, and which of its months the one of `date` is: signed or not. */
export function agreedPart(
  facts: Pick<MonthFacts, "units">,
  { first, agreed, unit, days }: Pick<CareContractFacts, "first" | "agreed" | "unit" | "days">,
  date: Temporal.PlainDate,
): Omit<CareContract, "days"> {
  const rounding = facts.units.roundingOn(unit.id, date);
  const slice: CareContract["slice"] = {
    minutes: sliceOf(rounding?.slice ?? unit.hourStep),
    of: rounding?.counted ?? "clock",
  };
  const months = monthsFrom(first, agreed);
  return {
    agreedMinutes: minutesOf(slice, days),
    agreedMonths: months.length,
    index: months.findIndex((day) => isSameMonth(day, date)) + 1,
    slice,
  };
}

const minutesOf = (slice: CareContract["slice"], days: CareContractFacts["days"]) =>
  days.reduce((sum, hours) => sum + countedMinutes(hours, slice), 0);

/** The first day in each of the months from a day to a day. */
export function monthsFrom(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0;) {
    days.push(day);
    day = day.add({ months: 1 }).with({ day: 1 });
  }
  return days;
}

const isSameMonth = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  a.toPlainYearMonth().equals(b.toPlainYearMonth());

function careDays(facts: MonthFacts, contract: CareContractFacts): readonly CareDay[] {
  const places = new Map<string, MonthPlace>();
  for (const place of facts.byPerson.get(`${contract.householdId} ${contract.participantId}`) ?? [])
    if (place.unit.id === contract.unit.id && isWithin(facts, contract, place.date))
      places.set(place.date.toString(), place);
  const planned = new Map(contract.days.map((day) => [day.date.toString(), day]));
  const days = new Set([...places.keys(), ...planned.keys()].toSorted());
  return [...days].flatMap((text) => {
    const day = Temporal.PlainDate.from(text);
    if (!isInMonth(facts.span, day)) return [];
    const plan = planned.get(text);
    const place = places.get(text);
    const absence = absenceOn(facts, plan, place);
    const real = place && realOf(place, plan !== undefined);
    return [
      {
        day,
        ...(plan === undefined ? {} : { planned: { from: plan.from, to: plan.to } }),
        ...(real === undefined ? {} : { real }),
        ...(absence === undefined ? {} : { absence }),
      },
    ];
  });
}

/** Why a day did not happen. One on which nobody holds a place is known: the sheet of that day expects nobody. */
function absenceOn(
  facts: MonthFacts,
  plan: PlannedDay | undefined,
  place: MonthPlace | undefined,
): CareDay["absence"] {
  if (plan?.closed === true) return "closed";
  return place === undefined ? "noPlace" : facts.absences.get(place);
}

function isWithin(
  { span }: MonthFacts,
  { first, last }: CareContractFacts,
  date: Temporal.PlainDate,
): boolean {
  const { compare } = Temporal.PlainDate;
  return isInMonth(span, date) && compare(first, date) <= 0 && compare(date, last) <= 0;
}

/** When the child was there: as noted; all the booked time where no hour was. An unplanned day that nobody noted counts. */
function realOf({ real, state, hours }: MonthPlace, isPlanned: boolean): CareDay["real"] {
  if (real !== null) return real;
  return state === "present" || (state === null && !isPlanned) ? hours : undefined;
}

function sliceOf(minutes: number | null | undefined): 10 | 15 | 30 | 60 {
  return minutes === 10 || minutes === 15 || minutes === 60 ? minutes : 30;
}
