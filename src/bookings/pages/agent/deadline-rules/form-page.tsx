import type { ActivityOffer } from "#activities";
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  firstValue,
  FormToken,
  SummaryList,
  type Correction,
  type Page,
  type Values,
} from "#platform";

import type { RuleChoice } from "./rule-choice.ts";
import { RuleFields } from "./rule-fields.tsx";
import { RETURN } from "./rule-values.ts";
import { texts } from "./texts.fr.ts";

/** The fields of the first step, which the second carries. */
const CHOSEN = ["pour", "prestations", "saison", "acte", "forme", "retour", "retour-forme"];

/** What the second step is drawn from. */
export interface RuleFormView {
  readonly activity: ActivityOffer;
  readonly choice: RuleChoice;
  readonly values: Values;
  readonly corrections: readonly Correction[];
  readonly today: Temporal.PlainDate;
}

/** The second step: the fields of the chosen form, and the day from which the rule holds. */
export function ruleFormPage({ activity, choice, values, corrections, today }: RuleFormView): Page {
  const title = texts.form.title(activity.activityName);
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  const fields = { values, correction };
  return {
    title,
    section: "deadlines",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/delais/reglages" label={texts.backToList} />,
    ...(corrections.length === 0 ? {} : { flash: <ErrorSummary items={corrections} /> }),
    main: (
      <>
        <h1>{title}</h1>
        <SummaryList facts={choiceFacts(activity, choice)} />
        <p>
          <a href={`/agent/delais/reglages/choisir?${queryOf(values)}`}>{texts.form.otherwise}</a>
        </p>
        <form method="post" action="/agent/delais/reglages/verifier" id="regle">
          <FormToken />
          <Hidden values={values} carried={CHOSEN} />
          {choice.form !== undefined && choice.form !== "general" && (
            <RuleFields {...fields} form={choice.form} prefix="" />
          )}
          {choice.onReturn !== undefined && choice.returnForm !== undefined && choice.form !== "general" && (
            <>
              <h2>{`${texts.form.returnTitle} : ${formLabel(choice.returnForm).toLowerCase()}`}</h2>
              <RuleFields {...fields} form={choice.returnForm} prefix={RETURN} />
            </>
          )}
          <DateField
            name="du"
            label={texts.form.from}
            hint={texts.form.fromHint}
            value={firstValue(values, "du")}
            min={today.toString()}
            correction={correction("du")}
          />
          <Button>{texts.form.submit}</Button>
        </form>
      </>
    ),
  };
}

/** Fields that a form carries unseen: all of them, or only some. */
export function Hidden({ values, carried }: { values: Values; carried?: readonly string[] }) {
  return (
    <>
      {[...values]
        .filter(([name]) => carried === undefined || carried.includes(name))
        .flatMap(([name, all]) => all.map((value) => <input type="hidden" name={name} value={value} />))}
    </>
  );
}

/** What was chosen and typed, as the query of an address. */
export function queryOf(values: Values): string {
  return new URLSearchParams(
    [...values].flatMap(([name, all]) => all.map((value) => [name, value])),
  ).toString();
}

/** What a rule is about, in words. */
export function choiceFacts({ units, seasons }: ActivityOffer, choice: RuleChoice) {
  const names = choice.units?.map((code) => units.find((unit) => unit.code === code)?.name ?? code);
  return [
    ...(units.length > 1 ? [{ term: texts.choose.units, value: names?.join(", ") ?? texts.allUnits }] : []),
    ...(seasons.length > 1 ? [{ term: texts.choose.season, value: choice.season ?? texts.allSeasons }] : []),
    { term: texts.choose.acts, value: texts.actsOf(choice.acts) },
    ...(choice.form === undefined ? [] : [{ term: texts.choose.form, value: formLabel(choice.form) }]),
  ];
}

function formLabel(form: keyof typeof texts.choose.forms | "dernier-jour"): string {
  return form === "dernier-jour" ? texts.choose.lastSchoolDay : texts.choose.forms[form][0];
}
