import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { DeadlineAct } from "../rules/deadline-sentence.ts";
import type { MovedDeadline } from "../rules/deadline/moved.ts";

/** A cut-off to move: for an activity or one of its units, for these acts, on these days. */
export interface NewMove extends MovedDeadline {
  readonly activityId: Id<"activity">;
  /** Null: every unit of the activity. */
  readonly unitId: Id<"unit"> | null;
  readonly acts: readonly DeadlineAct[];
}

/** A moved cut-off as an agent's list shows it. */
export interface MoveCard extends NewMove {
  readonly moveId: Id<"movedDeadline">;
  readonly siteId: Id<"site">;
  readonly activityName: string;
  readonly unitName: string | null;
  readonly byLabel: string;
  readonly liftedAt: Temporal.Instant | null;
}

const CARD = `select m.id as "moveId", m.activity_id as "activityId", m.unit_id as "unitId", m.acts,
       m.first_day as "firstDay", m.last_day as "lastDay", m.closes_at as "closesAt", m.because,
       m.by_label as "byLabel", m.lifted_at as "liftedAt", u.site_id as "siteId", u.activity_name as "activityName",
       case when m.unit_id is not null then u.unit_name end as "unitName"
from moved_deadline m
join lateral (
  select site_id, activity_name, unit_name from activities_unit_card card
  where card.activity_id = m.activity_id and (m.unit_id is null or card.unit_id = m.unit_id)
  limit 1
) u on true`;

/** The moved cut-offs in force whose days last until `from` or later, the nearest first. */
export function movesFrom(reads: Reads, from: Temporal.PlainDate): Promise<MoveCard[]> {
  return reads.rows(
    "moves_from",
    `${CARD} where m.lifted_at is null and m.last_day >= $1 order by m.first_day, m.at, m.id`,
    [from.toString()],
  );
}

/** One moved cut-off, lifted or not. */
export function findMove(reads: Reads, moveId: Id<"movedDeadline">): Promise<MoveCard | undefined> {
  return reads.row("move_by_id", `${CARD} where m.id = $1`, [moveId]);
}

/** The same move in force, whatever its reason; undefined when there is none. */
export function sameMove(reads: Reads, move: NewMove): Promise<MoveCard | undefined> {
  return reads.row(
    "move_alike",
    `${CARD} where m.lifted_at is null and m.activity_id = $1 and m.unit_id is not distinct from $2::uuid
       and m.acts = $3 and m.first_day = $4 and m.last_day = $5 and m.closes_at = $6
     order by m.at limit 1`,
    [
      move.activityId,
      move.unitId,
      move.acts,
      move.firstDay.toString(),
      move.lastDay.toString(),
      move.closesAt.toString(),
    ],
  );
}

/** Writes a move. Only the fact: the use case aligns the slots in the same transaction. */
export async function recordMove(
  writes: Writes,
  move: NewMove & { by: string; now: Temporal.Instant },
): Promise<Id<"movedDeadline">> {
  const row = await writes.row<{ id: Id<"movedDeadline"> }>(
    "record_move",
    `insert into moved_deadline (activity_id, unit_id, acts, first_day, last_day, closes_at, because, by_label, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      move.activityId,
      move.unitId,
      move.acts,
      move.firstDay.toString(),
      move.lastDay.toString(),
      move.closesAt.toString(),
      move.because,
      move.by,
      move.now.toString(),
    ],
  );
  if (row === undefined) throw new Error("A moved deadline was written without an id");
  return row.id;
}

/** Lifts a move; false when it was lifted already. */
export async function liftRecordedMove(
  writes: Writes,
  { moveId, now }: { moveId: Id<"movedDeadline">; now: Temporal.Instant },
): Promise<boolean> {
  const lifted = await writes.run(
    "lift_move",
    `update moved_deadline set lifted_at = $2 where id = $1 and lifted_at is null`,
    [moveId, now.toString()],
  );
  return lifted > 0;
}
