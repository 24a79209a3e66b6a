import {
  BackLink,
  Button,
  Checkbox,
  DataTable,
  DateField,
  ErrorSummary,
  Fieldset,
  FormToken,
  Notice,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import { invoiceNumber } from "../../../rules/invoice-number.ts";
import type { DatedRule } from "../../../run/change-rule.ts";
import type { Typed } from "./rule-form.ts";
import { texts } from "./texts.fr.ts";

/** The first rule, which the program wrote for all days before the authority said anything. */
const FIRST_YEAR = 2000;

interface RuleView {
  readonly rules: readonly DatedRule[];
  readonly today: Temporal.PlainDate;
  readonly typed: Typed;
  readonly corrections: readonly Correction[];
  readonly saved: boolean;
}

/** How the authority bills: the form of what holds from a day on, and what held when. */
export function rulePage({ rules, today, typed, corrections, saved }: RuleView): Page {
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  return {
    title: texts.title,
    section: "billing",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/facturation" label={texts.back} />,
    flash: (
      <>
        {saved && (
          <Notice tone="success" announce>
            <p>{texts.saved}</p>
          </Notice>
        )}
        <ErrorSummary items={corrections} />
      </>
    ),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <form method="post" action="/agent/facturation/reglages">
          <FormToken />
          <DateField
            name="des"
            label={texts.from}
            value={typed.des}
            min={today.toString()}
            correction={correction("des")}
          />
          <TextField
            name="factures"
            label={texts.invoiceSeries}
            hint={texts.seriesHint(invoiceNumber({ series: "F", year: today.year, number: 1 }))}
            value={typed.factures}
            width="short"
            correction={correction("factures")}
          />
          <TextField
            name="avoirs"
            label={texts.creditSeries}
            value={typed.avoirs}
            width="short"
            correction={correction("avoirs")}
          />
          <TextField
            name="delai"
            label={texts.dueDays}
            value={typed.delai}
            inputmode="numeric"
            width="short"
            correction={correction("delai")}
          />
          <TextField
            name="seuil"
            label={texts.carryOver}
            hint={texts.carryOverHint}
            value={typed.seuil}
            inputmode="decimal"
            width="short"
            optional
            correction={correction("seuil")}
          />
          <Fieldset id="envoi" legend={texts.columns.sending}>
            <Checkbox
              name="papier"
              value="1"
              label={texts.paper}
              hint={texts.paperHint}
              checked={typed.papier === "1"}
            />
          </Fieldset>
          <Button>{texts.submit}</Button>
        </form>
        <h2>{texts.history}</h2>
        <DataTable
          caption={texts.history}
          captionHidden
          columns={[
            {
              header: texts.columns.from,
              rowHeader: true,
              cell: ({ validFrom }) =>
                validFrom.year === FIRST_YEAR ? texts.always : texts.since(validFrom),
            },
            { header: texts.columns.series, cell: texts.seriesOf },
            { header: texts.columns.due, cell: texts.dueOf },
            { header: texts.columns.carryOver, cell: texts.carryOverOf },
            { header: texts.columns.sending, cell: texts.sendingOf },
            { header: texts.columns.by, cell: ({ by }) => by },
          ]}
          rows={rules}
        />
      </>
    ),
  };
}
