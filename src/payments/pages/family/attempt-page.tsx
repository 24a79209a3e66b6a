import { invoiceNumber } from "#billing";
import { formatCents, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  ButtonLink,
  Details,
  FormToken,
  Notice,
  Receipt,
  SummaryList,
  type Fact,
  type Page,
} from "#platform";

import { isLate, liveUntil, pageUntil, type Attempt, type AttemptDebt } from "../../attempts/attempt.ts";
import type { Silence } from "../../attempts/last-silence.ts";
import type { PaidLine } from "../../attempts/paid-lines.ts";
import type { Received } from "../../attempts/receipt.ts";
import { whenPaid } from "../../attempts/when-paid.ts";
import { isLive, type AttemptState } from "../../attempts/attempt-course.ts";
import type { AttemptPlace } from "../../basket/attempt-places.ts";
import { texts } from "./texts.fr.ts";
import { basketTexts } from "./basket-texts.fr.ts";
import { endedPlaces, LatePlaces, LostPlaces, placeFacts } from "./paid-places.tsx";

const words = texts.attempt;
/** How often the page looks whether the answer has come, while it may come. */
const REFRESH_SECONDS = 5;

interface AttemptView {
  readonly attempt: Attempt;
  readonly debts: readonly AttemptDebt[];
  /** The places of a basket that it pays. */
  readonly places: readonly AttemptPlace[];
  readonly received: Received | undefined;
  /** What the payment did when it was written; nothing where nothing was received. */
  readonly lines: readonly PaidLine[];
  /** What is in the payer's favour now. */
  readonly favour: Cents;
  /** The service was asked last and did not answer. */
  readonly silence: Silence | undefined;
  /** Asking it broke on our side, just now. */
  readonly lookUpFailed: boolean;
  readonly now: Temporal.Instant;
}

/** What became of a payment on line, truthfully: what is known, what is not, what can be done now. */
export function attemptPage(view: AttemptView): Page {
  const { attempt, received } = view;
  const frame = { section: "invoices", before: <BackLink href="/factures" label={words.back} /> };
  if (received !== undefined)
    return { ...frame, title: receiptTitle(received), main: <Paid {...view} received={received} /> };
  const { title } = told(attempt.state);
  return {
    ...frame,
    title,
    ...(isLive(attempt.state) ? { refreshSeconds: REFRESH_SECONDS } : {}),
    main: (
      <>
        <h1>{title}</h1>
        {isLive(attempt.state) ? <Open {...view} /> : <Ended {...view} />}
        <SummaryList facts={factsOf(view)} />
      </>
    ),
  };
}

function told(state: AttemptState): { title: string; sentence: string } {
  if (isLive(state)) return { title: words.open.title, sentence: words.open.waiting };
  if (state === "expired") return words.expired;
  if (state === "refused") return words.refused;
  return state === "differing" || state === "paid" ? words.differing : words.ended;
}

function Open(view: AttemptView) {
  const { attempt, now } = view;
  const open = Temporal.Instant.compare(now, pageUntil(attempt)) < 0;
  return (
    <>
      <Notice>
        <p>{waitingWords(view)}</p>
        <p>{isLate(attempt, now) ? words.open.late : closedWords(view)}</p>
        <Check attempt={attempt} />
      </Notice>
      {open && attempt.pageUrl !== null && (
        <Details summary={words.open.neverSeen}>
          <p>{words.open.goBackUntil(pageUntil(attempt), liveUntil(attempt))}</p>
          <p>
            <ButtonLink href={attempt.pageUrl} variant="secondary">
              {words.open.goBack}
            </ButtonLink>
          </p>
        </Details>
      )}
    </>
  );
}

/** What to do for whoever closed the service's page. */
function closedWords({ attempt, debts, places }: AttemptView): string {
  if (places.length > 0) return words.open.closedBasket(liveUntil(attempt));
  return debts.length === 0 ? words.open.closedAdvance : words.open.closed(liveUntil(attempt));
}

/** What is known of the answer, and when it is asked for again. */
function waitingWords({ silence, lookUpFailed }: Pick<AttemptView, "silence" | "lookUpFailed">): string {
  if (lookUpFailed) return words.open.failed;
  return silence === undefined ? words.open.waiting : silenceWords(silence);
}

const silenceWords = ({ at, next, resting }: Silence) =>
  resting ? words.open.resting : words.open.silent(at, next);

function Ended({ attempt, debts, places, silence }: AttemptView) {
  const { state, householdId, guardianId } = attempt;
  const account = `foyer=${householdId}&payeur=${guardianId}`;
  const invoices = debts.map(({ invoiceId }) => `&facture=${invoiceId}`).join("");
  return (
    <Notice tone="warning">
      <p>{told(state).sentence}</p>
      {places.length > 0 && state !== "differing" && state !== "paid" && <p>{endedPlaces(state)}</p>}
      {state === "expired" && silence !== undefined && <p>{silenceWords(silence)}</p>}
      {state === "expired" && <Check attempt={attempt} />}
      {state !== "differing" && state !== "paid" && (
        <p>
          <ButtonLink
            href={
              places.length > 0
                ? "/panier"
                : debts.length === 0
                  ? `/avance?${account}`
                  : `/regler?${account}${invoices}`
            }
            variant="secondary"
          >
            {places.length > 0 ? basketTexts.basket : words.again}
          </ButtonLink>
        </p>
      )}
    </Notice>
  );
}

function Check({ attempt }: Pick<AttemptView, "attempt">) {
  return (
    <form method="post" action={`/paiements/${attempt.id}/verifier`}>
      <FormToken />
      <Button>{words.check}</Button>
    </form>
  );
}

/** What was asked; once it is received, what it did, which may be something else. */
function factsOf({ attempt, debts, places, lines, received }: AttemptView): readonly Fact[] {
  const asked = debts.map((debt) => ({
    invoice: debt.invoiceId,
    label: invoiceNumber(debt),
    cents: debt.amount,
  }));
  const shown = received === undefined ? asked : lines;
  return [
    { term: words.amount, value: <strong>{formatCents(received?.cents ?? attempt.amount)}</strong> },
    ...placeFacts(places, received !== undefined),
    ...(places.length > 0 && received === undefined
      ? []
      : [
          {
            term: received === undefined ? words.pays : places.length > 0 ? words.onAccount : words.paid,
            value: (
              <>
                {debts.length === 0 && places.length === 0 && <div>{words.advance}</div>}
                {shown.map(({ invoice, label, cents }) => (
                  <div>
                    {invoice === null ? label : <a href={`/factures/${invoice}`}>{label}</a>} :{" "}
                    {formatCents(cents)}
                  </div>
                ))}
              </>
            ),
          },
        ]),
    { term: words.by, value: attempt.by },
    { term: words.reference, value: attempt.refdet },
  ];
}

/** A payment that did not hold is not told as received, though its receipt is kept. */
const receiptTitle = ({ reversedOn }: Received) =>
  reversedOn === null ? texts.receipt.title : texts.receipt.rejected;

function Paid({ received, ...view }: AttemptView & { received: Received }) {
  const { attempt } = view;
  const { means, authorisation, reversedOn, refunded } = received;
  const facts: readonly Fact[] = [
    { term: texts.receipt.received, value: whenPaid(received) },
    { term: texts.receipt.meansTerm, value: texts.receipt.means[means] },
    ...factsOf({ ...view, received }),
    ...(authorisation === null ? [] : [{ term: texts.receipt.authorisation, value: authorisation }]),
  ];
  return (
    <>
      {reversedOn === null ? (
        <Receipt title={texts.receipt.title} reference={texts.receipt.reference(attempt.refdet)}>
          <p>{texts.receipt.acknowledges}</p>
          {means === "debit" && <p>{texts.receipt.debit}</p>}
          {refunded > 0 && <p>{texts.receipt.refunded(refunded)}</p>}
        </Receipt>
      ) : (
        <>
          <h1>{receiptTitle(received)}</h1>
          <Notice tone="warning">
            <p>{texts.receipt.reversed(reversedOn)}</p>
            {refunded > 0 && <p>{texts.receipt.refunded(refunded)}</p>}
          </Notice>
        </>
      )}
      {reversedOn === null && <LatePlaces places={view.places} />}
      <LostPlaces view={{ ...view, reversed: reversedOn !== null }} />
      <SummaryList facts={facts} />
      <p>
        <a href={`/paiements/${attempt.id}/recu.pdf`} download>
          {texts.receipt.print}
        </a>
      </p>
    </>
  );
}
