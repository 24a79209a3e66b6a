import { findSite, recordClosure, sameClosure, type NewClosure } from "#activities";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { SignedIn, Visit } from "#identity";
import { writeJournal, type Reads } from "#platform";

import { alignSlots, lockAlignments, type AlignmentReport } from "../slots/align-slots.ts";
import { activitiesOf, bookingsToLose, type BookingsToLose } from "./closing-queries.ts";
import { mayClose } from "./policy.ts";

/** Why days were not closed; nothing was written. */
export type ClosingRefusal =
  | { code: "unknown-site" }
  | { code: "past"; today: Temporal.PlainDate }
  | { code: "backwards" }
  | { code: "too-long"; most: number }
  /** These very days are closed here already, by this closure: a second click, or a colleague. */
  | { code: "already-closed"; closureId: Id<"closure">; by: string; message: string };

/** What closing needs of a visit. */
export type ClosingVisit = Pick<Visit<SignedIn>, "actor" | "authority" | "database" | "now" | "address">;

/** Longer than a school year is a mistyped year, or a season to shorten. */
const MOST_DAYS = 366;

/** How many bookings, participants and families the closing of these days would concern; writes nothing. */
export async function previewClosing(
  visit: ClosingVisit,
  days: Omit<NewClosure, "message">,
): Promise<Result<BookingsToLose, ClosingRefusal>> {
  return visit.database.read(async (reads) => {
    const refusal = await refusalOf(reads, visit, days);
    return refusal === undefined ? ok(await bookingsToLose(reads, days, visit.now)) : refuse(refusal);
  });
}

/**
 * Closes days of a site, or of every site, with the message that families read.
 *
 * In: who acts, the days (both included, from today on) and the message. Out: what became of the slots. In one
 * transaction the closure is recorded, its slots close, their bookings are cancelled with the message in the
 * history, families are announced as to be told, deadlines that skip closures are computed again, and the
 * journal has its line. Refuses a site where the person may not close, past days, more than a
 * year, and days that one closure closes already: sent twice, the first closure stands alone.
 */
export async function closeDays(
  visit: ClosingVisit,
  closure: NewClosure,
): Promise<Result<AlignmentReport & { closureId: Id<"closure"> }, ClosingRefusal>> {
  const { actor, authority, now } = visit;
  return visit.database.write(async (writes) => {
    // First of all: of two clicks, the second waits here, then sees the closure of the first.
    await lockAlignments(writes);
    const refusal = await refusalOf(writes, visit, closure);
    if (refusal !== undefined) return refuse(refusal);
    const closureId = await recordClosure(writes, { ...closure, by: actor, now });
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
      act: "closures.record",
      objectKind: "closure",
      objectId: closureId,
      reason: closure.message,
      facts: {
        site: closure.siteId,
        firstDay: closure.firstDay.toString(),
        lastDay: closure.lastDay.toString(),
        cancelled: report.cancelled,
      },
      address: visit.address,
    });
    return ok({ ...report, closureId });
  });
}

async function refusalOf(
  reads: Reads,
  { actor, now }: ClosingVisit,
  { siteId, firstDay, lastDay }: Omit<NewClosure, "message">,
): Promise<ClosingRefusal | undefined> {
  const known = siteId === null || (await findSite(reads, siteId)) !== undefined;
  if (!known || !mayClose(actor, siteId)) return { code: "unknown-site" };
  const today = parisDate(now);
  if (Temporal.PlainDate.compare(firstDay, today) < 0) return { code: "past", today };
  if (Temporal.PlainDate.compare(lastDay, firstDay) < 0) return { code: "backwards" };
  if (firstDay.until(lastDay).days >= MOST_DAYS) return { code: "too-long", most: MOST_DAYS };
  const same = await sameClosure(reads, { siteId, firstDay, lastDay });
  if (same === undefined) return undefined;
  return { code: "already-closed", closureId: same.closureId, by: same.byLabel, message: same.message };
}
