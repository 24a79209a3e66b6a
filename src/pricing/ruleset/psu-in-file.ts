import { psuTablesWith } from "../psu/psu-limits.ts";
import type { PsuTables } from "../rules/psu/psu-tables.ts";
import type { PriceSections } from "./section.ts";

/** The national scale, with the floors and ceilings that a file says. */
export function psuTablesInFile({ psuLimits = [] }: Pick<PriceSections, "psuLimits">): PsuTables {
  return psuTablesWith(
    psuLimits.map(({ firstDay, floor, ceiling, aboveCeiling = false }) => ({
      firstDay: Temporal.PlainDate.from(firstDay),
      floorCents: centsOf(floor),
      ceilingCents: centsOf(ceiling),
      aboveCeiling,
    })),
  );
}

/** « 801.00 » is 80100. */
export const centsOf = (euros: string): number => Number(euros.replace(".", ""));
