import { formatCents } from "#kernel";
import { DataTable } from "#platform";

import { invoiceNumber } from "../../../rules/invoice-number.ts";
import { SHOWN } from "./limits.ts";
import type { RunView } from "./run-view.ts";
import { texts } from "./texts.fr.ts";

/** What an issued run carried over to a next document: for whom, how much, and where it was asked since. */
export function CarriedSection({ view: { run, carried } }: { view: RunView }) {
  if (carried.length === 0) return null;
  const words = texts.carried;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p>
        <a href={`/agent/facturation/${run.id}/reportes.csv`}>{texts.payers.csv}</a>
      </p>
      {carried.length === SHOWN && <p>{texts.odd.shown(SHOWN)}</p>}
      <DataTable
        caption={words.title}
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
          {
            header: words.asked,
            cell: ({ askedBy }) =>
              askedBy === null ? (
                words.waits
              ) : (
                <a href={`/agent/factures/${askedBy.id}`}>{invoiceNumber(askedBy)}</a>
              ),
          },
        ]}
        rows={carried}
      />
    </section>
  );
}
