import { findClosure, liftClosure } from "#activities";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal } from "#platform";

import { alignSlots, type AlignmentReport } from "../slots/align-slots.ts";
import type { ClosingVisit } from "./close-days.ts";
import { activitiesOf } from "./closing-queries.ts";
import { mayClose } from "./policy.ts";

/**
 * Lifts a closure: its slots open again where nothing else closes them. Bookings are not restored in silence,
 * a family may have made other plans: those who had one are announced as to be told that they can book again.
 * Refuses a closure that is not there, not the person's to lift, or lifted already.
 */
export async function liftClosing(
  visit: ClosingVisit,
  closureId: Id<"closure">,
): Promise<Result<AlignmentReport, { code: "unknown-closure" } | { code: "already-lifted" }>> {
  const { actor, authority, now } = visit;
  return visit.database.write(async (writes) => {
    const closure = await findClosure(writes, closureId);
    if (closure === undefined || !mayClose(actor, closure.siteId)) return refuse({ code: "unknown-closure" });
    if (!(await liftClosure(writes, { closureId, now }))) return refuse({ code: "already-lifted" });
    const report = await alignSlots(writes, {
      authorityId: authority.id,
      activityIds: await activitiesOf(writes, closure.siteId),
      now,
      by: { name: actor.name, accountId: actor.accountId },
    });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "closures.lift",
      objectKind: "closure",
      objectId: closureId,
      facts: { reopened: report.reopened },
      address: visit.address,
    });
    return ok(report);
  });
}
