import { everyoneOf, type SignedIn, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import type { Writes } from "#platform";

import { lockChoice } from "../enrolments/load-choice.ts";
import type { ContractTerms } from "../rules/contract/week-pattern.ts";
import { agentReach } from "../reach/agent-reach.ts";
import { carePlaces, contractsOf, type CareContract, type CarePlace } from "./contract-queries.ts";
import { CONTRACT, mayContractAt } from "./policy.ts";

/** What signing needs of a visit. */
export type ContractVisit = Pick<Visit<SignedIn>, "actor" | "authority" | "database" | "now" | "address">;

/** A contract to sign for a file; `replaces` is the one that it changes, from its own first day on. */
export interface WantedContract {
  householdId: Id<"household">;
  enrolmentId: Id<"enrolment">;
  unitId: Id<"unit">;
  terms: ContractTerms;
  replaces: Id<"contract"> | null;
}

/** A contract to end: `from` is the first day without it. */
export interface WantedEnd {
  householdId: Id<"household">;
  contractId: Id<"contract">;
  from: Temporal.PlainDate;
}

/** Where a contract may be, for this agent; the second of two forms about it waits for the first. */
export async function placeFor(
  writes: Writes,
  { actor, now }: ContractVisit,
  { householdId, enrolmentId, unitId }: Pick<WantedContract, "householdId" | "enrolmentId" | "unitId">,
): Promise<CarePlace | undefined> {
  const places = await carePlaces(writes, everyoneOf([householdId]), parisDate(now));
  const place = places.find((one) => one.enrolmentId === enrolmentId && one.unitId === unitId);
  if (place === undefined || !mayContractAt(actor, place.siteId)) return undefined;
  await lockChoice(writes, place);
  return place;
}

/** Whether this form has signed already. */
export async function isSigned(
  writes: Writes,
  { householdId }: WantedContract,
  key: Id<"submission">,
): Promise<boolean> {
  const known = await contractsOf(writes, everyoneOf([householdId]));
  return known.some(({ contractId }) => String(contractId) === String(key));
}

/** The contract to end, at a site of the agent; the second of two forms about it sees what the first has done. */
export async function lockContract(
  writes: Writes,
  { actor, now }: ContractVisit,
  { householdId, contractId }: WantedEnd,
): Promise<CareContract | undefined> {
  const seen = await agentReach(writes, actor, CONTRACT, { household: householdId, today: parisDate(now) });
  if (seen === undefined) return undefined;
  const find = async () => {
    const known = await contractsOf(writes, seen.reach);
    return known.find((one) => one.contractId === contractId);
  };
  const known = await find();
  if (known === undefined) return undefined;
  await lockChoice(writes, known.place);
  return find();
}

/** Whether a contract has been ended on this very day already. */
export function hasEnded({ endedBy, terms: { firstDay, lastDay } }: CareContract, from: Temporal.PlainDate) {
  const end = from.subtract({ days: 1 });
  const eve = firstDay.subtract({ days: 1 });
  return endedBy !== null && lastDay.equals(Temporal.PlainDate.compare(end, eve) < 0 ? eve : end);
}
