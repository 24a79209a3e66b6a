import { exact } from "../exact.ts";
import type { PsuFamily } from "../tariff/charge-facts.ts";
import { type Hole, hole } from "../tariff/price.ts";
import { hourlyRate, type PsuHousehold, type PsuRate } from "./hourly-rate.ts";
import type { Care, PsuTables } from "./psu-tables.ts";

/** The hourly rate of a charge on a day; a hole where the scale or the resources are not known. */
export function psuRateOf(
  tables: PsuTables | undefined,
  family: PsuFamily | undefined,
  on: { readonly day: Temporal.PlainDate; readonly care: Care },
): PsuRate | Hole {
  const noRate = (why: "noRates" | "noResources") => hole({ code: "noPsuRate", why, day: on.day.toString() });
  if (tables === undefined) return noRate("noRates");
  const household = family && householdOf(family);
  if (household === undefined) return noRate("noResources");
  const rate = hourlyRate(tables, household, on);
  return rate.kind === "hole" ? hole({ code: "noPsuRate", why: rate.code, day: rate.day }) : rate;
}

function householdOf({ monthlyIncome, unknown, children, aeeh = 0 }: PsuFamily): PsuHousehold | undefined {
  const counted = { dependentChildren: children, aeehChildren: aeeh };
  if (monthlyIncome !== undefined) {
    const { n, d } = exact(monthlyIncome);
    return { resources: { cents: Number((n * 100n) / d) }, ...counted };
  }
  return unknown === undefined ? undefined : { resources: { unknown }, ...counted };
}
