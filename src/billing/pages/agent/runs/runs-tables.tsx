import { formatDayAndYear, formatMonth, formatTime, parisDateTime } from "#kernel";
import { DataTable } from "#platform";

import type { Run } from "../../../run/run.ts";
import { texts } from "./texts.fr.ts";

/** The months that were billed, or are. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <DataTable
      caption={texts.runs.title}
      columns={[
        {
          header: texts.runs.month,
          rowHeader: true,
          cell: ({ id, month }) => <a href={`/agent/facturation/${id}`}>{formatMonth(month)}</a>,
        },
        { header: texts.runs.state, cell: ({ state }) => texts.states[state] },
        { header: texts.runs.by, cell: ({ byLabel, startedAt }) => whoAndWhen(byLabel, startedAt) },
        { header: texts.runs.ended, cell: ({ endedBy, endedAt }) => whoAndWhen(endedBy, endedAt) },
      ]}
      rows={runs}
    />
  );
}

/** Drafts that were given up: of which month, by whom and when. */
export function AbandonedRuns({ runs }: { runs: readonly Run[] }) {
  return (
    <DataTable
      caption={texts.givenUp.caption}
      columns={[
        {
          header: texts.runs.month,
          rowHeader: true,
          cell: ({ id, month }) => <a href={`/agent/facturation/${id}`}>{formatMonth(month)}</a>,
        },
        { header: texts.runs.by, cell: ({ byLabel, startedAt }) => whoAndWhen(byLabel, startedAt) },
        { header: texts.givenUp.by, cell: ({ endedBy, endedAt }) => whoAndWhen(endedBy, endedAt) },
      ]}
      rows={runs}
    />
  );
}

/** « Hélène Caron, mardi 1er décembre 2026 à 10 h »; a dash where it is not done. */
function whoAndWhen(by: string | null, at: Temporal.Instant | null): string {
  if (by === null || at === null) return "–";
  const local = parisDateTime(at);
  return `${by}, ${formatDayAndYear(local.toPlainDate())} à ${formatTime(local.toPlainTime())}`;
}
