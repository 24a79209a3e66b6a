import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { announce, writeJournal, type Reads, type Writes } from "#platform";

import { classDayWithdrawn } from "../events.ts";
import { submitWithin } from "../submit/submit-bookings.ts";
import type { ClassDay } from "./class-day.ts";
import { findClassDay, sitesByActivity } from "./class-queries.ts";
import { lostPlaces, type LostPlaces } from "./lost-places.ts";
import { mayWithdraw } from "./policy.ts";
import type { ClassDayVisit } from "./say-of-class.ts";

/** Why it is not taken back. */
export type WithdrawRefusal =
  /** Not there, or it speaks of sites that are not the agent's. */
  | { code: "unknown" }
  /** Its last day is past. */
  | { code: "over" };

/** What taking it back would do; none of it where it was taken back already. */
export interface Withdrawal {
  said: ClassDay;
  places: readonly LostPlaces[];
}

/** What was said, and the places that would be given back; writes nothing. */
export async function previewWithdrawal(
  reads: Reads,
  { actor, now }: Pick<ClassDayVisit, "actor" | "now">,
  id: Id<"classDay">,
): Promise<Result<Withdrawal, WithdrawRefusal>> {
  const said = await findClassDay(reads, id);
  if (said === undefined) return refuse({ code: "unknown" });
  const sites = await sitesByActivity(reads, [said]);
  if (!mayWithdraw(actor, said.activityIds === null ? null : [...sites.values()]))
    return refuse({ code: "unknown" });
  if (Temporal.PlainDate.compare(said.lastDay, parisDate(now)) < 0) return refuse({ code: "over" });
  const gone = said.kind === "teacher_absent" || said.withdrawn !== null;
  return ok({ said, places: gone ? [] : await lostPlaces(reads, id, now) });
}

/**
 * Takes back what was said of a class.
 *
 * In: who acts, which, and the message that families read. Out: nothing more. In one transaction: the places that it had
 * cancelled are booked again where there is room and no rule of the activity is broken, past the deadlines, with the
 * message as the reason; the families may give them back until the slot starts (class_lifts_deadline). They are
 * announced as to be told, and the journal has its line. Taken back twice, it is once. Refuses what is not the agent's,
 * and what is over.
 */
export async function withdrawClassDay(
  visit: ClassDayVisit,
  id: Id<"classDay">,
  because: string,
): Promise<Result<Withdrawal, WithdrawRefusal>> {
  const { actor, authority, now } = visit;
  return visit.database.write(async (writes) => {
    const found = await previewWithdrawal(writes, visit, id);
    if (!found.ok) return found;
    const { places } = found.value;
    if (!(await markWithdrawn(writes, visit, id, because, places))) return found;
    await giveBack(writes, visit, because, places);
    await announce(writes, authority.id, classDayWithdrawn(id));
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "bookings.class-day-withdrawn",
      objectKind: "classDay",
      objectId: id,
      reason: because,
      address: visit.address,
    });
    return found;
  });
}

/** Whether it was taken back by this form; not so by a second click, which waits for the first. */
async function markWithdrawn(
  writes: Writes,
  { actor, now }: ClassDayVisit,
  id: Id<"classDay">,
  because: string,
  places: readonly LostPlaces[],
): Promise<boolean> {
  const written = await writes.run(
    "withdraw_class_day",
    `update class_day set withdrawn_at = $2, withdrawn_by = $3, withdrawn_because = $4, restoring_keys = $5
     where id = $1 and withdrawn_at is null`,
    [id, now.toString(), actor.name, because, places.map(({ key }) => key)],
  );
  return written === 1;
}

/** One form a household, the slots of all of them locked first and in order. */
async function giveBack(
  writes: Writes,
  { actor, authority, now }: ClassDayVisit,
  reason: string,
  places: readonly LostPlaces[],
): Promise<void> {
  await writes.row("lock_class_places", `select lock_places($1::uuid[])`, [
    places.flatMap(({ lines }) => lines.map(({ slotId }) => slotId)),
  ]);
  for (const { key, householdId, lines } of places) {
    const by = {
      households: [householdId],
      withheld: [],
      byAgent: true,
      reason,
      freely: true,
      late: null,
      overCapacity: false,
    };
    await submitWithin(writes, { actor, authority, now }, { key, lines }, by);
  }
}
