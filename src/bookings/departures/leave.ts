import { leaveHousehold, lockPerson, type LeavingPerson } from "#families";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { SignedInVisit } from "#identity";
import { hashedId, type Writes } from "#platform";

import { submitWithin } from "../submit/submit-bookings.ts";
import { endEnrolmentsFrom } from "./end-enrolments.ts";
import { mayGiveUp } from "./policy.ts";
import { daysToCome, linesToGiveUp, seenDays, type DayToCome } from "./to-come.ts";
import { openContracts, paidBy, type PaidFor } from "./in-the-way.ts";

/** Who leaves which household, and what was there to be seen to. */
export interface Departure {
  name: string;
  household: string;
  /** Held or waited for from tomorrow on; empty for an adult. */
  days: readonly DayToCome[];
  /** Whether this agent may cancel them: at every site. */
  mayCancel: boolean;
  seen: string;
}

/** Why somebody may not be taken out of a household yet, or was not. */
export type DepartureRefusal =
  | { code: "unknown" }
  /** Taken out already, by this form or another. */
  | { code: "left" }
  | { code: "last-adult" }
  /** Another payer first. */
  | { code: "pays"; paid: readonly PaidFor[] }
  /** The contract is ended first: its days follow its own deadlines. */
  | { code: "contract"; activities: readonly string[] }
  | { code: "not-everywhere" }
  /** What is booked is no longer what the page said. */
  | { code: "look-again"; departure: Departure };

/** What the agent says of a departure. */
export interface SaidOfDeparture {
  reason: string;
  bookings: "cancel" | "keep";
  seen: string;
}

type DepartureVisit = Pick<SignedInVisit, "actor" | "authority" | "database" | "now" | "address">;

/** Says what taking somebody out of a household would meet. Writes nothing. */
export function previewDeparture(
  visit: DepartureVisit,
  person: LeavingPerson,
): Promise<Result<Departure, DepartureRefusal>> {
  return visit.database.write((writes) => judge(writes, visit, person));
}

/**
 * @rule Quitter un foyer
 *
 * Un agent retire d’un foyer un adulte ou un enfant, avec sa raison ; l’effet est immédiat et rien n’est effacé. Le
 * dernier adulte d’un foyer et celui qui paie encore n’en sortent pas. Pour un enfant, l’agent dit si les réservations
 * à venir de ce foyer sont annulées, quel que soit le délai, ou gardées ; annulées, ses inscriptions s’arrêtent le
 * jour même. Il quitte les listes d’attente dans tous les cas. Le foyer ne voit plus rien de nouveau de l’enfant ; il
 * garde ses reçus, son historique et, dans son agenda, les jours gardés. L’autre foyer de l’enfant n’est pas concerné.
 *
 * In: who acts, who leaves, and what the agent said of what the page showed. Refuses what has changed since. The
 * household is told of what is cancelled as of any cancelling. The caller has authorised the change of the file.
 */
export function takeOut(
  visit: DepartureVisit,
  person: LeavingPerson,
  { reason, bookings, seen }: SaidOfDeparture,
): Promise<Result<null, DepartureRefusal>> {
  return visit.database.write(async (writes) => {
    const judged = await judge(writes, visit, person);
    if (!judged.ok) return judged;
    const departure = judged.value;
    if (departure.seen !== seen) return refuse({ code: "look-again", departure });
    const { who, householdId } = person;
    if (who.kind === "participant") {
      const lines = linesToGiveUp(departure.days, who.id, bookings);
      if (lines.some(({ act }) => act === "cancel") && !departure.mayCancel) {
        return refuse({ code: "not-everywhere" });
      }
      if (lines.length > 0) await giveUp(writes, visit, { householdId, reason, lines });
      if (bookings === "cancel" || !departure.days.some(({ kind }) => kind === "booked")) {
        await endEnrolmentsFrom(writes, visit, { householdId, participantId: who.id, reason });
      }
    }
    await leaveHousehold(writes, visit, person, reason);
    return ok(null);
  });
}

async function judge(
  writes: Writes,
  { actor, now }: DepartureVisit,
  person: LeavingPerson,
): Promise<Result<Departure, DepartureRefusal>> {
  const { householdId, who } = person;
  const today = parisDate(now);
  const known = await lockPerson(writes, person);
  if (known === undefined) return refuse({ code: "unknown" });
  if (known.left) return refuse({ code: "left" });
  const { name, household } = known;
  const mayCancel = mayGiveUp(actor);
  if (who.kind === "guardian") {
    if (known.otherAdults === 0) return refuse({ code: "last-adult" });
    const paid = await paidBy(writes, householdId, who.id, today);
    return paid.length > 0
      ? refuse({ code: "pays", paid })
      : ok({ name, household, days: [], mayCancel, seen: seenDays([]) });
  }
  const activities = await openContracts(writes, householdId, who.id, today);
  if (activities.length > 0) return refuse({ code: "contract", activities });
  const days = await daysToCome(writes, { householdId, participantId: who.id }, today);
  return ok({ name, household, days, mayCancel, seen: seenDays(days) });
}

async function giveUp(
  writes: Writes,
  visit: DepartureVisit,
  {
    householdId,
    reason,
    lines,
  }: { householdId: Id<"household">; reason: string } & Pick<Parameters<typeof submitWithin>[2], "lines">,
): Promise<void> {
  const key = hashedId<"submission">(JSON.stringify(["departure", householdId, visit.now.toString(), lines]));
  const given = await submitWithin(
    writes,
    visit,
    { key, lines },
    {
      households: [householdId],
      withheld: [],
      byAgent: true,
      reason,
      freely: true,
      overCapacity: false,
      late: { cause: "leaving", waived: null },
    },
  );
  if (!given.ok) throw new Error(`The days of a departure were not given up: ${given.refusal.code}`);
}
