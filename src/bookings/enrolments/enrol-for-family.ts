import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { SignedInVisit } from "#identity";
import { announce, writeJournal } from "#platform";

import { enrolmentsSaved } from "../events.ts";
import type { EnrolmentDecision } from "../rules/conditions/enrolment-decision.ts";
import type { Unmet } from "../rules/conditions/unmet.ts";
import { agentReach } from "../reach/agent-reach.ts";
import { loadChoice, lockChoice, type WhoAndWhere } from "./load-choice.ts";
import { asksRhythm } from "./offered-seasons.ts";
import { ENROL, mayEnrolAt } from "./policy.ts";
import { saveEnrolment, type SaveRefusal } from "./save-enrolment.ts";

/** What an agent writes for a family. */
export interface AgentEnrolment extends WhoAndWhere {
  payerId: Id<"guardian">;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  regular: boolean;
  /** The priority groups that the agent gives. */
  given: readonly string[];
  /** Why, over a condition; empty where every one is met. */
  reason: string;
}

/** Why an agent's enrolment was not written; nothing was. */
export type AgentEnrolmentRefusal =
  | SaveRefusal
  | { code: "unknown" }
  | { code: "backwards" }
  | { code: "outside-season"; firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate }
  /** A condition is not met on all of these days, and no reason is written. */
  | { code: "needs-reason"; unmet: readonly Unmet[] };

/**
 * An agent enrols somebody of a household, or changes the enrolment that holds: days within the season, who pays,
 * regular or not, groups given by hand. Over a condition, a reason is asked for; it is kept in the history of the
 * enrolment, which the family reads, and in the journal.
 */
export async function enrolForFamily(
  {
    actor,
    authority,
    database,
    now,
    address,
  }: Pick<SignedInVisit, "actor" | "authority" | "database" | "now" | "address">,
  { reason, given, ...wanted }: AgentEnrolment,
): Promise<Result<Id<"enrolment">, AgentEnrolmentRefusal>> {
  const { accountId, name } = actor;
  const { firstDay, lastDay, regular } = wanted;
  const today = parisDate(now);
  const { compare } = Temporal.PlainDate;
  return database.write(async (writes) => {
    await lockChoice(writes, wanted);
    const seen = await agentReach(writes, actor, ENROL, { household: wanted.householdId, today });
    if (seen === undefined || seen.reach.withheldIds.includes(wanted.participantId)) {
      return refuse({ code: "unknown" });
    }
    const choice = await loadChoice(writes, wanted, null, now, { regular, given });
    if (choice === undefined || !mayEnrolAt(actor, choice.season.siteId)) return refuse({ code: "unknown" });
    const { season, enrolment, decision } = choice;
    if (compare(firstDay, lastDay) > 0) return refuse({ code: "backwards" });
    if (compare(firstDay, season.firstDay) < 0 || compare(lastDay, season.lastDay) > 0) {
      return refuse({ code: "outside-season", firstDay: season.firstDay, lastDay: season.lastDay });
    }
    const unmet = unmetOn(decision, firstDay, lastDay, today);
    if (unmet.length > 0 && reason === "") return refuse({ code: "needs-reason", unmet });
    const { groups, points } = decision;
    const written = reason === "" ? null : reason;
    const saved = await saveEnrolment(
      writes,
      { ...wanted, regular: regular && asksRhythm(season), activityId: season.activityId, groups, points },
      enrolment === null ? "enrolled" : "changed",
      { accountId, name, byAgent: true, reason: written, now, today },
    );
    if (!saved.ok) return saved;
    await writeJournal(writes, {
      at: now,
      accountId,
      byLabel: name,
      act: "enrolments.save",
      objectKind: "enrolment",
      objectId: saved.value,
      householdId: wanted.householdId,
      ...(written === null ? {} : { reason: written }),
      facts: { overConditions: unmet.map(({ code }) => code) },
      address,
    });
    await announce(writes, authority.id, enrolmentsSaved([saved.value], now));
    return ok(saved.value);
  });
}

/** The conditions that these days go over; days that are past need none. */
export function unmetOn(
  decision: EnrolmentDecision,
  firstDay: Temporal.PlainDate,
  lastDay: Temporal.PlainDate,
  today: Temporal.PlainDate,
): readonly Unmet[] {
  if (decision.kind === "over") return [];
  if (decision.kind === "refused") return decision.unmet;
  const { compare } = Temporal.PlainDate;
  const begins = compare(firstDay, today) < 0 ? today : firstDay;
  const within = compare(begins, decision.firstDay) >= 0 && compare(lastDay, decision.lastDay) <= 0;
  return within ? [] : decision.bounds;
}
