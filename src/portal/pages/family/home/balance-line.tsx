import type { PayerBalance } from "#billing";
import { cents } from "#kernel";
import { ButtonLink, Card } from "#platform";

import { texts } from "./texts.fr.ts";

const words = texts.balance;

interface BalanceProps {
  readonly balances: readonly PayerBalance[];
  readonly today: Temporal.PlainDate;
  /** Whether families may pay on line. */
  readonly payable: boolean;
}

/** What the family owes, until when, and the way to why: the third question of the home page. */
export function BalanceLine({ balances, today, payable }: BalanceProps) {
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
          <ToPay line={line} today={today} />
        ) : (
          <p>
            <strong>{sentence(line, today)}</strong> <a href="/factures">{words.link}</a>
          </p>
        ),
      )}
    </>
  );
}

/** « À régler »: the first of the three clicks that pay. */
function ToPay({ line, today }: { line: PayerBalance; today: Temporal.PlainDate }) {
  const { householdId, guardianId, balance } = line;
  return (
    <Card title={words.toPay}>
      <p>
        <strong>{sentence(line, today)}</strong>
      </p>
      <ButtonLink href={`/regler?foyer=${householdId}&payeur=${guardianId}`} wide>
        {words.pay(balance)}
      </ButtonLink>
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
