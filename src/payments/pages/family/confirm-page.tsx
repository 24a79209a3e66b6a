import type { OpenInvoice } from "#billing";
import { cents, formatCents, formatDay, typedEuros, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  ButtonLink,
  Checkbox,
  DataTable,
  Details,
  EmptyState,
  ErrorSummary,
  Fieldset,
  FormToken,
  Notice,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import { liveUntil, type Attempt } from "../../attempts/attempt.ts";
import { LEAST } from "../../attempts/open-attempt.ts";
import type { KeptSetting } from "../../settings/setting.ts";
import { texts } from "./texts.fr.ts";

const words = texts.confirm;

/** What the confirm page is drawn from. */
export interface ConfirmView {
  readonly formKey: string;
  readonly household: string;
  readonly guardian: string;
  readonly payer: string;
  readonly setting: KeptSetting | undefined;
  /** Whether the family may pay here, in the setting's mode. */
  readonly opened: boolean;
  /** What is owed and no attempt holds. */
  readonly free: readonly OpenInvoice[];
  /** Other documents are being paid meanwhile. */
  readonly isPartly: boolean;
  /** The documents chosen among those owed; by default those that may be paid. */
  readonly chosen: readonly OpenInvoice[];
  /** Less than the whole of them; null for the whole. */
  readonly part: Cents | null;
  /** What was typed for the part, as typed: a refused amount is corrected where it was written. */
  readonly typedPart: string;
  readonly email: string;
  readonly live: Attempt | undefined;
  readonly changed: boolean;
  readonly corrections: readonly Correction[];
}

/** What is about to be paid, in words, before the way out to the payment service. */
export function confirmPage(view: ConfirmView): Page {
  const { payer, setting, opened, corrections, changed, chosen, live } = view;
  return {
    title: words.title,
    section: "invoices",
    toCorrect: corrections.length > 0,
    ...(opened && setting !== undefined ? { formTargets: [setting.origin] } : {}),
    before: <BackLink href="/factures" label={words.back} />,
    flash: (
      <>
        {changed && (
          <Notice tone="warning" title={words.changed} announce>
            <p>{words.changedMore}</p>
          </Notice>
        )}
        <ErrorSummary items={corrections} />
      </>
    ),
    main: (
      <>
        <h1>{words.title}</h1>
        {payer !== "" && <p class="lead">{words.of(payer)}</p>}
        {chosen.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneMore}</p>
          </EmptyState>
        ) : (
          <>
            <Chosen chosen={chosen} />
            {!opened && (
              <Notice tone="warning" title={words.closed}>
                <p>{words.closedMore}</p>
              </Notice>
            )}
            {opened && live !== undefined && <UnderWay attempt={live} />}
            {opened && live === undefined && view.isPartly && <p>{words.othersUnderWay}</p>}
            {opened && live === undefined && <Pay {...view} />}
            {opened && <Otherwise {...view} />}
          </>
        )}
      </>
    ),
  };
}

const total = (chosen: readonly OpenInvoice[]) => cents(chosen.reduce((sum, { open }) => sum + open, 0));

function Chosen({ chosen }: Pick<ConfirmView, "chosen">) {
  const whole = formatCents(total(chosen));
  return (
    <DataTable
      caption={words.whatPaid}
      columns={[
        {
          header: words.columns.invoice,
          rowHeader: true,
          cell: (invoice) => <a href={`/factures/${invoice.id}`}>{words.invoice(invoice, invoice.month)}</a>,
          total: words.columns.total,
        },
        { header: words.columns.due, cell: ({ dueOn }) => formatDay(dueOn) },
        {
          header: words.columns.open,
          numeric: true,
          cell: ({ open }) => formatCents(open),
          total: whole,
        },
      ]}
      rows={chosen}
    />
  );
}

function UnderWay({ attempt }: { attempt: Attempt }) {
  return (
    <Notice tone="warning" title={words.underWay}>
      <p>{words.underWayMore(liveUntil(attempt))}</p>
      <ButtonLink href={`/paiements/${attempt.id}`}>{words.see}</ButtonLink>
    </Notice>
  );
}

function Pay({ formKey, household, guardian, chosen, part, email, corrections }: ConfirmView) {
  const amount = part ?? total(chosen);
  if (amount < LEAST) return <p>{words.tooLittle(LEAST)}</p>;
  return (
    <form method="post" action="/regler">
      <FormToken />
      <input type="hidden" name="cle" value={formKey} />
      <input type="hidden" name="foyer" value={household} />
      <input type="hidden" name="payeur" value={guardian} />
      {chosen.map(({ id, open }) => (
        <input type="hidden" name="facture" value={`${id}.${open}`} />
      ))}
      {part !== null && <input type="hidden" name="partie" value={String(part)} />}
      <p>
        {words.amount} <strong>{formatCents(amount)}</strong>
      </p>
      <TextField
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        value={email}
        autocomplete="email"
        maxLength={80}
        correction={corrections.find(({ field }) => field === "email")?.message}
      />
      <p>{words.outside}</p>
      <Button wide>{words.pay(amount)}</Button>
    </form>
  );
}

/** Other documents, or a part of them: the page is drawn again with what was chosen. */
function Otherwise({
  household,
  guardian,
  free,
  chosen,
  live,
  part,
  typedPart,
  setting,
  corrections,
}: ConfirmView) {
  const partial = setting?.partAllowed === true;
  const wrongPart = corrections.find(({ field }) => field === "montant")?.message;
  if (free.length === 0 || (live === undefined && free.length < 2 && !partial)) return null;
  return (
    <Details summary={words.choose} open={live !== undefined || wrongPart !== undefined}>
      <form method="get" action="/regler">
        <input type="hidden" name="foyer" value={household} />
        <input type="hidden" name="payeur" value={guardian} />
        <Fieldset id="facture" legend={words.which}>
          {free.map((invoice) => (
            <Checkbox
              name="facture"
              value={invoice.id}
              label={`${words.invoice(invoice, invoice.month)} : ${formatCents(invoice.open)}`}
              checked={chosen.some(({ id }) => id === invoice.id)}
            />
          ))}
        </Fieldset>
        {partial && (
          <TextField
            name="montant"
            label={words.part}
            hint={words.partHint}
            value={part === null ? typedPart : typedEuros(part)}
            inputmode="decimal"
            width="short"
            optional
            correction={wrongPart}
          />
        )}
        <Button variant="secondary">{words.update}</Button>
      </form>
    </Details>
  );
}
