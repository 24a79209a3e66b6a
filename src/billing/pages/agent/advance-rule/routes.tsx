import { datedSettingRoutes, type Visit } from "#identity";
import { Checkbox, DataTable, Fieldset, TextField, type Route } from "#platform";

import {
  advanceRuleOn,
  advanceRulesByDay,
  changeAdvanceRule,
  type DatedAdvanceRule,
} from "../../../advances/advance-rule.ts";
import { billingWriter } from "../../../policy.ts";
import { advanceForm, advanceRuleOf, FIRST_RULE, typedAdvance } from "./advance-form.ts";
import { texts } from "./texts.fr.ts";

const AMOUNTS = [
  { name: "mini", label: texts.least },
  { name: "maxi", label: texts.most },
  { name: "seuil", label: texts.alert, hint: texts.alertHint },
  { name: "seuil-bas", label: texts.alertLeast },
  { name: "seuil-haut", label: texts.alertMost },
] as const;

/** …/avances: whether families pay in advance, from which day on, and what held when. */
export const advanceRuleRoutes: readonly Route<Visit>[] = datedSettingRoutes({
  path: "/agent/facturation/avances",
  access: billingWriter,
  section: "billing",
  back: { href: "/agent/facturation", label: texts.back },
  words: texts,
  form: advanceForm,
  current: async (reads, today) => (await advanceRuleOn(reads, today)) ?? FIRST_RULE,
  settingOf: advanceRuleOf,
  typedOf: typedAdvance,
  change: (visit, from, rule) => changeAdvanceRule(visit, { from, rule }),
  below: async (reads) => <Rules rules={await advanceRulesByDay(reads)} />,
  fields: ({ typed, correction }) => (
    <>
      <Fieldset id="ouverture" legend={texts.group}>
        <Checkbox name="ouvert" value="1" label={texts.opened} checked={typed("ouvert") === "1"} />
      </Fieldset>
      {AMOUNTS.map((field) => (
        <TextField
          {...field}
          value={typed(field.name)}
          inputmode="decimal"
          width="short"
          correction={correction(field.name)}
        />
      ))}
    </>
  ),
});

function Rules({ rules }: { rules: readonly DatedAdvanceRule[] }) {
  if (rules.length === 0) return <p>{texts.never}</p>;
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
            cell: ({ validFrom }) => texts.since(validFrom),
          },
          { header: texts.columns.opened, cell: texts.openedOf },
          { header: texts.columns.amounts, cell: texts.amountsOf },
          { header: texts.columns.alert, cell: texts.alertOf },
          { header: texts.columns.by, cell: ({ by }) => by },
        ]}
        rows={rules}
      />
    </>
  );
}
