import { createHash } from "node:crypto";

import type { OfferChanges } from "../../../../ruleset/offer-changes.ts";

/** Names what a change was compared with: when it is no longer the same, somebody changed it in between. */
export function fingerprint({ calendar, sites, activities }: OfferChanges): string {
  const before = [calendar?.before, ...[...sites, ...activities].map((change) => change.before ?? null)];
  return createHash("sha256").update(JSON.stringify(before)).digest("hex").slice(0, 32);
}
