import { formatCents, formatShortDate, type Cents } from "#kernel";
import { DataTable } from "#platform";

import type { ReportDifference } from "../../anomalies/report-differences.ts";
import { texts } from "./report-texts.fr.ts";

const words = texts.report;
const told = texts.difference;

/** Differences with reports, each with the page that settles it. */
export function DifferencesTable(props: { caption: string; differences: readonly ReportDifference[] }) {
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      columns={[
        {
          header: words.columns.what,
          rowHeader: true,
          cell: (difference) => (
            <>
              <a href={`/agent/paiements/releves/ecarts/${difference.id}`}>{texts.what(difference)}</a>
              {difference.outcome !== null && ` (${words.settled})`}
            </>
          ),
        },
        { header: told.refdet, cell: ({ refdet, line }) => refdet ?? words.line(line ?? 0) },
        { header: told.day, cell: ({ day }) => (day === null ? "–" : formatShortDate(day)) },
        { header: told.there, numeric: true, cell: ({ there }) => amount(there) },
        { header: told.here, numeric: true, cell: ({ here }) => amount(here) },
      ]}
      rows={props.differences}
    />
  );
}

/** « 3,10 € », or « Rien ». */
export const amount = (cents: Cents | null): string => (cents === null ? told.nothing : formatCents(cents));
