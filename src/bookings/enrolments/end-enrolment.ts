import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { SignedInVisit } from "#identity";
import { announce, writeJournal, type Writes } from "#platform";

import { enrolmentsSaved } from "../events.ts";
import { findEnrolment, type EnrolmentCard, type EnrolmentReader } from "./find-enrolment.ts";
import { lockChoice } from "./load-choice.ts";
import { saveEnrolment, type DayInTheWay } from "./save-enrolment.ts";

/** Why an enrolment was not ended; nothing was written. */
export type EndRefusal =
  | { code: "unknown" }
  /** The day is before today, or the enrolment has no day left from then on. */
  | { code: "past"; today: Temporal.PlainDate }
  | { code: "after-the-end"; lastDay: Temporal.PlainDate }
  /** What is booked from that day on is cancelled first, each within its deadline. */
  | { code: "booked-days"; days: readonly DayInTheWay[] };

/**
 * Ends an enrolment from a day on: that day is the first without it. A guardian ends those of his or her households, an
 * agent those at his or her sites.
 *
 * It is refused while anything is booked from that day on, and says what: bookings have deadlines of their own, and
 * ending an enrolment is no way round them. Ended twice from the same day, it stays as it was.
 */
export async function endEnrolment(
  visit: Pick<SignedInVisit, "actor" | "authority" | "database" | "now" | "address">,
  {
    enrolmentId,
    reader,
    from,
  }: { enrolmentId: Id<"enrolment">; reader: EnrolmentReader; from: Temporal.PlainDate },
): Promise<Result<EnrolmentCard, EndRefusal>> {
  const today = parisDate(visit.now);
  const { compare } = Temporal.PlainDate;
  return visit.database.write(async (writes) => {
    const find = () => findEnrolment(writes, enrolmentId, { reader, actor: visit.actor, today });
    const seen = await find();
    if (seen === undefined) return refuse({ code: "unknown" });
    await lockChoice(writes, seen);
    const card = (await find()) ?? seen;
    const lastDay = from.subtract({ days: 1 });
    if (card.endedAt !== null && card.lastDay.equals(lastDay)) return ok(card);
    if (compare(from, today) < 0) return refuse({ code: "past", today });
    if (compare(from, card.lastDay) > 0) return refuse({ code: "after-the-end", lastDay: card.lastDay });
    const before = card.firstDay.subtract({ days: 1 });
    const ended = { ...card, lastDay: compare(lastDay, before) < 0 ? before : lastDay };
    return end(writes, visit, ended, { today, byAgent: reader === "agent" });
  });
}

async function end(
  writes: Writes,
  { actor, authority, now, address }: Pick<SignedInVisit, "actor" | "authority" | "now" | "address">,
  card: EnrolmentCard,
  { today, byAgent }: { today: Temporal.PlainDate; byAgent: boolean },
): Promise<Result<EnrolmentCard, EndRefusal>> {
  const { accountId, name } = actor;
  const by = { accountId, name, byAgent, reason: null, now, today };
  const saved = await saveEnrolment(writes, card, "ended", by);
  if (!saved.ok) {
    if (saved.refusal.code === "booked-days") return refuse(saved.refusal);
    throw new Error("The payer of an enrolment has left its household");
  }
  if (byAgent) {
    await writeJournal(writes, {
      at: now,
      accountId,
      byLabel: name,
      act: "enrolments.end",
      objectKind: "enrolment",
      objectId: card.enrolmentId,
      householdId: card.householdId,
      address,
    });
  }
  await announce(writes, authority.id, enrolmentsSaved([card.enrolmentId], now));
  return ok({ ...card, endedAt: now });
}
