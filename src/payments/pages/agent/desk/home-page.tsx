import { formatCents, formatTime, joinList, parisDateTime } from "#kernel";
import {
  BackLink,
  Button,
  DataTable,
  EmptyState,
  Notice,
  SummaryList,
  TextField,
  type Page,
} from "#platform";

import type { DeskOfDay } from "../../../desk/desk-of-day.ts";
import { MOST_PAYERS, type FoundPayer } from "../../../desk/find-payers.ts";
import { HELD_MEANS } from "../../../desk/regie.ts";
import { cashState } from "../../../desk/rules/cash-ceiling.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import type { OpenedRegie } from "./opened-regie.ts";
import { texts } from "./texts.fr.ts";

const words = texts.home;

interface HomeView extends OpenedRegie, DeskOfDay {
  readonly q: string;
  readonly found: { readonly count: number; readonly payers: readonly FoundPayer[] } | null;
  readonly today: Temporal.PlainDate;
  /** Whether whoever looks writes the settings of régies. */
  readonly maySet: boolean;
}

/** The desk of a day: whom to take money from, what came in, what is there. */
export function homePage(view: HomeView): Page {
  const { regie, role, q, found, today } = view;
  const base = `/agent/regie/${regie.id}`;
  return {
    title: found === null ? regie.name : `${words.found(found.count)} – ${q}`,
    section: "regie",
    dense: true,
    before: <BackLink href="/agent/regie" label={words.back} />,
    flash: <Warnings {...view} />,
    main: (
      <>
        <h1>{regie.name}</h1>
        <p class="lead">{texts.list.roles[role]}</p>
        {role !== "control" && (
          <search>
            <form method="get" action={base} class="row">
              <TextField name="q" type="search" label={words.search} hint={words.searchHint} value={q} />
              <Button>{words.find}</Button>
            </form>
          </search>
        )}
        {found !== null && <Found {...found} base={base} />}
        <h2>{words.today(today)}</h2>
        <Today {...view} base={base} />
        {role !== "taker" && <Holdings {...view} base={base} />}
        <Links {...view} base={base} />
      </>
    ),
  };
}

function Warnings({ regie, role, holdings, lateCheques, closed, unclosed }: HomeView) {
  const cash = cashState(holdings.cash, regie.cashCeiling);
  const told = [
    ...(cash.kind === "near" ? [words.near(cash.left)] : []),
    ...(lateCheques > 0 ? [words.late(lateCheques, regie.chequeDepositDays)] : []),
    ...(unclosed === null ? [] : [words.unclosed(unclosed)]),
    ...(closed === null ? [] : [words.closed(closed)]),
  ];
  return (
    <>
      {cash.kind === "over" && (
        <Notice tone="warning" title={words.overTitle}>
          <p>{words.over(cash.by)}</p>
        </Notice>
      )}
      {role !== "taker" && told.length > 0 && (
        <Notice>
          {told.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Notice>
      )}
    </>
  );
}

type Based<View> = View & { base: string };

function Found({ count, payers, base }: Based<NonNullable<HomeView["found"]>>) {
  if (count === 0)
    return (
      <EmptyState title={words.found(0)}>
        <p>{words.nobody}</p>
      </EmptyState>
    );
  return (
    <>
      <DataTable
        caption={words.found(count)}
        columns={[
          {
            header: words.columns.payer,
            rowHeader: true,
            cell: ({ householdId, guardianId, payer }) => (
              <a href={`${base}/payeurs/${householdId}/${guardianId}`}>{payer}</a>
            ),
          },
          {
            header: words.columns.household,
            cell: ({ household, commune }) => [household, commune].filter(Boolean).join(", "),
          },
          { header: words.columns.children, cell: ({ children }) => joinList(children) },
          { header: words.columns.balance, numeric: true, cell: ({ balance }) => formatCents(balance) },
        ]}
        rows={payers}
      />
      {count > MOST_PAYERS && <p>{words.more}</p>}
    </>
  );
}

function Today({ totals, lines, base }: Based<HomeView>) {
  if (totals.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <DataTable
        caption={words.totals.received}
        captionHidden
        columns={[
          { header: words.totals.means, rowHeader: true, cell: ({ means }) => shared.means[means] },
          { header: words.totals.count, numeric: true, cell: ({ receipts }) => String(receipts) },
          { header: words.totals.received, numeric: true, cell: ({ received }) => formatCents(received) },
          { header: words.totals.undone, numeric: true, cell: ({ undone }) => formatCents(undone) },
        ]}
        rows={totals}
      />
      {lines.length > 0 && (
        <DataTable
          caption={words.receipts}
          columns={[
            {
              header: texts.journal.kinds.receipt,
              rowHeader: true,
              cell: ({ payment, receiptYear, receiptNumber, cancelled }) => (
                <>
                  <a href={`${base}/quittances/${payment ?? ""}`}>
                    {shared.number({ year: receiptYear ?? 0, number: receiptNumber ?? 0 })}
                  </a>
                  {cancelled && <div class="soft">{words.cancelled}</div>}
                </>
              ),
            },
            {
              header: texts.journal.columns.at,
              cell: ({ at }) => formatTime(parisDateTime(at).toPlainTime()),
            },
            { header: texts.journal.columns.who, cell: ({ payer }) => payer ?? "" },
            { header: texts.journal.columns.means, cell: ({ means }) => shared.means[means] },
            { header: texts.journal.columns.amount, numeric: true, cell: (line) => formatCents(line.cents) },
          ]}
          rows={lines.toReversed()}
        />
      )}
    </>
  );
}

function Holdings({ regie, role, holdings, base }: Based<HomeView>) {
  return (
    <>
      <h2>{words.holdings}</h2>
      <SummaryList
        facts={HELD_MEANS.filter((means) => regie.means.includes(means) || holdings[means] !== 0).map(
          (means) => ({
            term: shared.means[means],
            value: (
              <>
                <strong>{formatCents(holdings[means])}</strong>
                {means === "cash" && <>, {words.ceiling(regie.cashCeiling)}</>}
              </>
            ),
            ...(role === "holder" && holdings[means] > 0
              ? {
                  action: {
                    href: `${base}/versements/${means}`,
                    label: words.deposit,
                    about: shared.means[means],
                  },
                }
              : {}),
          }),
        )}
      />
    </>
  );
}

function Links({ role, maySet, base }: Based<HomeView>) {
  if (role === "taker") return null;
  return (
    <nav class="row" aria-label={words.links.label}>
      <a href={`${base}/journal`}>{words.links.journal}</a>
      <a href={`${base}/versements`}>{words.links.deposits}</a>
      {role === "holder" && <a href={`${base}/cloture`}>{words.links.closing}</a>}
      <a href={`${base}/registres`}>{words.links.registers}</a>
      {maySet && <a href={`${base}/reglages`}>{words.links.settings}</a>}
    </nav>
  );
}
