import type { Cents, Id } from "#kernel";
import { ButtonLink, EmptyState, type Page } from "#platform";

import type { Account } from "../../../account/read-accounts.ts";
import { payerKey } from "../../../rules/payers-in-order.ts";
import { usualCertifiedYear } from "../../shared/certified-year.ts";
import { AccountsView } from "../../shared/accounts-view.tsx";
import { payHref, type Paying } from "../paying.ts";
import { texts as certificate } from "../../shared/certificate-texts.fr.ts";
import { texts as tax } from "../../shared/tax-texts.fr.ts";
import { texts as delivery } from "../../shared/delivery-texts.fr.ts";
import { texts } from "../texts.fr.ts";

/** What the page is about. */
interface AccountView {
  readonly accounts: readonly Account[];
  readonly year: number;
  readonly today: Temporal.PlainDate;
  readonly paying: Paying;
  /** Below what a total waits for the next document; null where nothing waits. */
  readonly carryOverBelow: Cents | null;
  /** Where the family pays in advance: in none of the households that it has left. */
  readonly advancesIn: readonly Id<"household">[];
}

/** What a family owes, explained line by line, a year at a time. */
export function accountPage({
  accounts,
  year,
  today,
  paying,
  carryOverBelow,
  advancesIn,
}: AccountView): Page {
  const certified = usualCertifiedYear(today);
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
        <AccountsView
          accounts={accounts}
          year={year}
          today={today}
          carryOverBelow={carryOverBelow}
          invoiceHref={(id) => `/factures/${id}`}
          paymentHref={paying.hrefOf}
          underWay={paying.underWay}
          under={(account) => {
            const inAdvance = advancesIn.includes(account.householdId);
            return (
              <>
                <Pay account={account} paying={paying} />
                {(inAdvance || account.balance < 0) && (
                  <p>
                    <a href={`/avance?foyer=${account.householdId}&payeur=${account.guardianId}`}>
                      {inAdvance ? texts.advance : texts.askBack}
                    </a>
                  </p>
                )}
              </>
            );
          }}
          yearHref={(other) => `/factures?annee=${other}`}
        />
        <p>
          <a href="/factures/envoi">{delivery.link}</a>
        </p>
        <p>
          <a href={`/factures/attestation-fiscale/${certified}`}>{tax.title(certified)}</a>
        </p>
        <p>
          <a href={`/presences/attestation/${certified}`}>{certificate.title(certified)}</a>
        </p>
      </>
    ),
  };
}

/** The way to pay what an account owes; while a payment of it is not confirmed, where that is told. */
function Pay({ account, paying }: { account: Account; paying: Paying }) {
  const under = paying.underWay.filter((one) => payerKey(one) === payerKey(account));
  if (under.length > 0)
    return under.map(({ amount, href }) => (
      <p>
        <a href={href}>{texts.confirming(amount)}</a>
      </p>
    ));
  if (!paying.opened || account.balance <= 0) return null;
  return (
    <p>
      <ButtonLink href={payHref(account)}>{texts.pay(account.balance)}</ButtonLink>
    </p>
  );
}
