import type { Reads } from "#platform";
import type { Estimate } from "#pricing";

import { estimatesFor, type AsEnrolled } from "./estimate-places.ts";

/** What a unit that is booked whole costs for a season, and how many dates that is. */
export interface SeasonPrice {
  readonly unitName: string;
  readonly dates: number;
  readonly each: Estimate;
}

interface SeasonUnit {
  unitName: string;
  unitCode: string;
  firstDate: Temporal.PlainDate;
  minutes: number;
  dates: number;
}

/**
 * What the units of a season that are booked whole cost somebody, as if he or she were enrolled from a day to another:
 * said before the enrolment and on its receipt. Empty where nothing is booked whole, or the authority has no tariff.
 */
export async function seasonPrices(reads: Reads, enrolled: AsEnrolled): Promise<readonly SeasonPrice[]> {
  const units = await reads.rows<SeasonUnit>(
    "units_booked_by_season",
    `select u.unit_name as "unitName", u.unit_code as "unitCode", min(s.date) as "firstDate",
            (array_agg(s.to_minute - s.from_minute order by s.date))[1]::integer as minutes,
            count(*)::integer as dates
     from slot s
     join activities_unit_card u on u.unit_id = s.unit_id and u.booked_by = 'season'
     where s.season_id = $1 and s.date between $2::date and $3::date and s.closed_because is null
     group by u.unit_name, u.unit_code, u.position
     order by u.position`,
    [enrolled.seasonId, enrolled.firstDay.toString(), enrolled.lastDay.toString()],
  );
  if (units.length === 0) return [];
  const estimate = await estimatesFor(reads, [enrolled.householdId], enrolled);
  if (estimate === undefined) return [];
  return units.map(({ unitName, unitCode, firstDate, minutes, dates }) => ({
    unitName,
    dates,
    each: estimate({ ...enrolled, unitCode, date: firstDate, minutes, days: dates }),
  }));
}
