import {
  BackLink,
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  FormToken,
  Notice,
  Receipt,
  TextField,
  type Correction,
  type Page,
} from "#platform";
import { cents } from "#kernel";

import type { DeskReceipt } from "../../../desk/desk-receipt.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import { refundSaid } from "../paid-texts.fr.ts";
import { RefundForm } from "../refund-form.tsx";
import { ReceiptFacts } from "../../shared/receipt-facts.tsx";
import type { OpenedRegie } from "./opened-regie.ts";
import { texts } from "./take-texts.fr.ts";

const words = texts.receipt;

/** What has just been done to a receipt. */
export type ReceiptDone = "encaisse" | "annule" | "rembourse";

interface ReceiptView extends OpenedRegie {
  readonly receipt: DeskReceipt;
  readonly done: ReceiptDone | undefined;
  readonly correctionKey: string;
  readonly refundKey: string;
  /** What was typed in one of the forms. */
  readonly typed: (field: string) => string;
  readonly corrections: readonly Correction[];
}

/** A numbered receipt at the desk: printed, put right, given back. */
export function receiptPage(view: ReceiptView): Page {
  const { regie, role, receipt, done, corrections } = view;
  const base = `/agent/regie/${regie.id}`;
  const own = `${base}/quittances/${receipt.payment}`;
  const number = shared.number(receipt);
  const account = `${base}/payeurs/${receipt.householdId}/${receipt.guardianId}`;
  return {
    title: words.title(number),
    section: "regie",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={base} label={regie.name} />,
    flash: (
      <>
        {done !== undefined && <Done receipt={receipt} done={done} />}
        <ErrorSummary items={corrections} />
      </>
    ),
    main: (
      <>
        <h1>{words.title(number)}</h1>
        {receipt.reversedOn === null ? (
          <Receipt title={words.taken} reference={words.reference(receipt.regie, number)}>
            <p>{words.acknowledges}</p>
          </Receipt>
        ) : (
          <Notice tone="warning" title={words.cancelled(receipt.reversedOn)}>
            <p>{words.cancelledMore(receipt.reversedWhy ?? "")}</p>
          </Notice>
        )}
        <ReceiptFacts receipt={receipt} invoiceHref={() => null} />
        <p>
          <a href={`${own}/quittance.pdf`} download>
            {words.print}
          </a>
        </p>
        {role !== "control" && (
          <p class="row">
            <ButtonLink href={base}>{words.next}</ButtonLink>
            <a href={account}>{words.samePayer}</a>
          </p>
        )}
        {role === "holder" && receipt.reversedOn === null && <PutRight {...view} own={own} />}
      </>
    ),
  };
}

function Done({ receipt, done }: { receipt: DeskReceipt; done: ReceiptDone }) {
  const change = cents((receipt.handed ?? receipt.cents) - receipt.cents);
  return (
    <Notice tone="success" announce>
      <p>
        {done === "annule" && words.corrected}
        {done === "rembourse" && words.given}
        {done === "encaisse" &&
          (receipt.handed === null ? words.taken : `${words.taken}. ${words.takenMore(change)}`)}
      </p>
    </Notice>
  );
}

function PutRight({
  receipt,
  correctionKey,
  refundKey,
  typed,
  corrections,
  own,
}: ReceiptView & { own: string }) {
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const isTitle = receipt.means === "cesu" || receipt.means === "ancv";
  return (
    <>
      <Details summary={words.correct} open={correction("raison") !== undefined}>
        <p>{words.correctMore}</p>
        <form method="post" action={`${own}/annuler`}>
          <FormToken />
          <input type="hidden" name="cle" value={correctionKey} />
          <TextField
            name="raison"
            label={words.reason}
            hint={words.correctHint}
            value={typed("raison")}
            maxLength={300}
            correction={correction("raison")}
          />
          <Button variant="secondary">{words.correctLook}</Button>
        </form>
      </Details>
      {!isTitle && (
        <Details
          summary={words.refund}
          open={["montant", "moyen", "motif"].some((field) => correction(field) !== undefined)}
        >
          <p>{words.refundMore}</p>
          <RefundForm
            action={`${own}/rembourser`}
            formKey={refundKey}
            means={words.refundMeans}
            typed={{ montant: typed("montant"), moyen: typed("moyen"), motif: typed("motif") }}
            said={refundSaid}
            correction={correction}
          />
        </Details>
      )}
    </>
  );
}
