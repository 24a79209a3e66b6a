import type { ComponentChildren } from "preact";

import { cents, formatCents, formatMonth, formatShortDate, type Cents, type Id } from "#kernel";
import { DataTable, Details } from "#platform";

import { accountYear, type AccountYear } from "../../account/account-year.ts";
import type { Account, AccountEntry } from "../../account/read-accounts.ts";
import type { WaitingLine } from "../../account/waiting-lines.ts";
import type { UnderWay } from "../../account/settling.ts";
import { invoiceState } from "../../rules/invoice-state.ts";
import { texts } from "../family/texts.fr.ts";
import { EntryName } from "./entry-name.tsx";
import { whatWords } from "./line-words.ts";

interface AccountsProps {
  readonly accounts: readonly Account[];
  readonly year: number;
  readonly today: Temporal.PlainDate;
  /** Where a document is read. */
  readonly invoiceHref: (id: Id<"invoice">) => string;
  /** Where a payment is told; null where it is not. */
  readonly paymentHref: (id: string) => string | null;
  /** What somebody is paying, with where that is told; null where whoever reads has no page of it. */
  readonly underWay: readonly ShownUnderWay[];
  /** Below what a total waits for the next document; null where nothing waits. */
  readonly carryOverBelow: Cents | null;
  /** What can be done about what an account owes. */
  readonly under?: (account: Account) => ComponentChildren;
  /** Where another year of this page is. */
  readonly yearHref: (year: number) => string;
}

type ShownUnderWay = Omit<UnderWay, "href"> & { readonly href: string | null };

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

function AccountSection({ account, year, withHousehold, under, carryOverBelow, ...shown }: SectionProps) {
  const { payer, household, balance, waiting } = account;
  const own = accountYear(account.entries, year);
  const title = withHousehold ? texts.accountIn(payer, household) : texts.account(payer);
  return (
    <section>
      <h2>{title}</h2>
      <p>
        <strong>{balanceWords(account)}</strong>
      </p>
      {balance !== 0 && <p>{explained(year, own)}</p>}
      <Waiting lines={waiting} below={carryOverBelow} />
      {own.before !== null && <p>{texts.before(year, own.before)}</p>}
      {under?.(account)}
      {own.entries.length > 0 && (
        <EntriesTable caption={texts.year(year)} entries={own.entries.toReversed()} {...shown} />
      )}
    </section>
  );
}

/** Of what the balance is the sum, as far as this year's page shows it. */
function explained(year: number, { before, entries, end, followed }: AccountYear): string {
  if (followed) return texts.balance.yearOnly(year, end);
  if (before === null) return texts.balance.explained;
  return entries.length === 0 ? texts.balance.sinceAlone(year) : texts.balance.since(year);
}

/** What is owed and asked by no document yet, month by month, with the lines that make it. */
function Waiting({ lines, below }: { lines: readonly WaitingLine[]; below: Cents | null }) {
  if (lines.length === 0) return null;
  const months = [...Map.groupBy(lines, ({ month }) => month.toString())];
  return (
    <>
      {months.map(([month, own]) => (
        <p>
          {texts.waiting.sentence(
            cents(own.reduce((sum, line) => sum + line.cents, 0)),
            Temporal.PlainYearMonth.from(month),
            below,
          )}
        </p>
      ))}
      <Details summary={texts.waiting.lines}>
        <ul>
          {lines.map(({ day, participant, cents: amount, ...line }) => (
            <li>{texts.waiting.line(day, participant, whatWords(line), amount)}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}

function balanceWords({ balance }: Account): string {
  if (balance === 0) return texts.balance.even;
  return balance > 0 ? texts.balance.owed(balance) : texts.balance.credit(cents(0 - balance));
}

type TableProps = Pick<AccountsProps, "today" | "invoiceHref" | "paymentHref" | "underWay"> & {
  caption: string;
  entries: readonly AccountEntry[];
};

function EntriesTable({ caption, entries, ...shown }: TableProps) {
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          header: texts.columns.document,
          rowHeader: true,
          cell: (entry) => <EntryName entry={entry} {...shown} />,
        },
        {
          header: texts.columns.month,
          cell: ({ invoice }) => (invoice === null ? "" : formatMonth(invoice.month)),
        },
        { header: texts.columns.day, cell: ({ day }) => formatShortDate(day) },
        { header: texts.columns.state, cell: (entry) => <EntryState entry={entry} {...shown} /> },
        { header: texts.columns.amount, numeric: true, cell: (entry) => formatCents(entry.cents) },
        { header: texts.columns.balance, numeric: true, cell: (entry) => formatCents(entry.balance) },
      ]}
      rows={entries}
    />
  );
}

type EntryProps = Omit<TableProps, "caption" | "entries"> & { entry: AccountEntry };

/** Where a document stands, or what became of the money. */
export function EntryState({ entry, today, underWay }: EntryProps) {
  if (entry.invoice === null)
    return entry.writeOff === null ? texts.moneyStates[entry.kind] : texts.writtenOff(entry.writeOff);
  const { id, open, dueOn } = entry.invoice;
  const paying = underWay.find(({ invoiceIds }) => invoiceIds.includes(id));
  const state = invoiceState({ total: entry.cents, open, dueOn, paying: paying !== undefined }, today);
  const sentence = texts.states[state](dueOn, open);
  const href = state === "confirming" ? (paying?.href ?? null) : null;
  return href === null ? sentence : <a href={href}>{sentence}</a>;
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
