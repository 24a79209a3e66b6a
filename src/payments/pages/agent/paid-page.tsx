import { formatCents, formatShortDate, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  Card,
  DataTable,
  DateField,
  ErrorSummary,
  FormToken,
  Notice,
  SummaryList,
  TextArea,
  type Correction,
  type Page,
} from "#platform";

import { whenPaid } from "../../attempts/when-paid.ts";
import { mayBounce } from "../../received/may-bounce.ts";
import type { PaidFile } from "../../received/paid-file.ts";
import { backOfficeMeans, refundSaid, texts } from "./paid-texts.fr.ts";
import { RefundForm } from "./refund-form.tsx";

/** What was typed in either form, whatever it was. */
export interface TypedPaid {
  readonly montant: string;
  readonly moyen: string;
  readonly motif: string;
  readonly jour: string;
  readonly raison: string;
}

interface PaidView {
  readonly paid: PaidFile;
  readonly most: Cents;
  readonly balance: Cents;
  readonly today: Temporal.PlainDate;
  readonly keys: { readonly refund: string; readonly reversal: string };
  readonly typed: TypedPaid;
  readonly corrections: readonly Correction[];
}

/** A payment on line: what was received, what was given back, and the forms that give back or note a rejection. */
export function paidPage(view: PaidView): Page {
  const { paid, corrections } = view;
  const title = texts.title(paid.cents);
  return {
    title,
    section: "payments",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/paiements" label={texts.back} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{title}</h1>
        {paid.reversal !== null && (
          <Notice tone="warning">
            <p>{texts.reversed(paid.reversal.day, paid.reversal.by)}</p>
            <p>
              {texts.reason} : {paid.reversal.reason}
            </p>
          </Notice>
        )}
        <SummaryList facts={factsOf(view)} />
        {paid.refunds.length > 0 && <Refunds paid={paid} />}
        {paid.reversal === null && (
          <>
            <GiveBack {...view} />
            {mayBounce(paid) && <ReversalForm {...view} />}
          </>
        )}
      </>
    ),
  };
}

function factsOf({ paid, balance }: PaidView) {
  return [
    { term: texts.received, value: whenPaid(paid) },
    { term: texts.means, value: texts.meansOf[paid.means] },
    { term: texts.refdet, value: paid.refdet },
    ...(paid.authorisation === null ? [] : [{ term: texts.authorisation, value: paid.authorisation }]),
    { term: texts.by, value: paid.by },
    {
      term: texts.payer,
      value: (
        <>
          {paid.payer}, <a href={`/agent/familles/${paid.householdId}/factures`}>{texts.account}</a>
        </>
      ),
    },
    { term: texts.balance, value: texts.standing(balance) },
  ];
}

function Refunds({ paid }: Pick<PaidView, "paid">) {
  return (
    <>
      <h2>{texts.refunds}</h2>
      <DataTable
        caption={texts.refunds}
        captionHidden
        columns={[
          { header: texts.columns.day, rowHeader: true, cell: ({ day }) => formatShortDate(day) },
          { header: texts.columns.amount, numeric: true, cell: ({ cents }) => formatCents(cents) },
          { header: texts.columns.means, cell: ({ means }) => texts.refund.meansOf[means] },
          { header: texts.columns.reason, cell: ({ reason }) => reason },
          { header: texts.columns.by, cell: ({ by }) => by },
        ]}
        rows={paid.refunds}
      />
    </>
  );
}

function GiveBack({ paid, most, keys, typed, corrections }: PaidView) {
  const correction = correctionIn(corrections);
  if (most === 0)
    return (
      <Card title={texts.refund.title}>
        <p>{texts.refund.none}</p>
      </Card>
    );
  return (
    <Card title={texts.refund.title}>
      <p>{texts.refund.most(most)}</p>
      <RefundForm
        action={`/agent/paiements/${paid.id}/remboursement`}
        formKey={keys.refund}
        means={backOfficeMeans}
        typed={typed}
        said={refundSaid}
        correction={correction}
      />
    </Card>
  );
}

function ReversalForm({ paid, today, keys, typed, corrections }: PaidView) {
  const correction = correctionIn(corrections);
  return (
    <Card title={texts.reversal.title}>
      <p>{texts.reversal.lead}</p>
      <form method="post" action={`/agent/paiements/${paid.id}/rejet`}>
        <FormToken />
        <input type="hidden" name="cle" value={keys.reversal} />
        <DateField
          name="jour"
          label={texts.reversal.day}
          value={typed.jour}
          min={paid.day.toString()}
          max={today.toString()}
          correction={correction("jour")}
        />
        <TextArea
          name="raison"
          label={texts.reason}
          hint={texts.reasonHint}
          value={typed.raison}
          maxLength={300}
          correction={correction("raison")}
        />
        <Button>{texts.reversal.look}</Button>
      </form>
    </Card>
  );
}

const correctionIn = (corrections: readonly Correction[]) => (field: string) =>
  corrections.find((one) => one.field === field)?.message;
