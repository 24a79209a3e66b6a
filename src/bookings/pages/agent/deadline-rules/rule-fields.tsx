import { Checkbox, DateField, Fieldset, firstValue, Radios, Select, TextField, type Values } from "#platform";

import { keysOf, RETURN_FORMS, type FormName, type ReturnFormName } from "./rule-choice.ts";
import { texts } from "./texts.fr.ts";

/** What the fields of a rule are drawn from. */
export interface FieldsView {
  readonly form: Exclude<FormName, "general"> | ReturnFormName;
  /** « retour- » for the return from holidays. */
  readonly prefix: string;
  readonly values: Values;
  correction(field: string): string | undefined;
}

/** The fields of a rule of one form: those that it has, and no others. */
export function RuleFields(view: FieldsView) {
  const { form } = view;
  switch (RETURN_FORMS[form]) {
    case "daysBefore":
      return (
        <>
          <Count {...view} field="jours" label={texts.form.days} hint={texts.form.daysHint} />
          <Cut {...view} />
          <NotCounted {...view} />
        </>
      );
    case "weekday":
      return (
        <>
          <Select {...at(view, "jour")} label={texts.form.weekday} options={texts.form.weekdays} />
          <Count {...view} field="semaines" label={texts.form.weeks} hint={texts.form.weeksHint} />
          <Cut {...view} />
          <NotCounted {...view} />
          <DayOff {...view} />
        </>
      );
    case "weekdayGroups":
      return (
        <>
          <p class="hint">{texts.form.groupsHint}</p>
          {texts.form.weekdays.map(({ value }) => (
            <Group {...view} day={Number(value)} />
          ))}
          <NotCounted {...view} />
          <DayOff {...view} />
        </>
      );
    case "clearDays":
      return (
        <>
          <Count {...view} field="francs" label={texts.form.clearDays} hint={texts.form.clearDaysHint} />
          <Radios {...at(view, "avant")} legend={texts.form.before} options={optionsOf(texts.form.befores)} />
          <Cut {...view} />
          <NotCounted {...view} />
        </>
      );
    case "hoursBefore":
      return (
        <>
          <Count {...view} field="heures" label={texts.form.hours} />
          <NotCounted {...view} />
        </>
      );
    case "until":
      return (
        <>
          <DateField {...at(view, "le")} label={texts.form.day} />
          <Time {...view} field="le-heure" label={texts.form.time} hint={texts.form.timeHint} />
        </>
      );
    case "lastSchoolDay":
      return <Cut {...view} />;
    case "slotStart":
    case "never":
      return null;
  }
}

function at({ prefix, values, correction }: FieldsView, field: string) {
  const name = prefix + field;
  return { name, value: firstValue(values, name), correction: correction(name) };
}

function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

function Count(props: FieldsView & { field: string; label: string; hint?: string }) {
  const { field, label, hint } = props;
  return (
    <TextField
      {...at(props, field)}
      label={label}
      hint={hint}
      inputmode="numeric"
      maxLength={4}
      width="short"
    />
  );
}

function Time(props: FieldsView & { field: string; label: string; hint?: string; optional?: boolean }) {
  const { field, label, hint, optional } = props;
  return (
    <TextField
      {...at(props, field)}
      label={label}
      hint={hint}
      maxLength={5}
      width="short"
      optional={optional}
    />
  );
}

function Cut(view: FieldsView) {
  return (
    <>
      <Radios {...at(view, "coupe")} legend={texts.form.cut} options={optionsOf(texts.form.cuts)} />
      <Time {...view} field="heure" label={texts.form.at} hint={texts.form.atHint} optional />
    </>
  );
}

function Group(view: FieldsView & { day: number }) {
  const field = `ferme-${view.day}`;
  const days = [{ value: "", label: texts.form.noGroup }, ...texts.form.weekdays];
  return (
    <Fieldset id={`${view.prefix}${field}-groupe`} legend={texts.form.group(view.day)}>
      <div class="row">
        <Select {...at(view, field)} label={texts.form.closes} options={days} optional />
        <Select {...at(view, `${field}-coupe`)} label={texts.form.cut} options={optionsOf(texts.form.cuts)} />
        <Time {...view} field={`${field}-heure`} label={texts.form.at} optional />
      </div>
    </Fieldset>
  );
}

function NotCounted({ prefix, values }: FieldsView) {
  const name = `${prefix}hors`;
  return (
    <Fieldset id={name} legend={texts.form.notCounted} hint={texts.form.notCountedHint}>
      {keysOf(texts.form.kinds).map((kind) => (
        <Checkbox
          name={name}
          value={kind}
          label={texts.form.kinds[kind]}
          checked={values.get(name)?.includes(kind)}
        />
      ))}
    </Fieldset>
  );
}

function DayOff(view: FieldsView) {
  return (
    <Radios {...at(view, "sinon")} legend={texts.form.onDayOff} options={optionsOf(texts.form.daysOff)} />
  );
}
