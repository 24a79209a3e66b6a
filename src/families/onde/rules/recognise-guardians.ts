import { type FileGuardian, guardianKey, personKey } from "./people.ts";
import { groupBy } from "./single-children.ts";
import type { Known, KnownChild, KnownGuardian } from "./snapshot.ts";
import type { Refusal } from "./refusal.ts";

/** Adults of the files, each with the one the espace already holds, if any. */
export interface RecognisedGuardians {
  readonly guardians: readonly FileGuardian[];
  readonly knownByKey: ReadonlyMap<string, KnownGuardian>;
  readonly refusals: readonly Refusal[];
}

/** Refuses all the lines of one adult. */
export function refuseLines(guardian: FileGuardian, reason: Refusal["reason"]): Refusal[] {
  const value = `${guardian.facts.usageName || guardian.facts.lastName} ${guardian.facts.firstName}`;
  return guardian.lines.map((line) => ({ file: "responsables", scope: "line", line, value, reason }));
}

const digits = (phone: string): string => phone.replace(/\D/g, "");

/** Same name, and a child's household, an e-mail, a telephone or an address in common. */
function isSame(
  guardian: FileGuardian,
  other: KnownGuardian,
  known: Known,
  childHouseholds: ReadonlySet<string>,
): boolean {
  const { email, phoneHome, phoneMobile } = guardian.facts;
  const { place } = guardian;
  return (
    [...other.households, ...(other.formerHouseholds ?? [])].some(
      (id) =>
        childHouseholds.has(id) ||
        (place !== "" && [known.addressOf(id), known.registerAddressOf(id)].includes(place)),
    ) ||
    (email !== "" && email === other.email.toLowerCase()) ||
    (phoneMobile !== "" && phoneMobile === digits(other.phoneMobile)) ||
    (phoneHome !== "" && phoneHome === digits(other.phoneHome))
  );
}

function candidates(
  guardian: FileGuardian,
  known: Known,
  knownChildren: ReadonlyMap<string, KnownChild>,
): ReadonlySet<KnownGuardian> {
  const { lastName, usageName, firstName } = guardian.facts;
  const imported = guardian.children.flatMap(
    (child) => known.guardianByExternalKey.get(guardianKey(guardian.facts, child)) ?? [],
  );
  // The name and the child of an earlier import are worth more than a telephone shared with a namesake.
  if (imported.length > 0) return new Set(imported);
  const households = new Set(
    guardian.children.flatMap((child) => knownChildren.get(child)?.households ?? []),
  );
  const names = new Set(
    [lastName, usageName].filter(Boolean).map((name) => personKey({ lastName: name, firstName })),
  );
  const namesakes = [...names].flatMap((name) => known.guardiansByName.get(name) ?? []);
  return new Set(namesakes.filter((other) => isSame(guardian, other, known, households)));
}

/**
 * Recognises the adults that the espace already holds: by the key of an earlier import, or by the name and
 * something in common. Several known adults for one, or one for several, is a refusal.
 */
export function recogniseGuardians(
  guardians: readonly FileGuardian[],
  known: Known,
  knownChildren: ReadonlyMap<string, KnownChild>,
): RecognisedGuardians {
  const found = guardians.map((guardian) => ({
    guardian,
    same: [...candidates(guardian, known, knownChildren)],
  }));
  const claims = groupBy(
    found.flatMap(({ same }) => same),
    ({ id }) => id,
  );
  const accepted: FileGuardian[] = [];
  const knownByKey = new Map<string, KnownGuardian>();
  const refusals: Refusal[] = [];
  for (const { guardian, same } of found) {
    const [only] = same;
    if (only !== undefined && (same.length > 1 || claims.get(only.id)?.length !== 1)) {
      refusals.push(...refuseLines(guardian, { code: "known_guardian_ambiguous", candidates: same.length }));
      continue;
    }
    accepted.push(guardian);
    if (only !== undefined) knownByKey.set(guardian.key, only);
  }
  return { guardians: accepted, knownByKey, refusals };
}
