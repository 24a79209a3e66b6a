import { formatCents } from "#kernel";
import { DataTable } from "#platform";

import type { PayerTotal } from "../../../run/review.ts";
import type { Run } from "../../../run/run.ts";
import { texts } from "./texts.fr.ts";

/** The payers of a run, each with a link to the family. */
export function PayersTable({ run, payers }: { run: Run; payers: readonly PayerTotal[] }) {
  if (payers.length === 0) return null;
  return (
    <section>
      <h2>{texts.payers.title}</h2>
      <p>
        <a href={`/agent/facturation/${run.id}/payeurs.csv`}>{texts.payers.csv}</a>
      </p>
      <DataTable
        caption={texts.payers.title}
        captionHidden
        columns={[
          {
            header: texts.payers.family,
            rowHeader: true,
            cell: ({ householdId, household }) => (
              <a href={`/agent/familles/${householdId}`}>
                {household === "" ? texts.odd.unknownFamily : household}
              </a>
            ),
          },
          { header: texts.payers.payer, cell: ({ payer }) => payer },
          { header: texts.payers.lines, numeric: true, cell: ({ lines }) => lines },
          { header: texts.payers.total, numeric: true, cell: (one) => formatCents(one.cents) },
        ]}
        rows={payers}
      />
    </section>
  );
}
