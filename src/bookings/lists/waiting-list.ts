import type { Reads } from "#platform";

import { sitesOf } from "../occupancy/units-in-scope.ts";
import type { ListAsked } from "./list-of-people.ts";

/** A turn on the waiting list of a slot (of a package, of its first one), in the order in which turns are served. */
export interface ListedTurn {
  turnId: string;
  date: Temporal.PlainDate;
  unitName: string;
  activityName: string;
  siteName: string;
  firstName: string;
  lastName: string;
  /** Offered: a place is kept until `answerUntil`. */
  state: "waiting" | "offered";
  /** From 1, among those who wait for the slot; null for a turn to which a place is offered. */
  rank: number | null;
  points: number;
  companions: number;
  askedAt: Temporal.Instant;
  answerUntil: Temporal.Instant | null;
  /** The adult to call first, and the number: an offer waits for its answer; empty when there is none, or not to be seen. */
  adult: string;
  phone: string;
}

/**
 * The live turns of these units on these days: first those to whom a place is offered, then those who wait, in the
 * order that the authority chose.
 */
export function listTurns(
  reads: Reads,
  asked: Pick<ListAsked, "unitIds" | "first" | "last" | "phonesAt">,
): Promise<ListedTurn[]> {
  return reads.rows<ListedTurn>(
    "list_waiting_turns",
    `select turn.id as "turnId", s.date, u.unit_name as "unitName", u.activity_name as "activityName",
            u.site_name as "siteName", p.first_name as "firstName", p.last_name as "lastName", turn.state, line.rank,
            turn.points, turn.companions, turn.asked_at as "askedAt", turn.answer_until as "answerUntil",
            coalesce(contact.adult, '') as adult, coalesce(contact.phone, '') as phone
     from slot s
     join waiting_turn turn on turn.slot_id = s.id and turn.state in ('waiting', 'offered')
     join activities_unit_card u on u.unit_id = s.unit_id
     join families_participant_card p
       on p.participant_id = turn.participant_id and p.household_id = turn.household_id
     left join lateral (select rank from waiting_in_order(s.id) where turn_id = turn.id) line on true
     left join lateral (
       select first_name || ' ' || last_name as adult,
              coalesce(nullif(phone_mobile, ''), nullif(phone_home, ''), nullif(phone_work, '')) as phone
       from families_guardian_card
       where household_id = turn.household_id and ($4::uuid[] is null or u.site_id = any ($4))
       order by (phone_mobile = ''), last_name, first_name limit 1
     ) contact on true
     where s.unit_id = any ($1::uuid[]) and s.date between $2 and $3
     order by s.date, u.site_name, u.activity_name, u.position, s.id, turn.state, line.rank, turn.asked_at`,
    [asked.unitIds, asked.first.toString(), asked.last.toString(), sitesOf(asked.phonesAt)],
  );
}
