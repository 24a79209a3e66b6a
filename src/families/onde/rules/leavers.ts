import { nameKey } from "../../rules/name-key.ts";
import type { Leaver } from "./plan.ts";
import type { KnownChild } from "./snapshot.ts";

/**
 * Lists the known children of this school that the file does not name; of every school when the agent names
 * none. They are shown, never changed: a child may be missing because its line is refused.
 */
export function leavers(
  children: readonly KnownChild[],
  recognised: ReadonlyMap<string, KnownChild>,
  context: { readonly schoolName: string },
): Leaver[] {
  const seen = new Set([...recognised.values()].map(({ id }) => id));
  const school = nameKey(context.schoolName);
  return children
    .filter(({ id, latestSchool }) => {
      if (latestSchool === undefined || seen.has(id)) return false;
      return school === "" || nameKey(latestSchool) === school;
    })
    .map(({ id, lastName, firstName, birthDate, latestSchool }) => ({
      id,
      lastName,
      firstName,
      birthDate,
      schoolName: latestSchool ?? "",
    }))
    .toSorted((a, b) =>
      `${a.lastName} ${a.firstName} ${a.id}` < `${b.lastName} ${b.firstName} ${b.id}` ? -1 : 1,
    );
}
