import { type Id, parseId } from "#kernel";
import type { OndePlan, PlannedRecord } from "../../../src/families/onde/rules/plan.ts";
import type {
  KnownChild,
  KnownGuardian,
  KnownHousehold,
  Snapshot,
} from "../../../src/families/onde/rules/snapshot.ts";

/** An id that depends on its number only, so that tests repeat. */
function idOf<Name extends string>(number: number): Id<Name> {
  const id = parseId<Name>(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`);
  if (id === undefined) throw new Error(`Not an id number: ${number}`);
  return id;
}

/** What the database would hold once the plan is applied; the tests of the pure part stand on it. */
export function applyInMemory(snapshot: Snapshot, plan: OndePlan): Snapshot {
  let last = snapshot.children.length + snapshot.guardians.length + snapshot.households.length;
  function give<Kind extends string>(records: readonly PlannedRecord<Kind, string>[]): Map<string, Id<Kind>> {
    return new Map(records.map(({ key, id }) => [key, id ?? idOf<Kind>((last += 1))]));
  }
  const [childIds, guardianIds, householdIds] = [
    give(plan.children),
    give(plan.guardians),
    give(plan.households),
  ];
  const of = <Kind extends string>(ids: ReadonlyMap<string, Id<Kind>>, key: string): Id<Kind> => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`The plan joins « ${key} », which it does not take`);
    return id;
  };
  const households = new Map<string, KnownHousehold>(snapshot.households.map((one) => [one.id, one]));
  for (const one of plan.households) {
    const id = of(householdIds, one.key);
    const old = households.get(id);
    households.set(id, {
      id,
      externalKey: old?.externalKey ?? one.key,
      ...one.values,
      guardians: [...(old?.guardians ?? []), ...one.newGuardians.map((key) => of(guardianIds, key))],
      children: new Map([
        ...(old?.children ?? []),
        ...one.newChildren.map(({ key, colour }) => [of(childIds, key), colour] as const),
      ]),
    });
  }
  const children = new Map<string, KnownChild>(snapshot.children.map((one) => [one.id, one]));
  for (const one of plan.children) {
    const id = of(childIds, one.key);
    const { schoolName, level, className, ...names } = one.values;
    const externalKey = children.get(id)?.externalKey ?? one.key;
    const schooling = { schoolName, level, className };
    children.set(id, { id, externalKey, ...names, schooling, latestSchool: schoolName, households: [] });
  }
  const guardians = new Map<string, KnownGuardian>(snapshot.guardians.map((one) => [one.id, one]));
  for (const one of plan.guardians) {
    const id = of(guardianIds, one.key);
    guardians.set(id, {
      id,
      externalKey: guardians.get(id)?.externalKey ?? one.key,
      ...one.values,
      households: [],
    });
  }
  const all = [...households.values()];
  const where = new Map<string, Id<"household">[]>();
  for (const { id, guardians: adults, children: young } of all) {
    for (const member of [...adults, ...young.keys()]) where.set(member, [...(where.get(member) ?? []), id]);
  }
  return {
    households: all,
    children: [...children.values()].map((one) => ({ ...one, households: where.get(one.id) ?? [] })),
    guardians: [...guardians.values()].map((one) => ({ ...one, households: where.get(one.id) ?? [] })),
  };
}
