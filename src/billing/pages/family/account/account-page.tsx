import { cents, formatCents, formatMonth, formatShortDate } from "#kernel";
import { DataTable, EmptyState, type Page } from "#platform";

import type { Account, AccountEntry } from "../../../account/read-accounts.ts";
import { texts as words } from "../../shared/texts.fr.ts";
import { texts as delivery } from "../delivery/texts.fr.ts";
import { texts } from "../texts.fr.ts";

/** What the page is about. */
interface AccountView {
  readonly accounts: readonly Account[];
  readonly year: number;
  readonly today: Temporal.PlainDate;
}

/** What a family owes, explained line by line, a year at a time. */
export function accountPage({ accounts, year, today }: AccountView): Page {
  const several = new Set(accounts.map(({ householdId }) => householdId)).size > 1;
  return {
    title: texts.title,
    section: "invoices",
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {accounts.length === 0 && (
          <EmptyState title={texts.none.title}>
            <p>{texts.none.sentence}</p>
          </EmptyState>
        )}
        {accounts.map((account) => (
          <AccountSection account={account} year={year} today={today} withHousehold={several} />
        ))}
        <p>
          <a href="/factures/envoi">{delivery.link}</a>
        </p>
        <Years accounts={accounts} year={year} />
      </>
    ),
  };
}

type SectionProps = { account: Account; year: number; today: Temporal.PlainDate; withHousehold: boolean };

function AccountSection({ account, year, today, withHousehold }: SectionProps) {
  const { payer, household, balance, waiting, entries } = account;
  const shown = entries.filter(({ day }) => day.year === year);
  const before = entries.findLast(({ day }) => day.year < year);
  const title = withHousehold ? texts.accountIn(payer, household) : texts.account(payer);
  return (
    <section>
      <h2>{title}</h2>
      <p>
        <strong>{balanceWords(account)}</strong>
      </p>
      {balance !== 0 && <p>{texts.balance.explained}</p>}
      {waiting !== 0 && <p>{texts.waiting(waiting)}</p>}
      {before !== undefined && <p>{texts.before(year, before.balance)}</p>}
      {shown.length > 0 && (
        <EntriesTable caption={`${title}, ${texts.year(year)}`} entries={shown.toReversed()} today={today} />
      )}
    </section>
  );
}

function balanceWords({ balance }: Account): string {
  if (balance === 0) return texts.balance.even;
  return balance > 0 ? texts.balance.owed(balance) : texts.balance.credit(cents(0 - balance));
}

function EntriesTable(props: {
  caption: string;
  entries: readonly AccountEntry[];
  today: Temporal.PlainDate;
}) {
  const { caption, entries, today } = props;
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          header: texts.columns.document,
          rowHeader: true,
          cell: ({ kind, invoice }) => <a href={`/factures/${invoice.id}`}>{words.title(kind, invoice)}</a>,
        },
        { header: texts.columns.month, cell: ({ invoice }) => formatMonth(invoice.month) },
        { header: texts.columns.day, cell: ({ day }) => formatShortDate(day) },
        { header: texts.columns.state, cell: (entry) => stateWords(entry, today) },
        { header: texts.columns.amount, numeric: true, cell: (entry) => formatCents(entry.cents) },
        { header: texts.columns.balance, numeric: true, cell: (entry) => formatCents(entry.balance) },
      ]}
      rows={entries}
    />
  );
}

function stateWords({ cents: amount, invoice: { dueOn } }: AccountEntry, today: Temporal.PlainDate): string {
  if (amount < 0) return texts.states.credit;
  if (amount === 0) return texts.states.settled;
  const past = Temporal.PlainDate.compare(dueOn, today) < 0;
  return past ? texts.states.past(dueOn) : texts.states.due(dueOn);
}

function Years({ accounts, year }: { accounts: readonly Account[]; year: number }) {
  const years = new Set(accounts.flatMap(({ entries }) => entries.map(({ day }) => day.year)));
  const others = [...years.add(year)].toSorted((a, b) => b - a);
  if (others.length < 2) return null;
  return (
    <nav class="row" aria-label={texts.years}>
      {others.map((one) => (
        <a href={`/factures?annee=${one}`} aria-current={one === year ? "page" : undefined}>
          {texts.year(one)}
        </a>
      ))}
    </nav>
  );
}
