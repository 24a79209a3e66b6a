import type { SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";

import {
  carePlaces,
  careWeekdays,
  contractsOf,
  type CareContract,
  type CarePlace,
} from "../../../contracts/contract-queries.ts";
import { leftOutDays } from "../../../contracts/left-out-days.ts";
import { CONTRACT, mayContractAt } from "../../../contracts/policy.ts";
import { agentReach } from "../../../reach/agent-reach.ts";
import type { FamilyContracts } from "./list-page.tsx";

/** The contracts of a file at the agent's sites, with the places for another; undefined where there is no such file. */
export async function familyContracts(
  reads: Reads,
  { actor, now }: SignedInVisit,
  household: Id<"household">,
): Promise<FamilyContracts | undefined> {
  const today = parisDate(now);
  const seen = await agentReach(reads, actor, CONTRACT, { household, today });
  if (seen === undefined) return undefined;
  const { label, reach } = seen;
  return {
    household: { id: household, label },
    contracts: await contractsOf(reads, reach),
    places: await carePlaces(reads, reach, today),
    leftOut: await leftOutDays(reads, reach, today),
    rates: new Map(),
  };
}

/** Where the form of a contract is about, and the contract that it changes. */
export interface FormPlace {
  place: CarePlace;
  weekdays: readonly number[];
  before: CareContract | null;
}

/** Undefined where the enrolment, the unit or the contract is not of the file, or not at a site of the agent. */
export async function formPlace(
  reads: Reads,
  visit: SignedInVisit,
  household: Id<"household">,
  about: { enrolmentId: string; unitId: string; replaces: string | null },
): Promise<FormPlace | undefined> {
  const { actor, now } = visit;
  const today = parisDate(now);
  const seen = await agentReach(reads, actor, CONTRACT, { household, today });
  if (seen === undefined) return undefined;
  const places = await carePlaces(reads, seen.reach, today);
  const place = places.find(
    ({ enrolmentId, unitId }) => enrolmentId === about.enrolmentId && unitId === about.unitId,
  );
  if (place === undefined || !mayContractAt(actor, place.siteId)) return undefined;
  const before = about.replaces === null ? null : await contractAt(reads, visit, household, about.replaces);
  if (before === undefined || (before !== null && before.place.unitId !== place.unitId)) return undefined;
  return { place, before, weekdays: await careWeekdays(reads, place) };
}

/** A contract of a file at a site of the agent. */
export async function contractAt(
  reads: Reads,
  { actor, now }: SignedInVisit,
  household: Id<"household">,
  id: string,
): Promise<CareContract | undefined> {
  const seen = await agentReach(reads, actor, CONTRACT, { household, today: parisDate(now) });
  if (seen === undefined) return undefined;
  return (await contractsOf(reads, seen.reach)).find(({ contractId }) => contractId === id);
}
