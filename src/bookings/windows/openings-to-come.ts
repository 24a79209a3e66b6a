import type { FamilyReach } from "#identity";
import type { Reads } from "#platform";

import { enrolmentConditions } from "../enrolments/condition-format.ts";
import { groupNames } from "../rules/conditions/group-phrase.ts";
import { openingsSentence } from "../rules/window-sentence.ts";
import { readWindows, type StoredWindow } from "./stored-window.ts";

/** What is still to open for a family, in words. */
export interface OpeningToCome {
  /** « Accueil de loisirs – Rue, Été 2027 » */
  what: string;
  /** « Réservations ouvertes le mercredi 26 mai à 8 h 30 pour les habitants, le lundi 31 mai à 8 h 30 pour tous » */
  sentence: string;
}

/** The seasons in which somebody within this reach is enrolled and that have an opening to come, soonest first. */
export async function openingsToCome(
  reads: Reads,
  reach: FamilyReach,
  now: Temporal.Instant,
): Promise<readonly OpeningToCome[]> {
  const rows = await reads.rows<{
    what: string;
    windows: readonly StoredWindow[];
    conditions: unknown;
  }>(
    "openings_to_come",
    `select u.activity_name || ', ' || s.name as what, opening.windows, coalesce(rule.conditions, '[]') as conditions
     from (select distinct season_id, activity_id from enrolment
           where household_id = any (array(select unnest($1::uuid[]))) and last_day >= first_day
             and participant_id <> all ($3::uuid[])) e
     join lateral (
       select jsonb_agg(jsonb_build_object('firstDay', w.first_day, 'lastDay', w.last_day, 'group', w.priority_group,
                                           'opensAt', w.opens_at, 'closesAt', w.closes_at)) as windows,
              min(w.opens_at) filter (where w.opens_at > $2::timestamptz) as next
       from booking_window w where w.season_id = e.season_id
     ) opening on opening.next is not null
     join activities_season s on s.season_id = e.season_id
     join lateral (select activity_name from activities_unit_card where activity_id = e.activity_id limit 1) u on true
     left join lateral (
       select conditions from enrolment_rule
       where activity_id = e.activity_id and valid_from <= s.first_day order by valid_from desc limit 1
     ) rule on true
     order by opening.next, what`,
    [reach.householdIds, now.toString(), reach.withheldIds],
  );
  return rows.map(({ what, windows, conditions }) => ({
    what,
    sentence: openingsSentence(readWindows(windows), groupNames(enrolmentConditions.parse(conditions)), now),
  }));
}
