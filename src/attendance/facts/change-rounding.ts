import type { SignedIn, Visit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { writeJournal } from "#platform";

import { maySayRounding } from "../policy.ts";
import type { Rounding } from "../rules/attended-minutes.ts";
import { setRounding } from "./set-rounding.ts";
import { unitRoundings } from "./unit-roundings.ts";

/**
 * An agent says how the minutes of a unit are counted from a day on.
 *
 * In: who acts, the unit, the day, the slice and how it is counted. Out: nothing. Journalled. Refuses who may not
 * change the offer everywhere, a unit whose hours are not noted, and a day that is past: what was counted stays.
 */
export async function changeRounding(
  { actor, database, now, address }: Pick<Visit<SignedIn>, "actor" | "database" | "now" | "address">,
  { unitId, from, rounding }: { unitId: Id<"unit">; from: Temporal.PlainDate; rounding: Rounding },
): Promise<Result<null, { code: "unknown-unit" } | { code: "past" }>> {
  if (!maySayRounding(actor)) return refuse({ code: "unknown-unit" });
  if (Temporal.PlainDate.compare(from, parisDate(now)) < 0) return refuse({ code: "past" });
  return database.write(async (writes) => {
    const units = await unitRoundings(writes, from);
    if (!units.some((unit) => unit.unitId === unitId)) return refuse({ code: "unknown-unit" });
    await setRounding(writes, { unitId, from, rounding, by: actor.name, now });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "attendance.rounding",
      objectKind: "unit",
      objectId: unitId,
      facts: { from: from.toString(), slice: rounding.slice, counted: rounding.counted },
      address,
    });
    return ok(null);
  });
}
