import { formatCents } from "#kernel";
import { DataTable } from "#platform";

import { LOST_DAYS, type LostPlace } from "../../basket/attempt-places.ts";
import { placeWords } from "../../basket/words.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.lost;

/** Places that families paid and do not have: the family was written to, and what it paid is in its favour. */
export function LostPlaces({ places }: { places: readonly LostPlace[] }) {
  if (places.length === 0) return null;
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead(LOST_DAYS)}</p>
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
