import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { OfferedSeason } from "./offered-seasons.ts";

/** The season of the same activity that came before this one; undefined for the first. */
export function seasonBefore(
  reads: Reads,
  { activityId, firstDay }: OfferedSeason,
): Promise<{ seasonId: Id<"season">; name: string } | undefined> {
  return reads.row(
    "season_before",
    `select season_id as "seasonId", name from activities_season
     where activity_id = $1 and first_day < $2 order by first_day desc limit 1`,
    [activityId, firstDay.toString()],
  );
}

/** Who was enrolled in a season until its end, not for a moved day, and how; `known` to the agents of these sites, null being all. */
export function earlierEnrolments(
  reads: Reads,
  seasonId: Id<"season">,
  { siteIds, today }: { siteIds: readonly Id<"site">[] | null; today: Temporal.PlainDate },
): Promise<
  {
    participantId: Id<"participant">;
    householdId: Id<"household">;
    payerId: Id<"guardian">;
    regular: boolean;
    groups: string[];
    known: boolean;
  }[]
> {
  return reads.rows(
    "earlier_enrolments",
    `select participant_id as "participantId", household_id as "householdId", payer_guardian_id as "payerId",
            regular, priority_groups as groups,
            ($2::uuid[] is null or bookings_known_at(participant_id, $2::uuid[], $3)) as known
     from enrolment where season_id = $1 and ended_at is null and not by_move
     order by participant_id, household_id`,
    [seasonId, siteIds, today.toString()],
  );
}

/** The seasons that are not over and have one before them, and how many were and are enrolled. */
export function seasonsToFill(
  reads: Reads,
  today: Temporal.PlainDate,
): Promise<
  {
    seasonId: Id<"season">;
    seasonName: string;
    activityName: string;
    siteId: Id<"site">;
    siteName: string;
    beforeName: string;
    before: number;
    enrolled: number;
  }[]
> {
  return reads.rows(
    "seasons_to_fill",
    `select s.season_id as "seasonId", s.name as "seasonName", u.activity_name as "activityName",
            u.site_id as "siteId", u.site_name as "siteName", earlier.name as "beforeName",
            (select count(*) from enrolment where season_id = earlier.season_id and ended_at is null and not by_move) as before,
            (select count(*) from enrolment where season_id = s.season_id and last_day >= first_day and not by_move) as enrolled
     from activities_season s
     join lateral (select * from activities_unit_card where activity_id = s.activity_id limit 1) u on true
     join lateral (select season_id, name from activities_season
                   where activity_id = s.activity_id and first_day < s.first_day
                   order by first_day desc limit 1) earlier on true
     where s.last_day >= $1
     order by s.first_day desc, u.activity_name, u.site_name`,
    [today.toString()],
  );
}
