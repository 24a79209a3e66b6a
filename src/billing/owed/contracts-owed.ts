import { contractMonthPrice, type CareDay } from "#pricing";

import type { CareContractFacts, CareFacts } from "./care-facts.ts";
import { isCareTime } from "./care-facts.ts";
import { tariffOf, type MonthFacts } from "./month-facts.ts";
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
    const rounding = facts.units.roundingOn(contract.unit.id, day);
    const price = contractMonthPrice({
      months: monthsOf(contract),
      month: month.toString(),
      plan: contract.days,
      days: careDays(facts, contract),
      segments: contract.segments,
      absences: tariffOf(facts, { unit: contract.unit, date: day })?.absences ?? [],
      slice: {
        minutes: sliceOf(rounding?.slice ?? contract.unit.hourStep),
        of: rounding?.counted ?? "clock",
      },
    });
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
          priced: { contract: contract.contractId, month: month.toString(), psu: "contract" },
          attended: null,
          kind: "contract",
        },
        price,
      ),
    ];
  });
}

/** The months of a contract, each with its first day in it. */
function monthsOf({ first, last }: CareContractFacts) {
  const months: { month: string; firstDay: Temporal.PlainDate }[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0;) {
    months.push({ month: day.toPlainYearMonth().toString(), firstDay: day });
    day = day.add({ months: 1 }).with({ day: 1 });
  }
  return months;
}

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
    const absence = plan?.closed === true ? "closed" : place && facts.absences.get(place);
    return [
      {
        day,
        planned: plan ?? null,
        real: place === undefined ? null : realOf(place, plan !== undefined),
        absence: absence ?? null,
      },
    ];
  });
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
  return state === "present" || (state === null && !isPlanned) ? hours : null;
}

function sliceOf(minutes: number | null | undefined): 10 | 15 | 30 | 60 {
  return minutes === 10 || minutes === 15 || minutes === 60 ? minutes : 30;
}
