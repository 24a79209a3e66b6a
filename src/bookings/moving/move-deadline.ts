import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { SignedIn, Visit } from "#identity";
import { announce, writeJournal, type Reads } from "#platform";

import { deadlinesEarlier } from "../events.ts";
import { alignSlots, lockAlignments, type AlignmentReport } from "../slots/align-slots.ts";
import { moveEffect, type MoveEffect } from "./changed-slots.ts";
import { recordMove, sameMove, type NewMove } from "./move-queries.ts";
import { whatClosesEarlier } from "./moved-earlier.ts";
import { mayMove } from "./policy.ts";
import { deadlineTargets } from "./targets.ts";

/** Why a cut-off was not moved; nothing was written. */
export type MoveRefusal =
  | { code: "unknown-activity" }
  | { code: "past"; today: Temporal.PlainDate }
  | { code: "backwards" }
  | { code: "too-long"; most: number }
  /** The new cut-off is on a day that is gone: to close at once, it is today. */
  | { code: "cut-off-past" }
  /** The new cut-off comes after the last of the days. */
  | { code: "after-the-days" }
  /** No open slot of these days is still to begin: a move would wait for nothing. */
  | { code: "no-slot" }
  /** Every slot of these days has this cut-off already. */
  | { code: "nothing-changes" }
  /** This very move is in force: a second click, or a colleague. */
  | { code: "already-moved"; moveId: Id<"movedDeadline"> };

/** What moving a cut-off needs of a visit. */
export type MoveVisit = Pick<Visit<SignedIn>, "actor" | "authority" | "database" | "now" | "address">;

/** Longer than a term is a rule to change, not a hand's exception. */
const MOST_DAYS = 92;

/** Which slots would have other deadlines; writes nothing. */
export async function previewMove(visit: MoveVisit, move: NewMove): Promise<Result<MoveEffect, MoveRefusal>> {
  return visit.database.read(async (reads) => {
    const refusal = await refusalOf(reads, visit, move);
    return refusal === undefined ? effectOf(reads, move, visit.now) : refuse(refusal);
  });
}

async function effectOf(
  reads: Reads,
  move: NewMove,
  now: Temporal.Instant,
): Promise<Result<MoveEffect, MoveRefusal>> {
  const effect = await moveEffect(reads, move, now);
  if (effect.open === 0) return refuse({ code: "no-slot" });
  return effect.slots.length === 0 ? refuse({ code: "nothing-changes" }) : ok(effect);
}

/**
 * Moves the cut-off of some days by hand, with the reason that families read; it wins over every rule.
 *
 * In: who acts, the activity or unit, the acts, the days (both included, from today on), the new instant and the
 * reason. Out: what became of the slots. In one transaction the move is recorded, the slots take their new
 * deadlines, families are announced as to be told where something closes earlier, and the journal has its line. No
 * booking changes. Refuses an activity of a site where the person may
 * not, past days, more than a term, a cut-off on a day that is gone or after the days, a move that is in force
 * already, and one that touches no slot.
 */
export async function moveDeadline(
  visit: MoveVisit,
  move: NewMove,
): Promise<Result<AlignmentReport & { moveId: Id<"movedDeadline"> }, MoveRefusal>> {
  const { actor, authority, now } = visit;
  return visit.database.write(async (writes) => {
    // First of all: of two clicks, the second waits here, then sees the move of the first.
    await lockAlignments(writes);
    const refusal = await refusalOf(writes, visit, move);
    if (refusal !== undefined) return refuse(refusal);
    const effect = await effectOf(writes, move, now);
    if (!effect.ok) return effect;
    const moveId = await recordMove(writes, { ...move, by: actor.name, now });
    const { result: report, earlier } = await whatClosesEarlier(writes, move, now, () =>
      alignSlots(writes, {
        authorityId: authority.id,
        activityIds: [move.activityId],
        now,
        by: { name: actor.name, accountId: actor.accountId },
      }),
    );
    if (earlier.length > 0) await announce(writes, authority.id, deadlinesEarlier(moveId, false, earlier));
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "deadlines.move",
      objectKind: "moved_deadline",
      objectId: moveId,
      reason: move.because,
      facts: {
        activity: move.activityId,
        firstDay: move.firstDay.toString(),
        lastDay: move.lastDay.toString(),
        closesAt: move.closesAt.toString(),
        changed: report.changed,
      },
      address: visit.address,
    });
    return ok({ ...report, moveId });
  });
}

async function refusalOf(
  reads: Reads,
  { actor, now }: MoveVisit,
  move: NewMove,
): Promise<MoveRefusal | undefined> {
  const { activityId, unitId, firstDay, lastDay, closesAt } = move;
  const target = (await deadlineTargets(reads)).find(
    (known) => known.activityId === activityId && (unitId === null || known.unitId === unitId),
  );
  if (target === undefined || !mayMove(actor, target.siteId)) return { code: "unknown-activity" };
  const today = parisDate(now);
  if (Temporal.PlainDate.compare(firstDay, today) < 0) return { code: "past", today };
  if (Temporal.PlainDate.compare(lastDay, firstDay) < 0) return { code: "backwards" };
  if (firstDay.until(lastDay).days >= MOST_DAYS) return { code: "too-long", most: MOST_DAYS };
  const cutOff = parisDate(closesAt);
  if (Temporal.PlainDate.compare(cutOff, today) < 0) return { code: "cut-off-past" };
  if (Temporal.PlainDate.compare(cutOff, lastDay) > 0) return { code: "after-the-days" };
  const same = await sameMove(reads, move);
  return same === undefined ? undefined : { code: "already-moved", moveId: same.moveId };
}
