import { ButtonLink, EmptyState, type Page } from "#platform";

import type { Account } from "../../../account/read-accounts.ts";
import { AccountsView } from "../../shared/accounts-view.tsx";
import { payHref, type Paying } from "../paying.ts";
import { texts as delivery } from "../../shared/delivery-texts.fr.ts";
import { texts } from "../texts.fr.ts";

/** What the page is about. */
interface AccountView {
  readonly accounts: readonly Account[];
  readonly year: number;
  readonly today: Temporal.PlainDate;
  readonly paying: Paying;
}

/** What a family owes, explained line by line, a year at a time. */
export function accountPage({ accounts, year, today, paying }: AccountView): Page {
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
          invoiceHref={(id) => `/factures/${id}`}
          paymentHref={paying.hrefOf}
          underWay={paying.underWay}
          under={({ balance, householdId, guardianId }) =>
            paying.opened &&
            balance > 0 && (
              <p>
                <ButtonLink href={payHref({ householdId, guardianId })}>{texts.pay(balance)}</ButtonLink>
              </p>
            )
          }
          yearHref={(other) => `/factures?annee=${other}`}
        />
        <p>
          <a href="/factures/envoi">{delivery.link}</a>
        </p>
      </>
    ),
  };
}
