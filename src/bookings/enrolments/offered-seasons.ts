import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { EnrolmentConditions } from "../rules/conditions/condition.ts";
import type { ShutSeason } from "../rules/conditions/nothing-to-book.ts";
import type { BookingWindow } from "../rules/window.ts";
import { readWindows, type StoredWindow } from "../windows/stored-window.ts";
import { enrolmentConditions } from "./condition-format.ts";

/** A season that is not over, with the rule that says who enrols in it and how. */
export interface OfferedSeason {
  seasonId: Id<"season">;
  seasonName: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  activityId: Id<"activity">;
  activityCode: string;
  activityName: string;
  audience: "children" | "adults" | "everyone";
  siteId: Id<"site">;
  siteName: string;
  sitePhone: string;
  byFamily: boolean;
  /** Whether it opens on days of the week; else on dates alone, and nobody comes every week. */
  weekly: boolean;
  /** Whether all that it offers is booked whole, a course of a term: who comes at all comes every time. */
  bySeason: boolean;
  conditions: EnrolmentConditions;
  /** Where nothing is left to book in it. */
  shut: ShutSeason | null;
  windows: readonly BookingWindow[];
}

/** Whether who enrols says how often he or she will come: not for dates alone, nor for a season that is booked whole. */
export function asksRhythm({ weekly, bySeason }: Pick<OfferedSeason, "weekly" | "bySeason">): boolean {
  return weekly && !bySeason;
}

/**
 * The seasons that are not over at an instant, by site and activity: all, or one; one statement. The rule is the one in
 * force on the season's first day, or today where it has begun.
 */
export async function offeredSeasons(
  reads: Reads,
  now: Temporal.Instant,
  seasonId: Id<"season"> | null = null,
): Promise<readonly OfferedSeason[]> {
  const rows = await reads.rows<
    Omit<OfferedSeason, "conditions" | "windows" | "shut"> & {
      conditions: unknown;
      windows: readonly StoredWindow[] | null;
      shut: StoredShut | null;
    }
  >(
    "offered_seasons",
    `select s.season_id as "seasonId", s.name as "seasonName", s.first_day as "firstDay", s.last_day as "lastDay", s.weekly,
            u.by_season as "bySeason",
            s.activity_id as "activityId", u.activity_code as "activityCode", u.activity_name as "activityName",
            u.audience, u.site_id as "siteId", u.site_name as "siteName", u.site_phone as "sitePhone",
            coalesce(rule.by_family, false) as "byFamily", coalesce(rule.conditions, '[]') as conditions,
            (select jsonb_agg(jsonb_build_object('firstDay', w.first_day, 'lastDay', w.last_day,
                                                 'group', w.priority_group, 'opensAt', w.opens_at,
                                                 'closesAt', w.closes_at) order by w.opens_at)
             from booking_window w where w.season_id = s.season_id) as windows,
            case when season_is_shut(s.season_id, $3) then
              jsonb_build_object('closedAt', season_closed_at(s.season_id), 'next', following.told) end as shut
     from activities_season s
     join lateral (select unit.*, bool_and(unit.booked_by = 'season') over () as by_season
                   from activities_unit_card unit
                   where unit.activity_id = s.activity_id order by unit.position limit 1) u on true
     left join lateral (
       select by_family, conditions from enrolment_rule
       where activity_id = s.activity_id and valid_from <= greatest($1::date, s.first_day)
       order by valid_from desc limit 1
     ) rule on true
     left join lateral (
       select jsonb_build_object(
                'seasonName', later.name, 'firstDay', later.first_day,
                'opensAt', (select min(opens_at) from booking_window w
                            where w.season_id = later.season_id and w.priority_group is null and w.opens_at > $3)) as told
       from activities_season later
       where later.activity_id = s.activity_id and later.first_day > s.first_day
         and not season_is_shut(later.season_id, $3)
       order by later.first_day limit 1
     ) following on true
     where s.last_day >= $1::date and ($2::uuid is null or s.season_id = $2)
     order by u.site_name, u.activity_name, s.first_day, s.season_id`,
    [parisDate(now).toString(), seasonId, now.toString()],
  );
  return rows.map(({ conditions, windows, shut, ...season }) => ({
    ...season,
    conditions: enrolmentConditions.parse(conditions),
    windows: readWindows(windows),
    shut: shut === null ? null : readShut(season.seasonName, shut),
  }));
}

interface StoredShut {
  closedAt: string | null;
  next: { seasonName: string; firstDay: string; opensAt: string | null } | null;
}

function readShut(seasonName: string, { closedAt, next }: StoredShut): ShutSeason {
  const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
  const following = next && {
    seasonName: next.seasonName,
    firstDay: Temporal.PlainDate.from(next.firstDay),
    opensAt: instant(next.opensAt),
  };
  return { seasonName, closedAt: instant(closedAt), next: following };
}
