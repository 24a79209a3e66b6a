import { formatCents, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  confirmationPage,
  DataTable,
  DateField,
  ErrorSummary,
  FormToken,
  Notice,
  Select,
  SummaryList,
  TextArea,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import type { OpenInvoice } from "../../../account/standing.ts";
import type { NewWriteOff, WriteOffPreview } from "../../../write-offs/write-off.ts";
import { texts } from "./texts.fr.ts";

const words = texts.writeOff;

/** The fields of the form, as they were typed. */
export type TypedWriteOff = Readonly<Record<"montant" | "facture" | "decision" | "jour" | "raison", string>>;

interface FormView {
  readonly path: string;
  readonly formKey: string;
  readonly payer: string;
  readonly balance: Cents;
  readonly open: readonly OpenInvoice[];
  readonly typed: TypedWriteOff;
  readonly underWay: boolean;
  readonly corrections: readonly Correction[];
}

/** What is given up, by which act, and why. */
export function writeOffPage(view: FormView): Page {
  const { path, formKey, payer, balance, open, typed, underWay, corrections } = view;
  const wrong = (name: string) => corrections.find(({ field }) => field === name)?.message;
  return {
    ...frame(path),
    toCorrect: corrections.length > 0,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p>{words.owes(payer, balance)}</p>
        {underWay && <UnderWayNotice />}
        <form method="post" action={`${path}/remise`}>
          <FormToken />
          <input type="hidden" name="cle" value={formKey} />
          <TextField
            name="montant"
            label={words.amount}
            value={typed.montant}
            inputmode="decimal"
            width="short"
            correction={wrong("montant")}
          />
          <Select
            name="facture"
            label={words.toward}
            value={typed.facture}
            options={[
              { value: "", label: words.oldest },
              ...open.map((invoice) => ({ value: invoice.id, label: words.option(invoice) })),
            ]}
            optional
            correction={wrong("facture")}
          />
          <TextField
            name="decision"
            label={words.decision}
            hint={words.decisionHint}
            value={typed.decision}
            maxLength={200}
            correction={wrong("decision")}
          />
          <DateField name="jour" label={words.decidedOn} value={typed.jour} correction={wrong("jour")} />
          <TextArea
            name="raison"
            label={words.reason}
            value={typed.raison}
            maxLength={500}
            correction={wrong("raison")}
          />
          <Button>{words.check}</Button>
        </form>
      </>
    ),
  };
}

interface PreviewView {
  readonly path: string;
  readonly typed: TypedWriteOff;
  readonly wanted: NewWriteOff;
  readonly preview: WriteOffPreview;
  readonly underWay: boolean;
}

/** What the write-off does to the account, told before it is done. */
export function writeOffPreviewPage({ path, typed, wanted, preview, underWay }: PreviewView): Page {
  const { id, cents, decision, decidedOn, reason } = wanted;
  return confirmationPage({
    title: words.preview,
    section: "families",
    back: { href: `${path}/remise?${new URLSearchParams(typed).toString()}`, label: words.change },
    does: (
      <>
        {underWay && <UnderWayNotice />}
        <SummaryList
          facts={[
            { term: words.before, value: formatCents(preview.before) },
            { term: words.amount, value: formatCents(cents) },
            { term: words.after, value: <strong>{formatCents(preview.after)}</strong> },
            { term: words.decision, value: words.byAct(decision, decidedOn) },
            { term: words.reason, value: reason },
          ]}
        />
        <DataTable
          caption={words.preview}
          captionHidden
          columns={[
            { header: words.columns.invoice, rowHeader: true, cell: (invoice) => words.option(invoice) },
            { header: words.columns.before, numeric: true, cell: ({ open }) => formatCents(open) },
            { header: words.columns.after, numeric: true, cell: ({ left }) => formatCents(left) },
          ]}
          rows={preview.touched}
        />
      </>
    ),
    action: `${path}/remise`,
    fields: { ...typed, cle: id, confirme: "1" },
    button: { label: words.confirm(cents) },
    leave: { href: path, label: words.leave },
  });
}

const frame = (path: string) => ({
  title: words.title,
  section: "families",
  dense: true,
  before: <BackLink href={path} label={texts.entries} />,
});

function UnderWayNotice() {
  return (
    <Notice tone="warning" title={words.underWay}>
      <p>{words.underWayMore}</p>
    </Notice>
  );
}
