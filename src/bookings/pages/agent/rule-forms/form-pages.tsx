import type { ActivityOffer } from "#activities";
import {
  BackLink,
  Button,
  Card,
  DateField,
  ErrorSummary,
  firstValue,
  FormToken,
  type Correction,
  type Page,
  type Values,
} from "#platform";

import type { RuleEffect } from "../../../ruleset/edit/edit-rule.ts";
import type { RuleForm } from "./rule-form.ts";
import { texts } from "./texts.fr.ts";

/** The form of a rule, with the day from which it holds. */
export function ruleFormPage<Rule>(
  form: RuleForm<Rule>,
  view: {
    activity: ActivityOffer;
    values: Values;
    corrections: readonly Correction[];
    today: Temporal.PlainDate;
  },
): Page {
  const { activity, values, corrections, today } = view;
  const title = form.words.formTitle(activity.activityName);
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return {
    title,
    section: "offer",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={form.path} label={form.words.title} />,
    ...(corrections.length === 0 ? {} : { flash: <ErrorSummary items={corrections} /> }),
    main: (
      <>
        <h1>{title}</h1>
        <form method="post" action={`${form.path}/verifier`} id="regle">
          <FormToken />
          <input type="hidden" name="pour" value={activity.activityId} />
          {form.fields({ activity, values, correction })}
          <DateField
            name="du"
            label={texts.form.from}
            hint={form.words.fromHint}
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

/** Says in words what a rule will change, with the button that does it. */
export function ruleCheckPage<Rule>(
  form: RuleForm<Rule>,
  view: { activity: ActivityOffer; values: Values; effect: RuleEffect; from: Temporal.PlainDate },
): Page {
  const { activity, values, effect, from } = view;
  const title = texts.check.title(activity.activityName);
  const unchanged = effect.changes.length === 0;
  const typed = [...values].flatMap(([name, all]) => all.map((value) => [name, value]));
  return {
    title,
    section: "offer",
    dense: true,
    before: <BackLink href={form.path} label={form.words.title} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{unchanged ? texts.check.nothing : texts.check.lead}</p>
        {!unchanged && (
          <Card title={texts.check.from(from)}>
            <ul>
              {effect.changes.map((sentence) => (
                <li>{sentence}</li>
              ))}
              {effect.warnings.map(({ sentence }) => (
                <li>{sentence}</li>
              ))}
              <li>{form.words.stays}</li>
            </ul>
          </Card>
        )}
        <form method="post" action={`${form.path}/enregistrer`}>
          <FormToken />
          {typed.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="row">
            {!unchanged && <Button>{texts.check.submit}</Button>}
            <a href={`${form.path}/changer?${new URLSearchParams([...typed, ["repris", "1"]]).toString()}`}>
              {texts.check.change}
            </a>
          </p>
        </form>
      </>
    ),
  };
}
