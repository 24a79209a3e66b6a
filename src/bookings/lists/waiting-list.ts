import type { Id } from "#kernel";
import type { Reads } from "#platform";

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
}

/**
 * The live turns of these units on these days: first those to whom a place is offered, then those who wait, in the
 * order that the authority chose.
 */
export function listTurns(
  reads: Reads,
  asked: { unitIds: readonly Id<"unit">[]; first: Temporal.PlainDate; last: Temporal.PlainDate },
): Promise<ListedTurn[]> {
  return reads.rows<ListedTurn>(
    "list_waiting_turns",
    `select turn.id as "turnId", s.date, u.unit_name as "unitName", u.activity_name as "activityName",
            u.site_name as "siteName", p.first_name as "firstName", p.last_name as "lastName", turn.state, line.rank,
            turn.points, turn.companions, turn.asked_at as "askedAt", turn.answer_until as "answerUntil"
     from slot s
     join waiting_turn turn on turn.slot_id = s.id and turn.state in ('waiting', 'offered')
     join activities_unit_card u on u.unit_id = s.unit_id
     join families_participant_card p
       on p.participant_id = turn.participant_id and p.household_id = turn.household_id
     left join lateral (select rank from waiting_in_order(s.id) where turn_id = turn.id) line on true
     where s.unit_id = any ($1::uuid[]) and s.date between $2 and $3
     order by s.date, u.site_name, u.activity_name, u.position, s.id, turn.state, line.rank, turn.asked_at`,
    [asked.unitIds, asked.first.toString(), asked.last.toString()],
  );
}
