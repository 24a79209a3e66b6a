import { readFileSync } from "node:fs";
import type { SchoolPeriod } from "#kernel";

/** The shipped calendar of zone B, read without the importer: tests of rules stand on nothing above the kernel. */
export const ZONE_B: readonly SchoolPeriod[] = readFileSync("reference/school-calendar-zone-b.csv", "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [schoolYear = "", kind, first = "", last = "", label = "", evidence] = line.split(",");
    return {
      schoolYear,
      kind: kind === "bridge" ? "bridge" : "holiday",
      firstDayOff: Temporal.PlainDate.from(first),
      lastDayOff: last === "" ? null : Temporal.PlainDate.from(last),
      label,
      evidence: evidence === "C" ? "C" : "G",
    };
  });
