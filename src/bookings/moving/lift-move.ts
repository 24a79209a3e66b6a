import { ok, refuse, type Id, type Result } from "#kernel";
import { announce, writeJournal } from "#platform";

import { deadlinesEarlier } from "../events.ts";
import { alignSlots, lockAlignments, type AlignmentReport } from "../slots/align-slots.ts";
import type { MoveVisit } from "./move-deadline.ts";
import { findMove, liftRecordedMove } from "./move-queries.ts";
import { whatClosesEarlier } from "./moved-earlier.ts";
import { mayMove } from "./policy.ts";

/**
 * Lifts a moved cut-off: the slots that have not begun take the deadlines of their rules again; families
 * are announced as to be told where that closes something earlier. Refuses a move that
 * is not there, not the person's to lift, or lifted already.
 */
export async function liftMove(
  visit: MoveVisit,
  moveId: Id<"movedDeadline">,
): Promise<Result<AlignmentReport, { code: "unknown-move" } | { code: "already-lifted" }>> {
  const { actor, authority, now } = visit;
  return visit.database.write(async (writes) => {
    await lockAlignments(writes);
    const move = await findMove(writes, moveId);
    if (move === undefined || !mayMove(actor, move.siteId)) return refuse({ code: "unknown-move" });
    if (!(await liftRecordedMove(writes, { moveId, now }))) return refuse({ code: "already-lifted" });
    const { result: report, earlier } = await whatClosesEarlier(writes, move, now, () =>
      alignSlots(writes, {
        authorityId: authority.id,
        activityIds: [move.activityId],
        now,
        by: { name: actor.name, accountId: actor.accountId },
      }),
    );
    if (earlier.length > 0) await announce(writes, authority.id, deadlinesEarlier(moveId, true, earlier));
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "deadlines.lift",
      objectKind: "moved_deadline",
      objectId: moveId,
      facts: { changed: report.changed },
      address: visit.address,
    });
    return ok(report);
  });
}
