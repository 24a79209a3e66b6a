import type { ChargeFacts } from "../../rules/tariff/charge-facts.ts";
import { type Hole, type Price } from "../../rules/tariff/price.ts";
import { priceOf } from "../../rules/tariff/price-of.ts";
import { readTariff } from "../../rules/tariff/tariff.ts";
import type { PriceEntry } from "../section.ts";

/** A situation that is priced before and after a change. */
export const EXAMPLES = ["resident", "outside", "second", "noQf"] as const;
/** One of them. */
export type Example = (typeof EXAMPLES)[number];

/** What the example costs by one tariff. */
export type ExamplePrice = Price | Hole;

const HOUR = 60;
const EIGHT_YEARS = 8;
/** What the household of the examples earns in a year, and what their outing costs for one, in euros. */
export const EXAMPLE_INCOME = 24_000;
export const EXAMPLE_COST = 20;

/** What the examples cost by a tariff for a quotient on a day: one slot, one day, one hour where hours are counted. */
export function examplePrices(
  entry: PriceEntry,
  { qf, date }: { readonly qf: string; readonly date: Temporal.PlainDate },
): ReadonlyMap<Example, ExamplePrice> {
  const { instalments: _, regular: __, ...terms } = entry;
  const tariff = readTariff(terms, { penalties: [], absences: [] });
  const child: ChargeFacts = {
    date,
    residence: "resident",
    audience: "child",
    scheme: "caf",
    school: "elementary",
    regular: true,
    rank: 1,
    enrolledChildren: 1,
    householdChildren: 1,
    age: EIGHT_YEARS,
    days: 1,
    minutes: HOUR,
    annualIncome: String(EXAMPLE_INCOME),
    cost: String(EXAMPLE_COST),
  };
  const known = { qf: { value: qf, from: date } };
  const facts: Readonly<Record<Example, ChargeFacts>> = {
    resident: { ...child, ...known },
    outside: { ...child, ...known, residence: "outside" },
    second: { ...child, ...known, rank: 2, enrolledChildren: 2, householdChildren: 2 },
    noQf: child,
  };
  return new Map(EXAMPLES.map((example) => [example, priceOf(facts[example], tariff)] as const));
}
