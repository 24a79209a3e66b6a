import { formatCents, formatShortDate, cents } from "#kernel";
import {
  BackLink,
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  FileField,
  FormToken,
  type Correction,
  type Page,
} from "#platform";

import type { MissingDay } from "../../reconciliation/absences.ts";
import type { ListedReport } from "../../reconciliation/report.ts";
import { moment } from "./moment.ts";
import { texts } from "./report-texts.fr.ts";

const words = texts.list;
const { columns } = words;

interface ListView {
  readonly formKey: string;
  readonly reports: readonly ListedReport[];
  /** Null where families do not pay on line yet: no day is expected. */
  readonly missing: readonly MissingDay[] | null;
  readonly back: number;
  readonly corrections: readonly Correction[];
}

/** The reports that were handed in, the form that hands in one, and the days of which none came. */
export function reportListPage({ formKey, reports, missing, back, corrections }: ListView): Page {
  return {
    title: words.title,
    section: "payments",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/paiements" label={words.back} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Card title={words.hand}>
          <form method="post" action="/agent/paiements/releves" enctype="multipart/form-data">
            <FormToken />
            <input type="hidden" name="cle" value={formKey} />
            <FileField
              name="fichier"
              label={words.file}
              hint={words.fileHint}
              accept=".csv,.txt,text/csv,text/plain"
              correction={corrections.find(({ field }) => field === "fichier")?.message}
            />
            <Button>{words.submit}</Button>
          </form>
        </Card>
        {missing !== null && <Missing missing={missing} back={back} />}
        <h2>{words.received}</h2>
        {reports.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneMore}</p>
          </EmptyState>
        ) : (
          <Reports reports={reports} />
        )}
      </>
    ),
  };
}

function Missing({ missing, back }: { missing: readonly MissingDay[]; back: number }) {
  return (
    <>
      <h2>{words.missing}</h2>
      <p>
        {words.missingMore(back)} {missing.length === 0 && words.missingNone}
      </p>
      {missing.length > 0 && (
        <DataTable
          caption={words.missing}
          captionHidden
          columns={[
            { header: columns.day, rowHeader: true, cell: ({ day }) => formatShortDate(day) },
            { header: columns.known, numeric: true, cell: ({ count }) => count },
            { header: columns.sum, numeric: true, cell: (day) => formatCents(cents(day.cents)) },
            { header: columns.why, cell: ({ partial }) => (partial ? words.partial : words.absent) },
          ]}
          rows={missing}
        />
      )}
    </>
  );
}

function Reports({ reports }: { reports: readonly ListedReport[] }) {
  return (
    <DataTable
      caption={words.received}
      captionHidden
      columns={[
        {
          header: columns.file,
          rowHeader: true,
          cell: ({ id, fileName }) => (
            <a href={`/agent/paiements/releves/${id}`}>{fileName === "" ? words.noName : fileName}</a>
          ),
        },
        { header: columns.days, cell: ({ firstDay, lastDay }) => words.days(firstDay, lastDay) },
        { header: columns.state, cell: ({ state }) => words.states[state] },
        { header: columns.waiting, numeric: true, cell: ({ waiting }) => waiting },
        { header: columns.at, cell: ({ at }) => moment(at) },
        { header: columns.by, cell: ({ by }) => by },
      ]}
      rows={reports}
    />
  );
}
