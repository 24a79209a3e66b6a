import { everyoneOf, type SignedInVisit } from "#identity";
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
import { mayContractAt } from "../../../contracts/policy.ts";
import { householdLabel } from "../family-planning/acting-for.tsx";
import type { FamilyContracts } from "./list-page.tsx";

/** The contracts of a file at the agent's sites, with the places for another; undefined where there is no such file. */
export async function familyContracts(
  reads: Reads,
  { actor, now }: SignedInVisit,
  household: Id<"household">,
): Promise<FamilyContracts | undefined> {
  const label = await householdLabel(reads, household);
  if (label === undefined) return undefined;
  const today = parisDate(now);
  const everyone = everyoneOf([household]);
  const mine = ({ siteId }: CarePlace) => mayContractAt(actor, siteId);
  return {
    household: { id: household, label },
    contracts: (await contractsOf(reads, everyone)).filter(({ place }) => mine(place)),
    places: (await carePlaces(reads, [household], today)).filter(mine),
    leftOut: await leftOutDays(reads, everyone, today),
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
  { actor, now }: SignedInVisit,
  household: Id<"household">,
  about: { enrolmentId: string; unitId: string; replaces: string | null },
): Promise<FormPlace | undefined> {
  const places = await carePlaces(reads, [household], parisDate(now));
  const place = places.find(
    ({ enrolmentId, unitId }) => enrolmentId === about.enrolmentId && unitId === about.unitId,
  );
  if (place === undefined || !mayContractAt(actor, place.siteId)) return undefined;
  const before = about.replaces === null ? null : await contractAt(reads, actor, household, about.replaces);
  if (before === undefined || (before !== null && before.place.unitId !== place.unitId)) return undefined;
  return { place, before, weekdays: await careWeekdays(reads, place) };
}

/** A contract of a file at a site of the agent. */
export async function contractAt(
  reads: Reads,
  actor: SignedInVisit["actor"],
  household: Id<"household">,
  id: string,
): Promise<CareContract | undefined> {
  const contracts = await contractsOf(reads, everyoneOf([household]));
  return contracts.find(({ contractId, place }) => contractId === id && mayContractAt(actor, place.siteId));
}
