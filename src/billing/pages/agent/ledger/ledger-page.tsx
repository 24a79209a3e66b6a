import { cents, formatCents, formatShortDate, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  ButtonLink,
  DataTable,
  DateField,
  EmptyState,
  Notice,
  SummaryList,
  type Page,
} from "#platform";

import { balanceAt, type EntryDay } from "../../../account/entry-days.ts";
import type { Account, AccountEntry } from "../../../account/read-accounts.ts";
import type { UnderWay } from "../../../account/settling.ts";
import { EntryState } from "../../shared/accounts-view.tsx";
import { EntryName } from "../../shared/entry-name.tsx";
import { texts } from "./texts.fr.ts";

interface LedgerView {
  readonly account: Account;
  readonly days: readonly EntryDay[];
  readonly today: Temporal.PlainDate;
  /** The day of which the balance is asked. */
  readonly day: Temporal.PlainDate;
  readonly underWay: readonly UnderWay[];
  readonly mayWrite: boolean;
  readonly saved: boolean;
}

const KINDS = {
  billed: ["invoice", "complement"],
  credited: ["credit_note"],
  received: ["payment"],
  bounced: ["reversal"],
  refunded: ["refund"],
  writtenOff: ["write_off"],
  transferred: ["transfer"],
} satisfies Record<keyof typeof texts.kinds, readonly AccountEntry["kind"][]>;

/** An account entry by entry, by day, with the balance after each day and on the day that is asked. */
export function ledgerPage(view: LedgerView): Page {
  const { account, days, day, mayWrite, saved } = view;
  const { payer, householdId, guardianId, balance, entries } = account;
  const base = `/agent/familles/${householdId}`;
  const path = `${base}/comptes/${guardianId}`;
  return {
    title: texts.title(payer),
    section: "families",
    dense: true,
    before: <BackLink href={`${base}/factures`} label={texts.back} />,
    ...(saved ? { flash: <Notice tone="success" title={texts.writeOff.saved} announce /> } : {}),
    main: (
      <>
        <h1>{texts.title(payer)}</h1>
        <p>
          <strong>{texts.balance(balance)}</strong>
        </p>
        <p>{texts.sum(entries.length, sumOf(entries))}</p>
        {mayWrite && balance > 0 && (
          <p>
            <ButtonLink href={`${path}/remise`} variant="secondary">
              {texts.writeOff.link}
            </ButtonLink>
          </p>
        )}
        <p>
          <strong>{texts.on(day, balanceAt(days, day))}</strong>
        </p>
        <form method="get" action={path} class="row">
          <DateField name="jour" label={texts.day} value={day.toString()} />
          <Button variant="secondary">{texts.show}</Button>
        </form>
        {entries.length === 0 ? <EmptyState title={texts.none} /> : <Entries {...view} />}
        <h2>{texts.byKind}</h2>
        <SummaryList facts={factsOf(entries, balance)} />
      </>
    ),
  };
}

const sumOf = (entries: readonly AccountEntry[]): Cents =>
  cents(entries.reduce((sum, entry) => sum + entry.cents, 0));

function factsOf(entries: readonly AccountEntry[], balance: Cents) {
  const named = Object.entries(KINDS).flatMap(([name, kinds]: [string, readonly string[]]) => {
    const own = entries.filter(({ kind }) => kinds.includes(kind));
    const word = new Map(Object.entries(texts.kinds)).get(name) ?? name;
    return own.length === 0 ? [] : [{ term: word, value: formatCents(sumOf(own)) }];
  });
  return [...named, { term: texts.total, value: <strong>{formatCents(balance)}</strong> }];
}

function Entries({ account, days, today, underWay }: LedgerView) {
  // The page of a payment that is under way is the family's: an agent's begins once it is received.
  const own = underWay
    .filter(({ guardianId }) => guardianId === account.guardianId)
    .map((one) => ({ ...one, href: null }));
  const told = { today, underWay: own, invoiceHref: (id: string) => `/agent/factures/${id}` };
  const rows = days
    .toReversed()
    .flatMap(({ day, entries, balance }) =>
      entries.toReversed().map((entry, index) => ({ day, entry, balance: index === 0 ? balance : null })),
    );
  return (
    <DataTable
      caption={texts.entries}
      columns={[
        { header: texts.columns.day, cell: ({ day }) => formatShortDate(day) },
        {
          header: texts.columns.what,
          rowHeader: true,
          cell: ({ entry }) => <EntryName entry={entry} {...told} paymentHref={() => null} />,
        },
        {
          header: texts.columns.state,
          cell: ({ entry }) => <EntryState entry={entry} {...told} paymentHref={() => null} />,
        },
        { header: texts.columns.amount, numeric: true, cell: ({ entry }) => formatCents(entry.cents) },
        {
          header: texts.columns.balance,
          numeric: true,
          cell: ({ balance }) => (balance === null ? "" : formatCents(balance)),
        },
      ]}
      rows={rows}
    />
  );
}
