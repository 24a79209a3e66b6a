import type { BasketLine } from "#bookings";
import { formatCents, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  ButtonLink,
  DataTable,
  Details,
  EmptyState,
  ErrorSummary,
  FormToken,
  Notice,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import { LEAST, MOST } from "../../../attempts/open-attempt.ts";
import type { Basket } from "../../../basket/payer-basket.ts";
import { texts } from "./texts.fr.ts";

/** The basket of one payer, as its page tells it. */
export interface ShownBasket extends Basket {
  readonly name: string;
  readonly formKey: string;
  /** What the account owes already. */
  readonly owed: Cents;
}

/** What the page of a basket is drawn from. */
export interface BasketView {
  readonly baskets: readonly ShownBasket[];
  /** Where the payment service is; null where families may not pay on line now. */
  readonly origin: string | null;
  readonly phone: string;
  readonly email: string;
  readonly changed: boolean;
  /** So many places were booked just now without anything to pay. */
  readonly booked: number | null;
  readonly corrections: readonly Correction[];
}

/** Places that are kept until they are paid: what they cost, until when, and the way to pay them. */
export function basketPage(view: BasketView): Page {
  const { baskets, origin, changed, booked, corrections } = view;
  return {
    title: texts.title,
    section: "planning",
    toCorrect: corrections.length > 0,
    ...(origin === null ? {} : { formTargets: [origin] }),
    before: <BackLink href="/planning" label={texts.back} />,
    flash: (
      <>
        {changed && (
          <Notice tone="warning" title={texts.changed} announce>
            <p>{texts.changedMore}</p>
          </Notice>
        )}
        {booked !== null && (
          <Notice tone="success" title={texts.booked(booked)} announce>
            <p>{texts.bookedMore}</p>
          </Notice>
        )}
        <ErrorSummary items={corrections} />
      </>
    ),
    main: (
      <>
        <h1>{texts.title}</h1>
        {baskets.length === 0 ? (
          <EmptyState title={texts.empty}>
            <p>{texts.emptyMore}</p>
            <ButtonLink href="/planning" variant="secondary">
              {texts.planning}
            </ButtonLink>
          </EmptyState>
        ) : (
          <p class="lead">{texts.lead}</p>
        )}
        {baskets.map((basket) => (
          <section>
            <h2>{texts.of(basket.name)}</h2>
            <Payable basket={basket} view={view} />
            <Awaiting lines={basket.awaiting} />
            <Unpriced lines={basket.unpriced} phone={view.phone} />
          </section>
        ))}
      </>
    ),
  };
}

function Payable({ basket, view }: { basket: ShownBasket; view: BasketView }) {
  const { payable, total } = basket;
  if (payable.length === 0) return null;
  const why = payable.filter((line) => line.why.length > 0);
  return (
    <>
      <DataTable
        caption={texts.places}
        columns={[
          {
            header: texts.columns.place,
            rowHeader: true,
            cell: ({ label }) => label,
            total: texts.columns.total,
          },
          { header: texts.columns.until, cell: ({ heldUntil }) => texts.until(heldUntil) },
          {
            header: texts.columns.price,
            numeric: true,
            cell: ({ cents }) => (cents === null || cents === 0 ? texts.free : formatCents(cents)),
            total: formatCents(total),
          },
        ]}
        rows={payable}
      />
      {why.length > 0 && (
        <Details summary={texts.why}>
          <ul>
            {why.map((line) => (
              <li>
                {line.label} : {line.why.join(" ; ")}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Pay basket={basket} view={view} />
      <p>
        <a href="/planning">{texts.other}</a>
      </p>
    </>
  );
}

function Pay({ basket, view }: { basket: ShownBasket; view: BasketView }) {
  const { payable, payer, total, formKey, owed } = basket;
  const { origin, phone, email, corrections } = view;
  if (total > 0 && origin === null)
    return (
      <Notice tone="warning" title={texts.closed}>
        <p>{texts.closedMore}</p>
        <Call phone={phone} />
      </Notice>
    );
  if (total > MOST || (total > 0 && total < LEAST))
    return (
      <Notice tone="warning">
        <p>{total < LEAST ? texts.tooLittle(LEAST) : texts.tooMuch(MOST)}</p>
        <Call phone={phone} />
      </Notice>
    );
  return (
    <form method="post" action="/panier">
      <FormToken />
      <input type="hidden" name="cle" value={formKey} />
      <input type="hidden" name="foyer" value={payer.householdId} />
      <input type="hidden" name="payeur" value={payer.guardianId} />
      <input type="hidden" name="total" value={String(total)} />
      {payable
        .flatMap(({ bookingIds }) => bookingIds)
        .map((id) => (
          <input type="hidden" name="place" value={id} />
        ))}
      {total === 0 ? (
        <>
          <p>{texts.nothingToPay}</p>
          <Button wide>{texts.book}</Button>
        </>
      ) : (
        <>
          <TextField
            name="email"
            type="email"
            label={texts.email}
            hint={texts.emailHint}
            value={email}
            autocomplete="email"
            maxLength={80}
            correction={corrections.find(({ field }) => field === "email")?.message}
          />
          <p>{owed > 0 ? texts.owed(owed) : texts.advance}</p>
          <p>{texts.outside}</p>
          <Button wide>{texts.pay(total)}</Button>
        </>
      )}
    </form>
  );
}

/** Places whose payment is under way, each payment with the way to its state. */
function Awaiting({ lines }: { lines: readonly BasketLine[] }) {
  const byAttempt = Map.groupBy(lines, ({ awaits }) => awaits);
  return (
    <>
      {[...byAttempt].map(([attempt, own]) => (
        <Notice title={texts.awaiting}>
          <ul>
            {own.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
          <p>{texts.awaitingMore}</p>
          <ButtonLink href={`/paiements/${attempt}`} variant="secondary">
            {texts.see}
          </ButtonLink>
        </Notice>
      ))}
    </>
  );
}

function Unpriced({ lines, phone }: { lines: readonly BasketLine[]; phone: string }) {
  if (lines.length === 0) return null;
  return (
    <Notice tone="warning" title={texts.unpriced}>
      <ul>
        {lines.map(({ label, heldUntil }) => (
          <li>
            {label} ({texts.columns.until.toLocaleLowerCase("fr-FR")} {texts.until(heldUntil)})
          </li>
        ))}
      </ul>
      <p>{texts.unpricedMore}</p>
      <Call phone={phone} />
    </Notice>
  );
}

const Call = ({ phone }: { phone: string }) => (phone === "" ? null : <p>{texts.call(phone)}</p>);
