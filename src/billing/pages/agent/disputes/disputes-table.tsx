import { formatCents, formatShortDate, parisDate } from "#kernel";
import { DataTable } from "#platform";

import type { WaitingDispute } from "../../../disputes/read-disputes.ts";
import { texts } from "./texts.fr.ts";

/** What families dispute, each line leading to its answer, and how long it has waited. */
export function DisputesTable({ disputes }: { disputes: readonly WaitingDispute[] }) {
  return (
    <DataTable
      caption={texts.count(disputes.length)}
      columns={[
        {
          header: texts.columns.line,
          rowHeader: true,
          cell: ({ id, day, participant, activity, unit }) => (
            <a href={`/agent/facturation/contestations/${id}`}>
              {texts.about(day, participant, activity, unit)}
            </a>
          ),
        },
        { header: texts.columns.family, cell: ({ household }) => household },
        { header: texts.columns.amount, numeric: true, cell: ({ cents }) => formatCents(cents) },
        { header: texts.columns.since, cell: ({ at }) => formatShortDate(parisDate(at)) },
        { header: texts.columns.reason, cell: ({ reason }) => reason },
      ]}
      rows={disputes}
    />
  );
}
