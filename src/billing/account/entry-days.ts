import { cents, type Cents } from "#kernel";

import type { AccountEntry } from "./read-accounts.ts";

/** The entries of one day, and the balance once all of them are counted. */
export interface EntryDay {
  readonly day: Temporal.PlainDate;
  readonly entries: readonly AccountEntry[];
  readonly balance: Cents;
}

/** The entries of an account by day, the oldest first. An entry may be told later than its day: a payment of Saturday. */
export function entryDays(entries: readonly AccountEntry[]): readonly EntryDay[] {
  const byDay = Map.groupBy(entries, ({ day }) => day.toString());
  let balance = 0;
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      balance += own.reduce((sum, entry) => sum + entry.cents, 0);
      return { day: first.day, entries: own, balance: cents(balance) };
    });
}

/** What was owed at the end of a day. */
export function balanceAt(days: readonly EntryDay[], day: Temporal.PlainDate): Cents {
  return days.findLast((one) => Temporal.PlainDate.compare(one.day, day) <= 0)?.balance ?? cents(0);
}
