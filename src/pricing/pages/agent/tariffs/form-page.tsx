import type { VNode } from "preact";

import type { ActivityOffer } from "#activities";
import { capitalise } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  DateField,
  ErrorSummary,
  Fieldset,
  firstValue,
  FormToken,
  TextField,
  type Correction,
  type Page,
  type Values,
} from "#platform";

import type { PriceForm } from "../../../rules/tariff/grammar.ts";
import { saysAlready } from "../../../rules/tariff/explain.ts";
import { whenPhrase } from "../../../rules/tariff/when-phrase.ts";
import { rowName } from "./list-page.tsx";
import type { TariffRow } from "./tariff-rows.ts";
import { texts } from "./texts.fr.ts";

/** What the form of a tariff is drawn from. */
export interface TariffForm {
  readonly row: TariffRow;
  readonly values: Values;
  readonly corrections: readonly Correction[];
  readonly today: Temporal.PlainDate;
}

/** The form of a tariff: its amounts, rates and bounds, in the shape that they have. */
export function tariffFormPage({ row, values, corrections, today }: TariffForm): Page {
  const title = texts.form.title(rowName(row));
  const { entry, activities } = row;
  const input: Input = (name, label) => (
    <TextField
      name={name}
      label={label}
      value={firstValue(values, name)}
      correction={corrections.find(({ field }) => field === name)?.message}
      inputmode="decimal"
      maxLength={20}
      width="short"
    />
  );
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return {
    title,
    section: "offer",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/tarifs" label={texts.title} />,
    ...(corrections.length === 0 ? {} : { flash: <ErrorSummary items={corrections} /> }),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.form.lead}</p>
        <form method="post" action="/agent/tarifs/verifier" id="tarif">
          <FormToken />
          {["pour", "rang", "le"].map((name) => (
            <input type="hidden" name={name} value={firstValue(values, name)} />
          ))}
          <Activities activities={activities} values={values} correction={correction("services")} />
          {formFields(entry.price, "price", input)}
          {(entry.adjustments ?? []).map((one, index) => (
            <Fieldset
              id={`adjustments.${index}`}
              legend={
                saysAlready(one.name, whenPhrase(one.when))
                  ? one.name
                  : `${one.name} (${whenPhrase(one.when)})`
              }
            >
              {(["plus", "times", "percent"] as const)
                .filter((key) => one[key] !== undefined)
                .map((key) => input(`adjustments.${index}.${key}`, texts.form.fields[key]))}
            </Fieldset>
          ))}
          {(entry.supplements ?? []).map(({ name, price }, index) => (
            <Fieldset id={`supplements.${index}`} legend={name}>
              {formFields(price, `supplements.${index}.price`, input)}
            </Fieldset>
          ))}
          <DateField
            name="du"
            label={texts.form.from}
            hint={texts.form.fromHint}
            value={firstValue(values, "du")}
            min={today.toString()}
            correction={correction("du")}
          />
          <TextField
            name="qf"
            label={texts.form.qf}
            hint={texts.form.qfHint}
            value={firstValue(values, "qf")}
            correction={correction("qf")}
            inputmode="decimal"
            maxLength={10}
            width="short"
          />
          <Button>{texts.form.submit}</Button>
        </form>
      </>
    ),
  };
}

type Input = (name: string, label: string) => VNode;

function Activities(props: {
  activities: readonly ActivityOffer[];
  values: Values;
  correction: string | undefined;
}) {
  const { activities, values, correction } = props;
  const [only] = activities;
  if (activities.length === 1 && only !== undefined)
    return <input type="hidden" name="services" value={only.activityId} />;
  return (
    <Fieldset id="services" legend={texts.form.activities} correction={correction}>
      {activities.map(({ activityId, activityName }) => (
        <Checkbox
          name="services"
          value={activityId}
          label={activityName}
          checked={values.get("services")?.includes(activityId) ?? false}
        />
      ))}
    </Fieldset>
  );
}

/** The fields of a price, in the shape of its form. */
function formFields(form: PriceForm, path: string, input: Input): VNode {
  if (typeof form === "string") return input(path, texts.form.price);
  switch (form.kind) {
    case "brackets":
      return (
        <>
          {form.brackets.map((bracket, index) => (
            <Fieldset id={`${path}.brackets.${index}`} legend={texts.form.bracket(index + 1)}>
              {(["from", "above", "to", "below"] as const)
                .filter((key) => bracket[key] !== undefined)
                .map((key) => input(`${path}.brackets.${index}.${key}`, texts.form.fields[key]))}
              {formFields(bracket.price, `${path}.brackets.${index}.price`, input)}
            </Fieldset>
          ))}
        </>
      );
    case "share":
      return (
        <>
          {(["percent", "factor", "least", "most", "floor", "ceiling"] as const)
            .filter((key) => form[key] !== undefined)
            .map((key) => input(`${path}.${key}`, texts.form.fields[key]))}
        </>
      );
    case "per":
      return (
        <>
          {formFields(form.price, `${path}.price`, input)}
          {(["floor", "ceiling"] as const)
            .filter((key) => form[key] !== undefined)
            .map((key) => input(`${path}.${key}`, texts.form.fields[key]))}
        </>
      );
    case "cases":
      return (
        <>
          {form.cases.map(({ when, price }, index) => (
            <Fieldset
              id={`${path}.cases.${index}`}
              legend={when === undefined ? texts.form.otherwise : capitalise(whenPhrase(when))}
            >
              {formFields(price, `${path}.cases.${index}.price`, input)}
            </Fieldset>
          ))}
        </>
      );
    case "psu":
      return <p>{texts.form.psu}</p>;
  }
}
