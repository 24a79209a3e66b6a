import { addressKey, writtenAddress } from "./address-key.ts";
import type { FileChild, FileGuardian } from "./people.ts";
import type { HouseholdField, PlannedHousehold } from "./plan.ts";
import type { PlacedHousehold } from "./place-households.ts";
import { plannedRecord } from "./planned-record.ts";
import { groupBy } from "./single-children.ts";
import type { KnownChild, KnownGuardian, KnownHousehold } from "./snapshot.ts";

/** Who is who, for the households. */
export interface Cast {
  readonly childByKey: ReadonlyMap<string, FileChild>;
  readonly guardianByKey: ReadonlyMap<string, FileGuardian>;
  readonly knownChildren: ReadonlyMap<string, KnownChild>;
  readonly knownGuardians: ReadonlyMap<string, KnownGuardian>;
}

const COLOURS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Gives each new child the first colour its household does not use; they come round again after eight. */
function colours(
  children: readonly FileChild[],
  known: KnownHousehold | undefined,
): { key: string; colour: number }[] {
  const used = [...(known?.children.values() ?? [])];
  const eldestFirst = children.toSorted((a, b) => (a.birthDate + a.key < b.birthDate + b.key ? -1 : 1));
  return eldestFirst.map(({ key }) => {
    const free =
      COLOURS.find((colour) => !used.includes(colour)) ?? COLOURS[used.length % COLOURS.length] ?? 1;
    used.push(free);
    return { key, colour: free };
  });
}

/** « DUPONT », or « DUPONT - MARTIN » when the adults bear two names. */
const labelOf = (adults: readonly FileGuardian[]): string =>
  [...new Set(adults.map(({ facts }) => facts.usageName || facts.lastName))].toSorted().join(" - ");

function planOne(group: readonly PlacedHousehold[], cast: Cast): PlannedHousehold | undefined {
  const known = group[0]?.known;
  const guardianKeys = [...new Set(group.flatMap(({ household }) => household.guardians))].toSorted();
  const adults = guardianKeys.flatMap((key) => cast.guardianByKey.get(key) ?? []);
  if (adults.length === 0) return undefined;
  const children = [...new Set(group.flatMap(({ household }) => household.children))].flatMap(
    (key) => cast.childByKey.get(key) ?? [],
  );
  const { street, postcode, commune } = writtenAddress(
    adults.map(({ facts, place }) => ({ address: facts.address, place })),
  );
  const keys = group.map(({ household }) => household.key).toSorted();
  const wanted: Record<HouseholdField, string> = {
    label: known ? "" : labelOf(adults),
    street,
    postcode,
    commune,
  };
  const sameAddress = known !== undefined && addressKey(known) === addressKey({ street, postcode, commune });
  const record = plannedRecord<"household", HouseholdField>(
    {
      key: keys[0] ?? "",
      lines: adults.flatMap(({ lines }) => lines).toSorted((a, b) => a - b),
      values: wanted,
    },
    known && {
      id: known.id,
      corrected: known.corrected ?? new Map(),
      values: { label: known.label, street: known.street, postcode: known.postcode, commune: known.commune },
    },
    () => sameAddress,
  );
  const inside = new Set<string>(known?.guardians);
  const isInside = (key: string): boolean => inside.has(cast.knownGuardians.get(key)?.id ?? "");
  const there = (key: string): boolean => {
    const child = cast.knownChildren.get(key);
    return child !== undefined && (known?.children.has(child.id) ?? false);
  };
  const isOut = (key: string): boolean =>
    known?.left?.has(cast.knownGuardians.get(key)?.id ?? cast.knownChildren.get(key)?.id ?? "") ?? false;
  const childKeys = children.map(({ key }) => key);
  return {
    ...record,
    newGuardians: guardianKeys.filter((key) => !isInside(key) && !isOut(key)),
    keptOut: [...guardianKeys, ...childKeys].filter(isOut),
    newChildren: colours(
      children.filter(({ key }) => !there(key) && !isOut(key)),
      known,
    ),
  };
}

/** Plans each household: the new ones, and the known ones with what changes and who joins. */
export function plannedHouseholds(placed: readonly PlacedHousehold[], cast: Cast): PlannedHousehold[] {
  const groups = groupBy(placed, ({ household, known }) => known?.id ?? household.key);
  return [...groups.values()]
    .flatMap((group) => planOne(group, cast) ?? [])
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
