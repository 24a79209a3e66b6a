import type { Reads } from "#platform";
import type { Estimate } from "#pricing";

import { DAYS_OF_WEEK, ONE_HOUR } from "../rules/told-price.ts";
import { estimatesFor, type AsEnrolled } from "./estimate-places.ts";

/** What a unit costs somebody once enrolled, and on how many dates it can be booked. */
export interface EnrolmentPrice {
  readonly unitName: string;
  readonly bookedBy: "slot" | "week" | "season";
  /** The family chooses the hours: the price of one is told. */
  readonly withHours: boolean;
  /** 0 where the dates of the season are not known yet: its school year has no calendar so far. */
  readonly dates: number;
  readonly each: Estimate;
}

interface EnrolmentUnit extends Omit<EnrolmentPrice, "each"> {
  unitCode: string;
  firstDate: Temporal.PlainDate;
  minutes: number;
}

/**
 * What the units of a season cost somebody, as if he or she were enrolled from a day to another: said before the
 * enrolment and on its receipt. A season of which no date is known yet (school year 2027-2028 before its calendar) tells
 * the prices of its first day. Empty where the authority has no tariff.
 */
export async function enrolmentPrices(
  reads: Reads,
  enrolled: AsEnrolled,
): Promise<readonly EnrolmentPrice[]> {
  const units = await reads.rows<EnrolmentUnit>(
    "units_of_an_enrolment",
    `select u.unit_name as "unitName", u.unit_code as "unitCode", u.booked_by as "bookedBy",
            u.hour_step is not null as "withHours", coalesce(known."firstDate", $2::date) as "firstDate",
            coalesce(known.minutes, extract(epoch from u.ends_at - u.starts_at)::integer / 60) as minutes, known.dates
     from activities_unit_card u
     cross join lateral (
       select min(s.date) as "firstDate", count(*)::integer as dates,
              (array_agg(s.to_minute - s.from_minute order by s.date))[1]::integer as minutes
       from slot s
       where s.season_id = $1 and s.unit_id = u.unit_id and s.date between $2::date and $3::date
         and s.closed_because is null
     ) known
     where u.activity_id = $4 and (known.dates > 0 or not exists (select from slot where season_id = $1))
     order by u.position`,
    [enrolled.seasonId, enrolled.firstDay.toString(), enrolled.lastDay.toString(), enrolled.activityId],
  );
  if (units.length === 0) return [];
  const estimate = await estimatesFor(reads, [enrolled.householdId], enrolled);
  if (estimate === undefined) return [];
  return units.map(({ unitCode, firstDate, minutes, ...unit }) => {
    const asked = { ...enrolled, unitCode, date: firstDate, minutes: unit.withHours ? ONE_HOUR : minutes };
    const days = { slot: 1, week: DAYS_OF_WEEK, season: Math.max(unit.dates, 1) }[unit.bookedBy];
    return { ...unit, each: estimate({ ...asked, days }) };
  });
}
