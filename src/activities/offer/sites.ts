import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

/** Where activities take place. */
export interface Site {
  siteId: Id<"site">;
  code: string;
  name: string;
  commune: string;
  phone: string;
}

/** Every site, by name. */
export function allSites(reads: Reads): Promise<Site[]> {
  return reads.rows(
    "all_sites",
    `select id as "siteId", code, name, commune, phone from site order by name, id`,
  );
}

/** One site, or undefined. */
export function findSite(reads: Reads, siteId: Id<"site">): Promise<Site | undefined> {
  return reads.row(
    "site_by_id",
    `select id as "siteId", code, name, commune, phone from site where id = $1`,
    [siteId],
  );
}

/** Creates a site; without a code it gets one of its own. */
export async function createSite(
  writes: Writes,
  site: Omit<Site, "siteId" | "code"> & { code?: string },
): Promise<Id<"site">> {
  const row = await writes.row<{ id: Id<"site"> }>(
    "create_site",
    `insert into site (name, commune, phone, code)
     values ($1, $2, $3, coalesce($4, 'lieu-' || gen_random_uuid())) returning id`,
    [site.name, site.commune, site.phone, site.code ?? null],
  );
  if (row === undefined) throw new Error("A site was written without an id");
  return row.id;
}
