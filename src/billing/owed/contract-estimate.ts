import type { ContractMonth, ContractPricing } from "#bookings";
import { cents } from "#kernel";
import { contractMinutes, explainLine, priceOf } from "#pricing";

import { isCareTime, plannedDays, slotsOf } from "./care-facts.ts";
import { agreedPart, monthsFrom } from "./contracts-owed.ts";
import { readMonthFacts } from "./month-facts.ts";

/**
 * What each month of a contract costs before it is signed, from the same facts and by the same tariff as its bill, as far
 * as is known today: nobody is absent, and no hour is added.
 */
export const contractEstimate: ContractPricing = async (reads, { householdId, unitId, terms }) => {
  const { firstDay: first, lastDay: agreed, week, adapting } = terms;
  const facts = await readMonthFacts(reads, first.toPlainYearMonth(), [householdId]);
  const unit = { ...facts.units.unit(unitId), hasContracts: true };
  if (!isCareTime(facts, { unit, date: first })) return null;
  const signed = {
    unitId,
    first,
    agreed,
    week,
    adaptingUntil: adapting?.until ?? null,
    adaptingWeek: adapting?.week ?? null,
  };
  const slots = await slotsOf(reads, [signed], facts);
  const contract = { first, agreed, unit, days: plannedDays(signed, slots, unit.hourStep ?? 30) };
  return monthsFrom(first, agreed).flatMap((date): ContractMonth[] => {
    const cared = facts.tariffs?.caredOn({ activityId: unit.activity.id, unitCode: unit.code, date });
    if (cared?.tariff === undefined) return [];
    const { psu } = facts.incomeOn(householdId, date);
    const agreedMonth = { ...agreedPart(facts, contract, date), days: [] };
    const price = priceOf(
      { date, ...(psu === undefined ? {} : { psu }), contract: agreedMonth },
      cared.tariff,
    );
    const { agreedMinutes, agreedMonths, index } = agreedMonth;
    const minutes = contractMinutes(agreedMinutes, agreedMonths, index);
    if (price.kind === "hole") return [{ firstDay: date, minutes, price }];
    const rate = price.lines.flatMap((line) => line.facts).find(({ fact }) => fact === "psuRate");
    if (rate?.fact !== "psuRate") throw new Error("A month of a contract has an hourly rate");
    const why = explainLine({ what: "unit", name: null, cents: price.total, facts: [rate] });
    return [
      { firstDay: date, minutes, price: { kind: "price", rate: rate.rate, cents: cents(price.total), why } },
    ];
  });
};
