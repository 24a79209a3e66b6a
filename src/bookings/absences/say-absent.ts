import { ok, refuse, type Id, type Result } from "#kernel";
import type { SignedIn, Visit } from "#identity";

import type { AnnouncedCause } from "../rules/absence.ts";
import type { Line } from "../rules/lines.ts";
import { authorise } from "../submit/policy.ts";
import { submitWithin, type SubmitRefusal } from "../submit/submit-bookings.ts";
import { heldToday, type HeldToday } from "./absent-places.ts";
import { noteAbsences } from "./note-absences.ts";

/** Who will not come, and why. */
export interface Absence {
  cause: AnnouncedCause;
  places: readonly Pick<HeldToday, "participantId" | "slotId">[];
  /** The idempotency key of the form that cancels what still can be. */
  keyOf(lines: readonly Line[]): Id<"submission">;
}

/** What became of it: how many absences are noted, and the receipt of what was cancelled. */
export interface SaidAbsent {
  said: number;
  cancelled: Id<"submission"> | null;
}

/**
 * A guardian says that participants will not come, or an agent notes it for a family that called. What is still in
 * time is cancelled; for the rest the place is kept, the site is told, and the history holds it. Saying the same twice
 * changes nothing.
 *
 * In: who acts, which places and why, and for an agent the file. Out: how many absences are noted, and the receipt.
 * What an agent notes is journalled, and the family is told. Refuses as a form of bookings does (see authorise), and
 * when none of the places is the family's and booked today or in the coming week.
 */
export async function sayAbsent(
  visit: Pick<Visit<SignedIn>, "actor" | "authority" | "database" | "now" | "address">,
  { cause, places, keyOf }: Absence,
  household?: Id<"household">,
): Promise<Result<SaidAbsent, SubmitRefusal | { code: "nothing-booked" }>> {
  // The deadlines hold for the agent too: past them the place is kept, whoever says that it will not be used.
  const forFamily = household === undefined ? undefined : { householdId: household, reason: null };
  const wished = places.map((place): Line => ({ act: "cancel", ...place }));
  const authorised = await authorise(visit, wished, forFamily);
  if (!authorised.ok) return authorised;
  const { households, withheld } = authorised.value;
  const reach = { householdIds: households, withheldIds: withheld };
  const held = await visit.database.read((reads) => heldToday(reads, reach, visit.now));
  const asked = held.filter((own) =>
    places.some((place) => place.participantId === own.participantId && place.slotId === own.slotId),
  );
  if (asked.length === 0) return refuse({ code: "nothing-booked" });
  const lines = asked
    .filter(({ act }) => act === "cancel")
    .map(({ participantId, slotId }): Line => ({ act: "cancel", participantId, slotId }));
  // Together, so that whoever tells the family of one finds the other.
  return visit.database.write(async (writes) => {
    let cancelled: Id<"submission"> | null = null;
    if (lines.length > 0) {
      const submitted = await submitWithin(writes, visit, { key: keyOf(lines), lines }, authorised.value);
      if (!submitted.ok) return submitted;
      cancelled = submitted.value.key;
    }
    const toNote = { cause, places: asked, reach, forHousehold: household ?? null, cancelled };
    return ok({ said: await noteAbsences(writes, visit, toNote), cancelled });
  });
}
