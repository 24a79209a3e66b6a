import { formatCents } from "#kernel";
import { DataTable } from "#platform";

import { LATE_DAYS, type LatePlace } from "../../basket/attempt-places.ts";
import { placeWords } from "../../basket/words.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.late;

/** Places that families paid too late: booked again, or not had, and what they cost is in the payer’s favour. The family was told. */
export function LatePlaces({ places }: { places: readonly LatePlace[] }) {
  if (places.length === 0) return null;
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead(LATE_DAYS)}</p>
      <DataTable
        caption={words.title}
        captionHidden
        columns={[
          { header: words.columns.place, rowHeader: true, cell: placeWords },
          { header: words.columns.at, cell: ({ paidAt }) => texts.moment(paidAt) },
          { header: words.columns.amount, numeric: true, cell: ({ cents }) => formatCents(cents) },
          {
            header: words.columns.by,
            cell: ({ by, householdId }) => <a href={`/agent/familles/${householdId}/factures`}>{by}</a>,
          },
        ]}
        rows={places}
      />
    </>
  );
}
