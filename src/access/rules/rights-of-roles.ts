import type { Id } from "#kernel";

/** A role that an agent holds at one site, or everywhere when `site` is null. */
export interface RoleAtSite {
  role: string;
  site: Id<"site"> | null;
}

/**
 * Where each right holds, from the roles of one agent: the union of their sites, « everywhere » as soon as one
 * role that holds everywhere gives it. Example: kitchen at Rue and site manager at Crécy give « kitchen.read »
 * at both, « bookings.write » at Crécy only.
 */
export function rightsOfRoles(
  roles: readonly RoleAtSite[],
  rightsOf: (role: string) => readonly string[],
): Map<string, "everywhere" | Set<Id<"site">>> {
  const rights = new Map<string, "everywhere" | Set<Id<"site">>>();
  for (const { role, site } of roles) {
    for (const right of rightsOf(role)) {
      const known = rights.get(right) ?? new Set();
      rights.set(right, site === null || known === "everywhere" ? "everywhere" : known.add(site));
    }
  }
  return rights;
}
