import type { BalanceAlert, Due, Payer, PayerBalance, UnderWay } from "#billing";
import { cents } from "#kernel";
import { ButtonLink, Card, Notice } from "#platform";

import { texts } from "./texts.fr.ts";

const words = texts.balance;

/** What the home page says of the family's money. */
export interface HomeMoney {
  readonly balances: readonly PayerBalance[];
  /** Whether families may pay on line. */
  readonly payable: boolean;
  /** What somebody is paying on line, not confirmed yet. */
  readonly underWay: readonly UnderWay[];
  readonly advances: HomeAdvances;
}

/** What the home page says of what is paid in advance. */
export interface HomeAdvances {
  /** The reader's own accounts that may be paid in advance; none where the authority does not want it. */
  readonly accounts: readonly Payer[];
  /** Below which balance somebody of the family wants to be told. */
  readonly alerts: readonly BalanceAlert[];
}

type BalanceProps = HomeMoney & { readonly today: Temporal.PlainDate };

/** What the family owes, until when, and the way to why: the third question of the home page. */
export function BalanceLine({ balances, today, payable, underWay, advances }: BalanceProps) {
  const lines = balances.filter(({ balance }) => balance !== 0);
  const waiting = balances.filter((one) => one.waiting > 0);
  return (
    <>
      {lines.length === 0 && (
        <p>
          {waiting.length === 0 ? words.nothing : words.nothingYet} <a href="/factures">{words.link}</a>
        </p>
      )}
      {lines.map((line) =>
        line.balance > 0 && payable ? (
          <ToPay line={line} today={today} underWay={underWay.filter((one) => isOf(one, line))} />
        ) : (
          <p>
            <strong>{sentence(line, today)}</strong> <a href="/factures">{words.link}</a>
          </p>
        ),
      )}
      {waiting.map(({ own, payer, waiting: amount }) => (
        <p>{words.waiting(own ? null : payer, amount)}</p>
      ))}
      {advances.accounts.map((account) => (
        <Advance
          account={account}
          balance={balances.find((one) => isOf(account, one))?.balance ?? 0}
          below={advances.alerts.find((one) => isOf(one, account))?.below ?? 0}
        />
      ))}
    </>
  );
}

/** The way to pay in advance; a warning where what is left is less than the family wants. */
function Advance({ account, balance, below }: { account: Payer; balance: number; below: number }) {
  const left = cents(Math.max(0, 0 - balance));
  const link = (
    <a href={`/avance?foyer=${account.householdId}&payeur=${account.guardianId}`}>{words.advance}</a>
  );
  return left < below ? (
    <Notice tone="warning" title={words.low(left)}>
      <p>{link}</p>
    </Notice>
  ) : (
    <p>{link}</p>
  );
}

const isOf = (one: Payer, { householdId, guardianId }: Payer) =>
  one.householdId === householdId && one.guardianId === guardianId;

type ToPayProps = Pick<BalanceProps, "today" | "underWay"> & { line: PayerBalance };

/** « À régler »: the first of the three clicks that pay; while a payment is not confirmed, the way to its state. */
function ToPay({ line, today, underWay }: ToPayProps) {
  const { householdId, guardianId, balance } = line;
  return (
    <Card title={words.toPay}>
      <p>
        <strong>{sentence(line, today)}</strong>
      </p>
      {underWay.map(({ amount, href }) => (
        <p>
          <a href={href}>{words.confirming(amount)}</a>
        </p>
      ))}
      {underWay.length === 0 && (
        <ButtonLink href={`/regler?foyer=${householdId}&payeur=${guardianId}`} wide>
          {words.pay(balance)}
        </ButtonLink>
      )}
      <p>
        <a href="/factures">{words.link}</a>
      </p>
    </Card>
  );
}

/** Each sum with its own date: two of them are never told under the first. */
function sentence({ own, payer, balance, dues }: PayerBalance, today: Temporal.PlainDate): string {
  const who = own ? null : payer;
  if (balance < 0) return words.credit(who, cents(0 - balance));
  const isPast = ({ until }: Due) => Temporal.PlainDate.compare(until, today) < 0;
  const [first] = dues;
  if (first === undefined) return words.owes(who, balance);
  if (dues.length === 1) return (isPast(first) ? words.past : words.until)(who, balance, first.until);
  return words.parts(
    who,
    balance,
    dues.map((due) => (isPast(due) ? words.partPast : words.part)(due.cents, due.until)),
  );
}
