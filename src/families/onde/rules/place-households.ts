import type { FileGuardian, FileHousehold } from "./people.ts";
import { refuseLines } from "./recognise-guardians.ts";
import { groupBy } from "./single-children.ts";
import type { Known, KnownGuardian, KnownHousehold } from "./snapshot.ts";
import type { Refusal, RefusalReason } from "./refusal.ts";

/** A household of the files and the known one it goes into; without one it is new. */
export interface PlacedHousehold {
  readonly household: FileHousehold;
  readonly known: KnownHousehold | undefined;
}

interface Claim {
  readonly household: FileHousehold;
  readonly candidates: readonly KnownHousehold[];
}

/** At this address, or at the one that an agent has corrected since the register gave it. */
const atAddress = (known: Known, id: string, place: string): boolean =>
  known.addressOf(id) === place || known.registerAddressOf(id) === place;

/** The known household meant: the only one, or the only one at the same address. */
function choose(claim: Claim, known: Known): KnownHousehold | "none" | RefusalReason {
  const [only, other] = claim.candidates;
  if (only === undefined) return "none";
  if (other === undefined) return only;
  const [here, alsoHere] = claim.candidates.filter(({ id }) => atAddress(known, id, claim.household.place));
  if (here !== undefined && alsoHere === undefined) return here;
  return { code: "known_household_ambiguous", candidates: claim.candidates.length };
}

/**
 * Places each household of the files in the known one of its adults, or makes it new. A known household may
 * change address when all its adults move together. When some of them stay, or are not in the file, the
 * adults at the new address are refused: separating a household hides the data of one from the other, which
 * an agent decides.
 */
export function placeHouseholds(
  households: readonly FileHousehold[],
  guardianByKey: ReadonlyMap<string, FileGuardian>,
  knownGuardians: ReadonlyMap<string, KnownGuardian>,
  known: Known,
): { placed: PlacedHousehold[]; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const refuse = (household: FileHousehold, reason: RefusalReason): void => {
    for (const key of household.guardians) {
      const guardian = guardianByKey.get(key);
      if (guardian !== undefined) refusals.push(...refuseLines(guardian, reason));
    }
  };
  const claims: { claim: Claim; target: KnownHousehold | undefined }[] = [];
  for (const household of households) {
    const ids = new Set(household.guardians.flatMap((key) => knownGuardians.get(key)?.households ?? []));
    const own = known.householdByExternalKey.get(household.key);
    if (own !== undefined) ids.add(own.id);
    const candidates = [...ids].flatMap((id) => known.householdById.get(id) ?? []);
    const claim = { household, candidates };
    const target = choose(claim, known);
    if (target === "none") claims.push({ claim, target: undefined });
    else if ("code" in target) refuse(household, target);
    else claims.push({ claim, target });
  }
  const claimants = groupBy(claims, ({ target }) => target?.id ?? "");
  const placed: PlacedHousehold[] = [];
  for (const { claim, target } of claims) {
    const { household } = claim;
    if (target !== undefined && household.place !== "" && !atAddress(known, target.id, household.place)) {
      const members = new Set(household.guardians.map((key) => knownGuardians.get(key)?.id));
      const together =
        target.guardians.every((id) => members.has(id)) && claimants.get(target.id)?.length === 1;
      if (!together) {
        refuse(household, { code: "known_household_split" });
        continue;
      }
    }
    placed.push({ household, known: target });
  }
  return { placed, refusals };
}
