import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { type CountedEntry, countedDays } from "../rules/qf/counted-days.ts";
import { qfText } from "../rules/qf/income.ts";
import type { ChargeFacts } from "../rules/tariff/charge-facts.ts";
import { hasResources } from "./household-income.ts";
import { type QfEntry, qfEntries } from "./quotient-queries.ts";

/** What a price may hang on of a household's income. What is left out is not known. */
export type ChargeIncome = Pick<ChargeFacts, "qf" | "annualIncome" | "scheme" | "psu">;

/** Says what counts for a household on a day; from memory, whatever the number of days. */
export type IncomeOnDay = (householdId: Id<"household">, day: Temporal.PlainDate) => ChargeIncome;

const NOTHING: ChargeIncome = {};

/**
 * The incomes of these households, for any number of days: one statement. The same as `pricing_quotient_on` tells day by
 * day. A quotient that is over is told with its last day: the tariff's rule says what becomes of it. Resources that are
 * over, or of which only the case is known, are left out.
 */
export async function chargeIncomes(
  reads: Reads,
  households: readonly Id<"household">[],
): Promise<IncomeOnDay> {
  const entries = await qfEntries(reads, households);
  const accepted = entries.filter(({ standing }) => standing === "accepted");
  const known = new Map(
    [...Map.groupBy(accepted, ({ householdId }) => householdId)].map(([householdId, own]) => [
      householdId,
      incomesOf(own),
    ]),
  );
  return (householdId, day) => known.get(householdId)?.(day) ?? NOTHING;
}

function incomesOf(entries: readonly QfEntry[]): (day: Temporal.PlainDate) => ChargeIncome {
  const values = countedDays(entries.filter(({ valueHundredths }) => valueHundredths !== null)).map(
    (counted) => ({ ...counted, told: qfOf(counted) }),
  );
  const resources = countedDays(entries.filter(hasResources));
  let last: { day: Temporal.PlainDate; income: ChargeIncome } | undefined;
  return (day) => {
    if (last !== undefined && Temporal.PlainDate.compare(last.day, day) === 0) return last.income;
    const value = comeOn(values, day);
    const income = comeOn(resources, day);
    const scheme = schemeOf(value?.entry, income?.entry);
    const held = income === undefined || isOver(income, day) ? null : income.entry;
    const annual = held?.resourcesCents ?? null;
    const psu = held === null ? undefined : psuFamily(held);
    const found = {
      ...(value?.told === undefined ? {} : { qf: value.told }),
      ...(annual === null ? {} : { annualIncome: ((annual * 12) / 100).toFixed(2) }),
      ...(scheme === undefined ? {} : { scheme }),
      ...(psu === undefined ? {} : { psu }),
    };
    last = { day, income: found };
    return found;
  };
}

/** What the scale of nurseries counts from, where the entry says it. */
function psuFamily(entry: QfEntry): ChargeFacts["psu"] {
  const { resourcesCents, resourcesCase, dependentChildren, aeehChildren } = entry;
  if (dependentChildren === null) return undefined;
  const counted = { children: dependentChildren, ...(aeehChildren ? { aeeh: aeehChildren } : {}) };
  if (resourcesCents !== null) return { monthlyIncome: (resourcesCents / 100).toFixed(2), ...counted };
  return resourcesCase === null ? undefined : { unknown: resourcesCase, ...counted };
}

function qfOf({ entry, until }: CountedEntry<QfEntry>): ChargeFacts["qf"] {
  if (entry.valueHundredths === null) return undefined;
  const value = qfText(entry.valueHundredths);
  return { value, from: entry.firstDay, ...(until === null ? {} : { until }) };
}

/** The last whose day of effect has come. */
function comeOn<One extends CountedEntry<QfEntry>>(
  counted: readonly One[],
  day: Temporal.PlainDate,
): One | undefined {
  return counted.findLast(({ entry }) => Temporal.PlainDate.compare(entry.firstDay, day) <= 0);
}

function isOver({ until }: CountedEntry<QfEntry>, day: Temporal.PlainDate): boolean {
  return until !== null && Temporal.PlainDate.compare(until, day) < 0;
}

function schemeOf(value: QfEntry | undefined, income: QfEntry | undefined): ChargeFacts["scheme"] {
  if (value === undefined || income === undefined) return (value ?? income)?.scheme;
  return Temporal.PlainDate.compare(income.firstDay, value.firstDay) > 0 ? income.scheme : value.scheme;
}
