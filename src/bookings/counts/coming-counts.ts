import type { RightScope } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** How many are expected in one unit of a site on a day. */
export interface DayCount {
  siteId: Id<"site">;
  siteName: string;
  unitName: string;
  date: Temporal.PlainDate;
  taken: number;
  places: number;
  closedBecause: string | null;
}

/** The counts of the days from `first` to `last`, both included, at the sites where the agent has the right. */
export function dayCounts(
  reads: Reads,
  scope: RightScope,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<DayCount[]> {
  return reads.rows<DayCount>(
    "day_counts",
    `select u.site_id as "siteId", u.site_name as "siteName", u.unit_name as "unitName", s.date, s.taken, s.places,
            s.closed_because as "closedBecause"
     from activities_unit_card u
     join slot s on s.activity_id = u.activity_id and s.unit_id = u.unit_id and s.date between $1 and $2
     where $3::uuid[] is null or u.site_id = any ($3)
     order by s.date, u.site_name, u.position`,
    [first.toString(), last.toString(), scope === "everywhere" ? null : [...scope]],
  );
}
