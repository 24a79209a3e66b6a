import type { SignedIn, Visit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Reads } from "#platform";

import { conditionAlone } from "../rules/conditions/condition-alone.ts";
import { judgeLocked, outsideConditions, toldOutside, type Outside } from "./outside-conditions.ts";
import { parseMovedLines, type MovedLine } from "./moved-lines.ts";
import { mayMoveBookings, slotToMove, type SlotToMove } from "./slot-to-move.ts";

/** What moving needs of a visit. */
export type MovingVisit = Pick<Visit<SignedIn>, "actor" | "authority" | "database" | "now" | "address">;

/**
 * Which bookings move from which slot to which, under the form's key, and why: families read it. `over` is why the
 * conditions of the target do not hold; empty where each is met.
 */
export interface WantedMove {
  key: Id<"slotMove">;
  from: Id<"slot">;
  to: Id<"slot">;
  bookings: readonly Id<"booking">[];
  reason: string;
  over: string;
}

/** Why nothing was moved at all. */
export type MoveRefusal =
  /** No such slot, or not at a site of the agent. */
  | { code: "unknown-slot" }
  | { code: "same-slot" }
  /** No booking was named, or none of that slot. */
  | { code: "nobody" }
  /** Somebody is to be enrolled over a condition, and no reason is written: nothing was moved. */
  | { code: "needs-reason"; why: readonly string[] }
  /** Another move was sent under this key. */
  | { code: "key-taken" };

/** Whom a move concerns: the two slots, and what became, or would become, of each booking. */
export interface Move {
  from: SlotToMove;
  to: SlotToMove;
  lines: readonly MovedLine[];
}

/** A move before it is done. */
export interface MoveToCome extends Move {
  /** The conditions of the target that are not met, by booking. */
  outside: Outside;
}

/**
 * What would become of every booking of a slot, were it moved to another. It is done and undone by the very function
 * that moves: what is shown and what is done are judged alike. The oldest bookings come first.
 */
export async function previewMove(
  { actor, authority, database, now }: MovingVisit,
  { from, to }: Pick<WantedMove, "from" | "to">,
): Promise<Result<MoveToCome, MoveRefusal>> {
  return database.write(async (writes) => {
    const slots = await bothSlots(writes, actor, { from, to });
    if (!slots.ok) return slots;
    const outside = await outsideConditions(writes, slots.value, null, now);
    const row = await writes.row<{ lines: unknown }>(
      "preview_move",
      `select preview_move($1, $2, $3, $4, $5) as lines`,
      [authority.id, now.toString(), from, to, toldOutside(outside)],
    );
    return ok({ ...slots.value, outside, lines: parseMovedLines(row?.lines) });
  });
}

/**
 * Moves bookings from one slot to another, with the reason that families read.
 *
 * In: who acts, the slots, the bookings and the form's key. Out: what became of each booking; one that cannot come
 * does not hold back the others. In one statement, under the lock of both slots, places are given back and taken, a
 * participant who was not enrolled there is for that day, an enrolment that a move had made goes with its last booking,
 * the history says moved_out and moved_in, and the families are announced as to be told. The conditions of the target
 * are judged in that transaction, as for any enrolment; over one of them a reason is asked for, kept in the history of
 * the enrolment and in the journal. The same form sent twice gives the first outcome. Refuses slots that are not at the
 * agent's sites, one and the same slot, and a form that names nobody.
 */
export async function moveBookings(
  visit: MovingVisit,
  wanted: WantedMove,
): Promise<Result<Move, MoveRefusal>> {
  const { actor, authority, now, address } = visit;
  if (wanted.bookings.length === 0) return refuse({ code: "nobody" });
  return visit.database.write(async (writes) => {
    const slots = await bothSlots(writes, actor, wanted);
    if (!slots.ok) return slots;
    const outside = await judgeLocked(writes, slots.value, wanted.bookings, now);
    if (outside.size > 0 && wanted.over === "") {
      return refuse({
        code: "needs-reason",
        why: [...new Set([...outside.values()].flat().map(conditionAlone))],
      });
    }
    const row = await writes.row<{ lines: unknown }>(
      "move_bookings",
      `select move_bookings($1, $2, $3, $4, $5, $6, $7, $8, $9::uuid[], $10, $11) as lines`,
      [
        authority.id,
        wanted.key,
        actor.accountId,
        actor.name,
        wanted.reason,
        now.toString(),
        wanted.from,
        wanted.to,
        wanted.bookings,
        toldOutside(outside),
        outside.size > 0 ? wanted.over : null,
      ],
    );
    if (row === undefined || row.lines === null) return refuse({ code: "key-taken" });
    const lines = parseMovedLines(row.lines);
    if (lines.length === 0) return refuse({ code: "nobody" });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "bookings.move",
      objectKind: "move",
      objectId: wanted.key,
      reason: outside.size > 0 ? wanted.over : wanted.reason,
      facts: {
        from: wanted.from,
        to: wanted.to,
        moved: lines.filter(({ outcome }) => outcome === "moved").length,
        asked: lines.length,
        enrolled: lines.filter(({ enrolled }) => enrolled).length,
        overConditions: lines.filter(({ enrolled, why }) => enrolled && why.length > 0).length,
      },
      address,
    });
    return ok({ ...slots.value, lines });
  });
}

async function bothSlots(
  reads: Reads,
  actor: SignedIn,
  { from, to }: Pick<WantedMove, "from" | "to">,
): Promise<Result<Pick<Move, "from" | "to">, MoveRefusal>> {
  if (from === to) return refuse({ code: "same-slot" });
  const [source, target] = [await slotToMove(reads, from), await slotToMove(reads, to)];
  if (source === undefined || !mayMoveBookings(actor, source)) return refuse({ code: "unknown-slot" });
  if (target === undefined || !mayMoveBookings(actor, target)) return refuse({ code: "unknown-slot" });
  return ok({ from: source, to: target });
}
