import type { Visit } from "#identity";
import {
  cents,
  formatCents,
  formatDay,
  formatDayAndYear,
  formatTime,
  parisDate,
  parisDateTime,
} from "#kernel";
import {
  BackLink,
  Button,
  DataTable,
  DateField,
  isoDate,
  notFound,
  page,
  Pager,
  route,
  type Page,
  type Route,
} from "#platform";
import { z } from "zod";

import {
  journalDays,
  journalLines,
  meansTotals,
  type JournalDay,
  type JournalLine,
  type MeansTotal,
} from "../../../desk/journal.ts";
import { deskAgent } from "../../../desk/policy.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import { ofRegie, openedRegie, REGIE, type OpenedRegie } from "./opened-regie.ts";
import { texts } from "./texts.fr.ts";

const words = texts.journal;
/** Days listed under the one that is shown. */
const LISTED = 30;

/** GET …/journal?jour=: what came in and went out on a day, and whether it is closed. */
export const journalRoute: Route<Visit> = route({
  method: "GET",
  path: `${REGIE}/journal`,
  access: deskAgent,
  input: z.object({ params: ofRegie, query: z.object({ jour: isoDate.optional().catch(undefined) }) }),
  async answer(visit, { params, query }) {
    const opened = await openedRegie(visit, params.regie, ["holder", "control"]);
    if (opened === undefined) return notFound;
    const today = parisDate(visit.now);
    const day = query.jour ?? today;
    const of = { regie: params.regie, first: day, last: day };
    const view = await visit.database.read(async (reads) => ({
      lines: await journalLines(reads, of),
      totals: await meansTotals(reads, of),
      days: await journalDays(reads, { ...of, first: today.subtract({ days: LISTED }), last: today }),
      closed: (await journalDays(reads, of))[0],
    }));
    return page(journalPage({ ...opened, ...view, day, today }));
  },
});

interface JournalView extends OpenedRegie {
  readonly day: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly lines: readonly JournalLine[];
  readonly totals: readonly MeansTotal[];
  readonly days: readonly JournalDay[];
  readonly closed: JournalDay | undefined;
}

function journalPage(view: JournalView): Page {
  const { regie, day, today, lines, days, closed } = view;
  const base = `/agent/regie/${regie.id}`;
  const href = (on: Temporal.PlainDate) => `${base}/journal?jour=${on.toString()}`;
  return {
    title: `${words.title} – ${formatDay(day)}`,
    section: "regie",
    dense: true,
    before: <BackLink href={base} label={regie.name} />,
    main: (
      <>
        <h1>{words.title}</h1>
        <Pager
          label={words.day}
          previous={{ href: href(day.subtract({ days: 1 })), label: words.previous }}
          current={formatDayAndYear(day)}
          next={
            Temporal.PlainDate.compare(day, today) < 0
              ? { href: href(day.add({ days: 1 })), label: words.next }
              : undefined
          }
        />
        <form method="get" action={`${base}/journal`} class="row">
          <DateField name="jour" label={words.day} value={day.toString()} />
          <Button variant="secondary">{words.show}</Button>
        </form>
        {closed !== undefined && <p>{stateOf(closed)}</p>}
        {lines.length === 0 ? <p>{words.none}.</p> : <Day {...view} base={base} />}
        <h2>{words.days}</h2>
        <DataTable
          caption={words.days}
          captionHidden
          columns={[
            {
              header: words.dayColumns.day,
              rowHeader: true,
              cell: (one) => <a href={href(one.day)}>{formatDay(one.day)}</a>,
            },
            { header: words.dayColumns.receipts, numeric: true, cell: (one) => String(one.receipts) },
            { header: words.dayColumns.amount, numeric: true, cell: (one) => formatCents(one.cents) },
            { header: words.dayColumns.state, cell: stateOf },
          ]}
          rows={days}
        />
      </>
    ),
  };
}

function stateOf({ closedBy, closedAt, explanation }: JournalDay): string {
  if (closedBy === null || closedAt === null) return words.open;
  const closed = words.closed(closedBy, shared.moment(closedAt));
  return explanation === null ? closed : `${closed}. ${words.explained(explanation)}`;
}

function Day({ lines, totals, base }: JournalView & { base: string }) {
  const sum = (of: (total: MeansTotal) => number) =>
    formatCents(cents(totals.reduce((all, total) => all + of(total), 0)));
  const { home } = texts;
  return (
    <>
      <DataTable
        caption={home.totals.received}
        captionHidden
        columns={[
          {
            header: home.totals.means,
            rowHeader: true,
            cell: ({ means }) => shared.means[means],
            total: words.total,
          },
          { header: home.totals.count, numeric: true, cell: ({ receipts }) => String(receipts), total: "" },
          {
            header: home.totals.received,
            numeric: true,
            cell: ({ received }) => formatCents(received),
            total: sum(({ received }) => received),
          },
          {
            header: home.totals.undone,
            numeric: true,
            cell: ({ undone }) => formatCents(undone),
            total: sum(({ undone }) => undone),
          },
          {
            header: words.kinds.deposit,
            numeric: true,
            cell: ({ deposited }) => formatCents(deposited),
            total: sum(({ deposited }) => deposited),
          },
          {
            header: words.kinds.difference,
            numeric: true,
            cell: ({ difference }) => formatCents(difference),
            total: sum(({ difference }) => difference),
          },
        ]}
        rows={totals}
      />
      <DataTable
        caption={words.title}
        captionHidden
        columns={[
          {
            header: words.columns.what,
            rowHeader: true,
            cell: (line) => <What line={line} base={base} />,
          },
          {
            header: words.columns.at,
            cell: ({ at }) => formatTime(parisDateTime(at).toPlainTime()),
          },
          { header: words.columns.who, cell: ({ payer }) => payer ?? "" },
          { header: words.columns.means, cell: ({ means }) => shared.means[means] },
          { header: words.columns.amount, numeric: true, cell: (line) => formatCents(line.cents) },
          { header: words.columns.by, cell: ({ by }) => by },
        ]}
        rows={lines}
      />
    </>
  );
}

function What({ line, base }: { line: JournalLine; base: string }) {
  const { kind, payment, receiptYear, receiptNumber, depositYear, depositNumber, reason } = line;
  const numbered =
    receiptYear !== null && receiptNumber !== null
      ? shared.number({ year: receiptYear, number: receiptNumber })
      : depositYear !== null && depositNumber !== null
        ? shared.number({ year: depositYear, number: depositNumber })
        : "";
  return (
    <>
      {words.kinds[kind]}{" "}
      {payment === null ? numbered : <a href={`${base}/quittances/${payment}`}>{numbered}</a>}
      {reason !== null && <div class="soft">{words.because(reason)}</div>}
    </>
  );
}
