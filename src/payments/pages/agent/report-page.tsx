import { cents, formatCents, formatShortDate } from "#kernel";
import { BackLink, DataTable, EmptyState, Notice, Pagination, type Page } from "#platform";

import type { ReportDifference } from "../../anomalies/report-differences.ts";
import type { KeptReport } from "../../reconciliation/report.ts";
import type { OutcomeTotal, ReportedDay, ShownLine } from "../../reconciliation/report-figures.ts";
import { DifferencesTable } from "./differences-table.tsx";
import { texts } from "./report-texts.fr.ts";

const words = texts.report;
const { columns } = words;

/** A report that is being read: how far it is. The page asks for itself again. */
export function readingPage(report: KeptReport): Page {
  return {
    ...frame(report),
    refreshSeconds: 2,
    main: (
      <>
        <Heading report={report} />
        <Notice title={words.reading}>
          <p>{words.progress(report.linesRead, report.linesExpected)}</p>
          <p>{words.progressMore}</p>
        </Notice>
        <p>
          <a href={`/agent/paiements/releves/${report.id}`}>{words.refresh}</a>
        </p>
      </>
    ),
  };
}

/** A file that was refused: why, line by line, and what to do. */
export function refusedPage(report: KeptReport): Page {
  return {
    ...frame(report),
    main: (
      <>
        <Heading report={report} />
        <Notice tone="warning" title={words.refused}>
          <ul>
            {report.findings.map(({ line, sentence }) => (
              <li>
                {words.line(line)} : {sentence}
              </li>
            ))}
          </ul>
          <p>{words.refusedMore}</p>
        </Notice>
      </>
    ),
  };
}

interface ReportView {
  readonly report: KeptReport;
  readonly totals: readonly OutcomeTotal[];
  readonly days: readonly ReportedDay[];
  readonly differences: readonly ReportDifference[];
  readonly mostDifferences: number;
  readonly lines: readonly ShownLine[];
  readonly page: number;
  readonly pages: number;
}

/** A report that was compared: what differs first, then totals, days against the accounts, and every line. */
export function reportPage(view: ReportView): Page {
  const { report, differences, mostDifferences, lines, page, pages } = view;
  return {
    ...frame(report),
    main: (
      <>
        <Heading report={report} />
        {view.days.some(({ whole }) => !whole) && (
          <Notice title={words.notWholeTitle}>
            <p>{words.notWholeMore}</p>
          </Notice>
        )}
        <h2>{words.differences}</h2>
        {differences.length === 0 ? (
          <EmptyState title={words.noDifference}>
            <p>{words.noDifferenceMore}</p>
          </EmptyState>
        ) : (
          <DifferencesTable caption={words.differences} differences={differences} />
        )}
        {differences.length === mostDifferences && <p>{words.more(mostDifferences)}</p>}
        <Totals totals={view.totals} />
        <Days days={view.days} />
        {lines.length > 0 && <Lines lines={lines} />}
        <Pagination
          page={page}
          pages={pages}
          href={(n) => `/agent/paiements/releves/${report.id}?page=${n}`}
        />
      </>
    ),
  };
}

function Heading({ report: { fileName, by, at, account } }: { report: KeptReport }) {
  return (
    <>
      <h1>{words.title(fileName)}</h1>
      <p class="lead">
        {words.by(by, at)} {account !== null && words.account(account)}
      </p>
    </>
  );
}

function frame({ fileName }: KeptReport): Omit<Page, "main"> {
  return {
    title: words.title(fileName),
    section: "payments",
    dense: true,
    before: <BackLink href="/agent/paiements/releves" label={words.back} />,
  };
}

function Totals({ totals }: Pick<ReportView, "totals">) {
  const sum = (of: "count" | "cents") => totals.reduce((all, one) => all + one[of], 0);
  return (
    <>
      <h2>{words.totals}</h2>
      <DataTable
        caption={words.totals}
        captionHidden
        columns={[
          {
            header: columns.outcome,
            rowHeader: true,
            cell: ({ outcome }) => texts.outcomes[outcome],
            total: words.total,
          },
          {
            header: columns.count,
            numeric: true,
            cell: ({ count }) => count.toLocaleString("fr-FR"),
            total: sum("count").toLocaleString("fr-FR"),
          },
          {
            header: columns.sum,
            numeric: true,
            cell: (one) => formatCents(cents(one.cents)),
            total: formatCents(cents(sum("cents"))),
          },
        ]}
        rows={totals}
      />
    </>
  );
}

function Days({ days }: Pick<ReportView, "days">) {
  return (
    <>
      <h2>{words.days}</h2>
      <p>{words.daysMore}</p>
      <DataTable
        caption={words.days}
        captionHidden
        columns={[
          {
            header: columns.day,
            rowHeader: true,
            cell: ({ day, whole }) =>
              whole ? formatShortDate(day) : `${formatShortDate(day)} (${words.notWhole})`,
          },
          { header: columns.there, numeric: true, cell: (day) => words.paid(day.there, day.thereCount) },
          { header: columns.here, numeric: true, cell: (day) => words.paid(day.here, day.hereCount) },
          { header: columns.gap, numeric: true, cell: (day) => formatCents(cents(day.there - day.here)) },
        ]}
        rows={days}
      />
    </>
  );
}

function Lines({ lines }: Pick<ReportView, "lines">) {
  return (
    <>
      <h2>{words.lines}</h2>
      <DataTable
        caption={words.lines}
        captionHidden
        columns={[
          { header: columns.line, rowHeader: true, cell: ({ line }) => line },
          { header: columns.day, cell: ({ day }) => (day === null ? "–" : formatShortDate(day)) },
          {
            header: columns.refdet,
            cell: ({ refdet, paid, attemptId }) =>
              paid && attemptId !== null ? (
                <a href={`/agent/paiements/${attemptId}`}>{refdet}</a>
              ) : (
                (refdet ?? "–")
              ),
          },
          {
            header: columns.amount,
            numeric: true,
            cell: (line) => (line.cents === null ? "–" : formatCents(line.cents)),
          },
          { header: columns.outcome, cell: texts.lineState },
        ]}
        rows={lines}
      />
    </>
  );
}
