import type { OfferToPhone } from "#bookings";
import { mayAnywhere, type SignedIn } from "#identity";
import { formatDay, formatMoment, parisDateTime } from "#kernel";
import { DataTable } from "#platform";

import { texts } from "./texts.fr.ts";

/** Whom somebody has to call before a place goes to the next family. */
export function OffersToPhone({ offers, actor }: { offers: readonly OfferToPhone[]; actor: SignedIn }) {
  if (offers.length === 0) return null;
  const mayRead = mayAnywhere(actor, "families.read");
  return (
    <DataTable
      caption={texts.toPhone}
      rows={offers}
      columns={[
        {
          header: texts.family,
          rowHeader: true,
          cell: ({ householdId, label }) =>
            mayRead ? <a href={`/agent/familles/${householdId}`}>{label}</a> : label,
        },
        {
          header: texts.offered,
          cell: ({ firstName, unitName, date }) => texts.offeredPlace(firstName, unitName, formatDay(date)),
        },
        { header: texts.site, cell: ({ siteName }) => siteName },
        {
          header: texts.answerBefore,
          cell: ({ answerUntil }) => {
            const until = parisDateTime(answerUntil);
            return formatMoment(until.toPlainDate(), until.toPlainTime());
          },
        },
      ]}
    />
  );
}
