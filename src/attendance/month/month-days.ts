import type { RightScope } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Counted } from "../rules/day-progress.ts";

/** A day of a site on which somebody is expected. */
export interface SiteDay extends Counted {
  siteId: Id<"site">;
  siteName: string;
  date: Temporal.PlainDate;
  /** How many come with those who are expected; they are noted together. */
  companions: number;
}

/** Days, both included, at the sites of a right or at one of them. */
export interface DaysAsked {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  scope: RightScope | undefined;
}

/** The days on which somebody was expected, by site and day, with how many are noted. */
export function siteDays(reads: Reads, { first, last, scope }: DaysAsked): Promise<SiteDay[]> {
  return reads.rows<SiteDay>(
    "attendance_site_days",
    `select u.site_id as "siteId", u.site_name as "siteName", day.date, sum(day.expected)::integer as expected,
            sum(day.noted)::integer as noted, sum(day.companions)::integer as companions
     from attendance_day day
     join activities_unit_card u on u.unit_id = day.unit_id
     where day.date between $1 and $2 and ($3::uuid[] is null or u.site_id = any ($3))
     group by u.site_id, u.site_name, day.date
     order by u.site_name, u.site_id, day.date`,
    [first.toString(), last.toString(), sitesOf(scope)],
  );
}

/** A day of a unit of which something remains to note. */
export interface UnitDay extends Counted {
  siteId: Id<"site">;
  siteName: string;
  activityId: Id<"activity">;
  activityName: string;
  unitId: Id<"unit">;
  unitName: string;
  date: Temporal.PlainDate;
}

/**
 * The days of units that are not wholly noted, by day and site: what billing refuses to close a month with unless an
 * agent says so, and what the morning's watch tells.
 */
export function daysToNote(reads: Reads, { first, last, scope }: DaysAsked): Promise<UnitDay[]> {
  return reads.rows<UnitDay>(
    "attendance_days_to_note",
    `select u.site_id as "siteId", u.site_name as "siteName", u.activity_id as "activityId",
            u.activity_name as "activityName", u.unit_id as "unitId", u.unit_name as "unitName", day.date,
            day.expected::integer as expected, day.noted::integer as noted
     from attendance_day day
     join activities_unit_card u on u.unit_id = day.unit_id
     where day.date between $1 and $2 and day.noted < day.expected and ($3::uuid[] is null or u.site_id = any ($3))
     order by day.date, u.site_name, u.activity_name, u.position, u.unit_id`,
    [first.toString(), last.toString(), sitesOf(scope)],
  );
}

function sitesOf(scope: RightScope | undefined): readonly Id<"site">[] | null {
  return scope === "everywhere" ? null : [...(scope ?? [])];
}
