import type { Writes } from "#platform";

import { createSite } from "../offer/sites.ts";
import type { OfferChanges } from "./offer-changes.ts";

/** Creates the sites that are new, and gives the others the name, commune and telephone of the file. */
export async function writeSites(writes: Writes, sites: OfferChanges["sites"]): Promise<void> {
  for (const { before, after } of sites) {
    const site = { code: after.code, name: after.name, commune: after.commune, phone: after.phone ?? "" };
    if (before === undefined) await createSite(writes, site);
    else
      await writes.run("change_site", `update site set name = $2, commune = $3, phone = $4 where id = $1`, [
        before.siteId,
        site.name,
        site.commune,
        site.phone,
      ]);
  }
}
