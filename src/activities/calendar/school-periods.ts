import type { SchoolPeriod, SchoolZone } from "#kernel";
import type { Reads, Writes } from "#platform";

/** The school holidays kept for a zone, in the order of the calendar. */
export async function readSchoolPeriods(reads: Reads, zone: SchoolZone): Promise<readonly SchoolPeriod[]> {
  const rows = await reads.rows<Omit<SchoolPeriod, "evidence"> & { confirmed: boolean }>(
    "school_periods_of_zone",
    `select school_year as "schoolYear", kind, label, first_day_off as "firstDayOff",
            last_day_off as "lastDayOff", confirmed
     from school_period where zone = $1 order by first_day_off`,
    [zone],
  );
  return rows.map(({ confirmed, ...period }) => ({ ...period, evidence: confirmed ? "C" : "G" }));
}

/** Puts `periods` in the place of `replaced` (rows of the same zone), all at once. */
export async function writeSchoolPeriods(
  writes: Writes,
  zone: SchoolZone,
  { replaced, periods }: { replaced: readonly SchoolPeriod[]; periods: readonly SchoolPeriod[] },
): Promise<void> {
  await writes.run(
    "remove_school_periods",
    `delete from school_period where zone = $1 and first_day_off = any ($2::date[])`,
    [zone, replaced.map((period) => period.firstDayOff.toString())],
  );
  await writes.run(
    "write_school_periods",
    `insert into school_period (zone, school_year, kind, label, first_day_off, last_day_off, confirmed)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::date[], $7::boolean[])`,
    [
      zone,
      periods.map((period) => period.schoolYear),
      periods.map((period) => period.kind),
      periods.map((period) => period.label),
      periods.map((period) => period.firstDayOff.toString()),
      periods.map((period) => period.lastDayOff?.toString() ?? null),
      periods.map((period) => period.evidence === "C"),
    ],
  );
}
