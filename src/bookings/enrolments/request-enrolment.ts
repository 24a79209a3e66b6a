import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { GuardianVisit } from "#identity";
import { announce } from "#platform";

import { enrolmentsSaved } from "../events.ts";
import type { Unmet } from "../rules/conditions/unmet.ts";
import { firstDayToKeep, loadChoice, lockChoice, type WhoAndWhere } from "./load-choice.ts";
import { asksRhythm } from "./offered-seasons.ts";
import { saveEnrolment, type DayInTheWay } from "./save-enrolment.ts";

/** Why a family's enrolment was not made; nothing was written. */
export type EnrolmentRefusal =
  /** Somebody, a household or a season that is not the family's to choose, or is over. */
  | { code: "unknown" }
  | { code: "by-agent" }
  /** How the person comes is not said, and the season asks it. */
  | { code: "no-rhythm" }
  | { code: "unmet"; unmet: readonly Unmet[] }
  /** A move booked days that the conditions leave out: one enrolment cannot hold both. */
  | { code: "booked-days"; days: readonly DayInTheWay[] };

/**
 * A guardian enrols somebody of one of his or her households in a season, and pays.
 *
 * The facts are read in one transaction with what is written: from the first day that the conditions allow, today at
 * the earliest, to the last one; with the priority groups and points of that moment. Whoever is enrolled already stays
 * as he or she was: sent twice, the first enrolment answers. One that a move made for a day becomes the season's. Refuses what is not the guardian's, what agents alone
 * enrol in, and conditions that are not met, each named.
 */
export async function requestEnrolment(
  { actor, authority, database, now }: Pick<GuardianVisit, "actor" | "authority" | "database" | "now">,
  { regular, ...asked }: WhoAndWhere & { regular: boolean | null },
): Promise<Result<Id<"enrolment">, EnrolmentRefusal>> {
  const { guardian, accountId, name } = actor;
  if (!guardian.householdIds.includes(asked.householdId)) return refuse({ code: "unknown" });
  const today = parisDate(now);
  return database.write(async (writes) => {
    await lockChoice(writes, asked);
    const choice = await loadChoice(writes, asked, guardian.id, now, {
      regular: regular ?? false,
      given: [],
    });
    if (choice === undefined) return refuse({ code: "unknown" });
    const { person, season, enrolment, decision } = choice;
    if (enrolment !== null) return ok(enrolment.enrolmentId);
    if (!season.byFamily) return refuse({ code: "by-agent" });
    if (decision.kind === "over") return refuse({ code: "unknown" });
    if (asksRhythm(season) && regular === null) return refuse({ code: "no-rhythm" });
    if (decision.kind === "refused") return refuse({ code: "unmet", unmet: decision.unmet });
    const { lastDay, groups, points } = decision;
    const firstDay = firstDayToKeep(person, asked.seasonId, decision.firstDay, today);
    const { activityId } = season;
    const saved = await saveEnrolment(
      writes,
      {
        ...asked,
        activityId,
        payerId: guardian.id,
        firstDay,
        lastDay,
        regular: regular === true && asksRhythm(season),
        groups,
        points,
      },
      "enrolled",
      { accountId, name, byAgent: false, reason: null, now, today },
    );
    if (!saved.ok && saved.refusal.code === "booked-days") return refuse(saved.refusal);
    if (!saved.ok) throw new Error(`An enrolment that nothing was in the way of: ${saved.refusal.code}`);
    await announce(writes, authority.id, enrolmentsSaved([saved.value], now));
    return saved;
  });
}
