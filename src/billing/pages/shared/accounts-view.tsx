import { cents, formatCents, formatMonth, formatShortDate, type Id } from "#kernel";
import { DataTable } from "#platform";

import type { Account, AccountEntry } from "../../account/read-accounts.ts";
import { texts } from "../family/texts.fr.ts";
import { texts as words } from "./texts.fr.ts";

interface AccountsProps {
  readonly accounts: readonly Account[];
  readonly year: number;
  readonly today: Temporal.PlainDate;
  /** Where a document is read. */
  readonly invoiceHref: (id: Id<"invoice">) => string;
  /** Where another year of this page is. */
  readonly yearHref: (year: number) => string;
}

/** The account of each payer, explained line by line, a year at a time. */
export function AccountsView({ accounts, yearHref, ...shown }: AccountsProps) {
  const several = new Set(accounts.map(({ householdId }) => householdId)).size > 1;
  return (
    <>
      {accounts.map((account) => (
        <AccountSection account={account} withHousehold={several} {...shown} />
      ))}
      <Years accounts={accounts} year={shown.year} yearHref={yearHref} />
    </>
  );
}

type SectionProps = Omit<AccountsProps, "accounts" | "yearHref"> & {
  account: Account;
  withHousehold: boolean;
};

function AccountSection({ account, year, today, withHousehold, invoiceHref }: SectionProps) {
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
        <EntriesTable caption={texts.year(year)} entries={shown.toReversed()} {...{ today, invoiceHref }} />
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
  invoiceHref: AccountsProps["invoiceHref"];
}) {
  const { caption, entries, today, invoiceHref } = props;
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          header: texts.columns.document,
          rowHeader: true,
          cell: ({ kind, invoice }) => <a href={invoiceHref(invoice.id)}>{words.title(kind, invoice)}</a>,
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

function Years({ accounts, year, yearHref }: Pick<AccountsProps, "accounts" | "year" | "yearHref">) {
  const years = new Set(accounts.flatMap(({ entries }) => entries.map(({ day }) => day.year)));
  const others = [...years.add(year)].toSorted((a, b) => b - a);
  if (others.length < 2) return null;
  return (
    <nav class="row" aria-label={texts.years}>
      {others.map((one) => (
        <a href={yearHref(one)} aria-current={one === year ? "page" : undefined}>
          {texts.year(one)}
        </a>
      ))}
    </nav>
  );
}
