import { nameKey } from "../../rules/name-key.ts";
import type { FileChild, FileGuardian, FileHousehold } from "./people.ts";
import { Union } from "./union.ts";

/** Identity of a household: its address and its first adult. An unknown address leaves the adult alone. */
const householdKey = (address: string, firstGuardian: string): string =>
  `onde:${address || "?"}@${firstGuardian.slice("onde:".length)}`;

/**
 * Forms households: adults at one normalised address are one household when they share a child, or when
 * their children at that address bear one family name (brothers and sisters listed under one parent each).
 * Adults of one child at two addresses are two households, with the child in both. Neighbours of one
 * building who share neither child nor name stay apart: a household sees its members' data.
 * @returns households in order of their keys
 */
export function formHouseholds(
  guardians: readonly FileGuardian[],
  children: ReadonlyMap<string, FileChild>,
): FileHousehold[] {
  const union = new Union<FileGuardian>();
  for (const guardian of guardians) {
    union.add(guardian);
    const address = guardian.place;
    if (address === "") continue;
    for (const child of guardian.children) {
      union.mark(guardian, `${address} child ${child}`);
      const family = nameKey(children.get(child)?.lastName ?? "");
      if (family !== "") union.mark(guardian, `${address} name ${family}`);
    }
  }
  return union
    .sets()
    .map((members) => {
      const adults = members.map(({ key }) => key).toSorted();
      const place = members[0]?.place ?? "";
      return {
        key: householdKey(place, adults[0] ?? ""),
        place,
        guardians: adults,
        children: [...new Set(members.flatMap((member) => member.children))].toSorted(),
      };
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
