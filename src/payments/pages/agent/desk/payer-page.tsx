import { cents, typedEuros } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  ErrorSummary,
  Fieldset,
  FormToken,
  Notice,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import { liveUntil } from "../../../attempts/attempt.ts";
import { paysPlaces } from "../../../desk/desk-basket.ts";
import type { PayerStanding } from "../../../desk/payer-standing.ts";
import type { DeskMeans, KeptRegie } from "../../../desk/regie.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import type { TypedPayment } from "./take-form.ts";
import { texts } from "./take-texts.fr.ts";

const words = texts.payer;

interface PayerView {
  readonly regie: KeptRegie;
  readonly standing: PayerStanding;
  /** Until when the days are closed, where today is: nothing can be taken. */
  readonly closed: Temporal.PlainDate | null;
  readonly means: DeskMeans;
  readonly formKey: string;
  readonly typed: Omit<TypedPayment, "means">;
  readonly corrections: readonly Correction[];
}

/** A payer's account as the desk sees it, and the form of a payment. */
export function payerPage(view: PayerView): Page {
  const { regie, standing, closed, corrections } = view;
  const base = `/agent/regie/${regie.id}`;
  const here = `${base}/payeurs/${standing.householdId}/${standing.guardianId}`;
  return {
    title: `${standing.payer} – ${regie.name}`,
    section: "regie",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={base} label={regie.name} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{standing.payer}</h1>
        <p class="lead">
          {words.household(standing.household)}. <strong>{balanceWords(standing)}.</strong>
        </p>
        {standing.underWay.slice(0, 1).map((attempt) => (
          <Notice tone="warning">
            <p>{words.underWay(liveUntil(attempt))}</p>
          </Notice>
        ))}
        {closed === null ? (
          <>
            <MeansLinks {...view} base={here} />
            <TakeForm {...view} base={here} />
          </>
        ) : (
          // What was refused just now says so above.
          corrections.length === 0 && (
            <Notice tone="warning">
              <p>{texts.refused.closed(closed)}</p>
            </Notice>
          )
        )}
      </>
    ),
  };
}

function balanceWords({ balance }: PayerStanding): string {
  if (balance === 0) return words.even;
  return balance > 0 ? words.owes(balance) : words.credit(cents(0 - balance));
}

function MeansLinks({ regie, means, base }: PayerView & { base: string }) {
  return (
    <nav class="row" aria-label={words.means}>
      {regie.means.map((one) => (
        <a href={`${base}?moyen=${one}`} aria-current={one === means ? "page" : undefined}>
          {shared.means[one]}
        </a>
      ))}
    </nav>
  );
}

function TakeForm({
  regie,
  standing,
  means,
  formKey,
  typed,
  corrections,
  base,
}: PayerView & { base: string }) {
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const isTitle = means === "cesu" || means === "ancv";
  // A title becomes no credit: where it can pay nothing, there is nothing to take.
  if (isTitle && !standing.open.some(({ id }) => (standing.payable[means].get(id) ?? 0) > 0))
    return (
      <>
        <h2>{shared.means[means]}</h2>
        <p>{words.titleNothing}</p>
      </>
    );
  return (
    <form method="post" action={`${base}/verifier`}>
      <FormToken />
      <input type="hidden" name="cle" value={formKey} />
      <input type="hidden" name="moyen" value={means} />
      <h2>{shared.means[means]}</h2>
      {isTitle && <p>{words.title}</p>}
      <Invoices {...{ standing, means, typed }} correction={correction("facture")} />
      {paysPlaces(means, regie) && <HeldPlaces {...{ standing, typed }} correction={correction("place")} />}
      <TextField
        name="montant"
        label={words.amount}
        value={typed.montant}
        inputmode="decimal"
        width="short"
        correction={correction("montant")}
      />
      {means === "cash" && (
        <TextField
          name="donne"
          label={words.handed}
          hint={words.handedHint}
          value={typed.donne}
          inputmode="decimal"
          width="short"
          optional
          correction={correction("donne")}
        />
      )}
      {means === "cheque" && (
        <>
          <TextField
            name="tireur"
            label={words.drawer}
            hint={words.drawerHint}
            value={typed.tireur}
            correction={correction("tireur")}
          />
          <TextField
            name="banque"
            label={words.bank}
            value={typed.banque}
            correction={correction("banque")}
          />
        </>
      )}
      {means !== "cash" && (
        <TextField
          name="reference"
          label={means === "cheque" ? words.chequeNumber : words.references[means]}
          value={typed.reference}
          optional={isTitle}
          correction={correction("reference")}
        />
      )}
      <Button>{words.verify}</Button>
    </form>
  );
}

function Invoices({
  standing,
  means,
  typed,
  correction,
}: Pick<PayerView, "standing" | "means" | "typed"> & { correction: string | undefined }) {
  if (standing.open.length === 0) return <p>{words.none}</p>;
  return (
    <Fieldset id="facture" legend={words.which} hint={words.whichHint} correction={correction}>
      {standing.open.map((invoice, position) => {
        const most = standing.payable[means].get(invoice.id) ?? cents(0);
        return (
          <Checkbox
            name="facture"
            id={position === 0 ? "facture" : undefined}
            value={invoice.id}
            label={words.invoice(invoice)}
            hint={
              most === invoice.open ? words.open(invoice) : `${words.open(invoice)}, ${words.eligible(most)}`
            }
            checked={typed.chosen.includes(invoice.id)}
          />
        );
      })}
    </Fieldset>
  );
}

/** Places of the basket: paid here, they are booked with the receipt. */
function HeldPlaces({
  standing: { basket, householdId },
  typed,
  correction,
}: Pick<PayerView, "standing" | "typed"> & { correction: string | undefined }) {
  const { payable, unpriced } = basket;
  return (
    <>
      {payable.length > 0 && (
        <Fieldset id="place" legend={words.places} hint={words.placesHint} correction={correction}>
          {payable.map(({ bookingIds, label, cents: price, heldUntil }, position) => (
            <Checkbox
              name="place"
              id={position === 0 ? "place" : undefined}
              value={bookingIds.join(" ")}
              label={words.place(label, price ?? cents(0))}
              hint={words.heldUntil(heldUntil)}
              checked={bookingIds.every((id) => typed.places.includes(id))}
            />
          ))}
        </Fieldset>
      )}
      {unpriced.length > 0 && (
        <p>
          {words.unpriced(unpriced.length)}{" "}
          <a href={`/agent/familles/${householdId}/panier`}>{words.unpricedLink}</a>
        </p>
      )}
    </>
  );
}

/** What the amount field shows at first: all that this means may pay of what is owed. */
export function amountAtFirst(standing: PayerStanding, means: DeskMeans): string {
  const payable = [...standing.payable[means].values()].reduce((sum, one) => sum + one, 0);
  const most = Math.min(payable, Math.max(0, standing.balance));
  return most > 0 ? typedEuros(most) : "";
}
