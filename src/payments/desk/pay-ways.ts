import type { PayDesk, PayWays } from "#billing";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { currentSetting } from "../settings/setting.ts";
import { regiesOn, type KeptRegie } from "./regie.ts";
import { words } from "./words.fr.ts";

/** Where each of these documents may be paid on a day: on line, and at the desks that take money of one of its sites. */
export async function payWays(
  reads: Reads,
  invoiceIds: readonly Id<"invoice">[],
  day: Temporal.PlainDate,
): Promise<ReadonlyMap<Id<"invoice">, PayWays>> {
  const online = (await currentSetting(reads))?.opened ?? false;
  const regies = (await regiesOn(reads, day)).filter(({ validFrom, openedOn }) =>
    [validFrom, openedOn].every((from) => Temporal.PlainDate.compare(from, day) <= 0),
  );
  const rows = await reads.rows<{ invoice: Id<"invoice">; site: Id<"site"> }>(
    "payments_sites_of_documents",
    `select distinct l.invoice_id as invoice, place.site_id as site
     from (select distinct invoice_id, activity_id from billing_invoice_line_card
           where invoice_id = any ($1::uuid[])) l
     join lateral (select site_id from activities_unit_card
                   where activity_id = l.activity_id limit 1) place on true`,
    [invoiceIds],
  );
  const sites = Map.groupBy(rows, ({ invoice }) => invoice);
  return new Map(
    invoiceIds.map((id) => {
      const own = (sites.get(id) ?? []).map(({ site }) => site);
      return [id, { online, desks: regies.filter((regie) => takes(regie, own)).map(deskOf) }] as const;
    }),
  );
}

/** What is of no site (a yearly file) is taken anywhere. */
function takes({ siteIds }: KeptRegie, sites: readonly Id<"site">[]): boolean {
  return siteIds.length === 0 || sites.length === 0 || sites.some((site) => siteIds.includes(site));
}

function deskOf({ name, place, hours, means, chequeOrder }: KeptRegie): PayDesk {
  return {
    name,
    place,
    hours,
    means: means.map((one) => words.paidBy[one]),
    chequeOrder: means.includes("cheque") ? chequeOrder : "",
  };
}
