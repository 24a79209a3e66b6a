import type { PayerBalance, UnderWay } from "#billing";
import { cents } from "#kernel";
import { ButtonLink, Card } from "#platform";

import { texts } from "./texts.fr.ts";

const words = texts.balance;

/** What the home page says of the family's money. */
export interface HomeMoney {
  readonly balances: readonly PayerBalance[];
  /** Whether families may pay on line. */
  readonly payable: boolean;
  /** What somebody is paying on line, not confirmed yet. */
  readonly underWay: readonly UnderWay[];
}

type BalanceProps = HomeMoney & { readonly today: Temporal.PlainDate };

/** What the family owes, until when, and the way to why: the third question of the home page. */
export function BalanceLine({ balances, today, payable, underWay }: BalanceProps) {
  const lines = balances.filter(({ balance }) => balance !== 0);
  return (
    <>
      {lines.length === 0 && (
        <p>
          {words.nothing} <a href="/factures">{words.link}</a>
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
    </>
  );
}

const isOf = (one: UnderWay, { householdId, guardianId }: PayerBalance) =>
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

function sentence({ own, payer, balance, due }: PayerBalance, today: Temporal.PlainDate): string {
  const who = own ? null : payer;
  if (balance < 0) return words.credit(who, cents(0 - balance));
  if (due === null) return words.owes(who, balance);
  return Temporal.PlainDate.compare(due, today) < 0
    ? words.past(who, balance, due)
    : words.until(who, balance, due);
}
