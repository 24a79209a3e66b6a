import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { PlaceRule } from "../rules/place-rule.ts";

/** A live turn of a household on a waiting list, as its own pages show it. */
export interface HouseholdTurn {
  turnId: Id<"turn">;
  /** The slot, or the first one of a package. */
  slotId: Id<"slot">;
  participantId: Id<"participant">;
  householdId: Id<"household">;
  firstName: string;
  unitName: string;
  activityName: string;
  siteName: string;
  date: Temporal.PlainDate;
  /** How many come with the person: all their places are asked for at once. */
  companions: number;
  /** How many days the turn is for: more than one for a package. */
  days: number;
  state: "waiting" | "offered";
  /** 1 is the next one; null once a place is offered. */
  rank: number | null;
  /** In which order those who wait for it are taken. */
  waitingOrder: PlaceRule["waitingOrder"];
  /** The priority points of the turn, counted where the order is by points. */
  points: number;
  /** Until when an offer can be answered. */
  answerUntil: Temporal.Instant | null;
}

/** The live turns within this reach, offers first, then by day. The rank is among those who still wait. */
export function householdTurns(reads: Reads, reach: FamilyReach): Promise<readonly HouseholdTurn[]> {
  return reads.rows<HouseholdTurn>(
    "household_turns",
    `select t.id as "turnId", t.slot_id as "slotId", t.participant_id as "participantId",
            t.household_id as "householdId", p.first_name as "firstName", u.unit_name as "unitName",
            u.activity_name as "activityName", u.site_name as "siteName", s.date, t.companions,
            cardinality(t.slot_ids) as days, t.state, t.answer_until as "answerUntil", t.points,
            coalesce(r.waiting_order, 'date') as "waitingOrder",
            case when t.state = 'waiting' then (
              select rank::integer from waiting_in_order(t.slot_id) line where line.turn_id = t.id) end as rank
     from waiting_turn t
     join slot s on s.id = t.slot_id
     left join lateral place_rule_on(s.activity_id, s.date) r on true
     join activities_unit_card u on u.unit_id = s.unit_id and ($3::uuid[] is null or u.site_id = any ($3::uuid[]))
     join families_participant_card p on p.participant_id = t.participant_id and p.household_id = t.household_id
     where t.household_id = any ($1::uuid[]) and t.participant_id <> all ($2::uuid[]) and t.state in ('waiting', 'offered')
     order by t.state = 'waiting', s.date, p.first_name, t.id`,
    [reach.householdIds, reach.withheldIds, reach.siteIds ?? null],
  );
}
