import { datedSettingRoutes, type Visit } from "#identity";
import { Checkbox, DataTable, Fieldset, TextField, type Route } from "#platform";

import { billingWriter } from "../../../policy.ts";
import { invoiceNumber } from "../../../rules/invoice-number.ts";
import { changeRule, rulesByDay, type DatedRule } from "../../../run/change-rule.ts";
import { ruleOn } from "../../../run/rule.ts";
import { ruleForm, ruleOf, typedOf } from "./rule-form.ts";
import { texts } from "./texts.fr.ts";

/** The first rule, which the program wrote for all days before the authority said anything. */
const FIRST_YEAR = 2000;

/** …/reglages: how the authority bills, from which day on, and what held when. */
export const ruleRoutes: readonly Route<Visit>[] = datedSettingRoutes({
  path: "/agent/facturation/reglages",
  access: billingWriter,
  section: "billing",
  back: { href: "/agent/facturation", label: texts.back },
  words: texts,
  form: ruleForm,
  current: ruleOn,
  settingOf: ruleOf,
  typedOf,
  change: (visit, from, rule) => changeRule(visit, { from, rule }),
  below: async (reads) => <Rules rules={await rulesByDay(reads)} />,
  fields: ({ typed, correction, today }) => (
    <>
      <TextField
        name="factures"
        label={texts.invoiceSeries}
        hint={texts.seriesHint(invoiceNumber({ series: "F", year: today.year, number: 1 }))}
        value={typed("factures")}
        width="short"
        correction={correction("factures")}
      />
      <TextField
        name="avoirs"
        label={texts.creditSeries}
        value={typed("avoirs")}
        width="short"
        correction={correction("avoirs")}
      />
      <TextField
        name="delai"
        label={texts.dueDays}
        value={typed("delai")}
        inputmode="numeric"
        width="short"
        correction={correction("delai")}
      />
      <TextField
        name="seuil"
        label={texts.carryOver}
        hint={texts.carryOverHint}
        value={typed("seuil")}
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
          checked={typed("papier") === "1"}
        />
      </Fieldset>
    </>
  ),
});

function Rules({ rules }: { rules: readonly DatedRule[] }) {
  return (
    <>
      <h2>{texts.history}</h2>
      <DataTable
        caption={texts.history}
        captionHidden
        columns={[
          {
            header: texts.columns.from,
            rowHeader: true,
            cell: ({ validFrom }) => (validFrom.year === FIRST_YEAR ? texts.always : texts.since(validFrom)),
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
  );
}
