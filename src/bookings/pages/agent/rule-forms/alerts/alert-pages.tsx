import {
  BackLink,
  Button,
  Checkbox,
  DataTable,
  DateField,
  ErrorSummary,
  Fieldset,
  firstValue,
  FormToken,
  Notice,
  Select,
  TextField,
  type Correction,
  type Page,
  type Values,
} from "#platform";

import {
  ALERT_LIMITS,
  deadlineSentence,
  emptyWeekSentence,
  unaskedWords,
  type AlertRule,
} from "../../../../rules/alert-rule.ts";
import type { DatedAlerts } from "../../../../ruleset/stored/stored-alerts.ts";
import { texts } from "./texts.fr.ts";

/** Where agents set alerts. */
export const ALERTS_PATH = "/agent/alertes";
/** The boxes of the form. */
export const ALERT_BOXES = ["placeOffered", "emptyWeek", "deadlineTonight"] as const;

/** The versions, and the form for who may change them. */
export function alertsPage(view: {
  versions: readonly DatedAlerts[];
  /** What the form says; null for who only reads. */
  form: { values: Values; corrections: readonly Correction[]; today: Temporal.PlainDate } | null;
  saved: boolean;
}): Page {
  const { versions, form, saved } = view;
  const corrections = form?.corrections ?? [];
  return {
    title: texts.title,
    section: "offer",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/offre" label={texts.back} />,
    flash: saved ? (
      <Notice tone="success" announce>
        <p>{texts.saved}</p>
      </Notice>
    ) : (
      <ErrorSummary items={corrections} />
    ),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <DataTable
          caption={texts.versions}
          rows={versions}
          columns={[
            {
              header: texts.since,
              rowHeader: true,
              cell: ({ validFrom }) => (validFrom.year === 1 ? texts.always : texts.day(validFrom)),
            },
            { header: texts.unasked, cell: ({ rule }) => unaskedWords(rule) },
            { header: texts.week, cell: ({ rule }) => emptyWeekSentence(rule) },
            { header: texts.deadline, cell: ({ rule }) => deadlineSentence(rule) },
          ]}
        />
        {form !== null && <AlertsForm {...form} />}
      </>
    ),
  };
}

function AlertsForm(props: {
  values: Values;
  corrections: readonly Correction[];
  today: Temporal.PlainDate;
}) {
  const { values, corrections, today } = props;
  const at = (name: string) => ({
    name,
    value: firstValue(values, name),
    correction: corrections.find(({ field }) => field === name)?.message,
  });
  const { weekDays } = ALERT_LIMITS;
  return (
    <>
      <h2>{texts.form}</h2>
      <form method="post" action={`${ALERTS_PATH}/verifier`}>
        <FormToken />
        <Fieldset id="alertes" legend={texts.kinds}>
          {ALERT_BOXES.map((kind) => (
            <Checkbox
              name="alerte"
              value={kind}
              checked={values.get("alerte")?.includes(kind) ?? false}
              label={texts[kind]}
            />
          ))}
        </Fieldset>
        <Select
          {...at("jours")}
          label={texts.weekDays}
          options={Array.from({ length: weekDays.most }, (_, index) => ({
            value: String(index + 1),
            label: texts.weekDay(index + 1),
          }))}
        />
        <TextField
          {...at("heures")}
          label={texts.weekHours}
          inputmode="numeric"
          maxLength={2}
          width="short"
        />
        <TextField
          {...at("apres-midi")}
          label={texts.deadlineHours}
          hint={texts.deadlineHint}
          inputmode="numeric"
          maxLength={2}
          width="short"
        />
        <DateField {...at("du")} label={texts.since} min={today.toString()} />
        <Button>{texts.submit}</Button>
      </form>
    </>
  );
}

/** Says what would change, with the button that does it. */
export function alertsCheckPage(view: {
  rule: AlertRule;
  changes: readonly string[];
  from: Temporal.PlainDate;
  values: Values;
  concerned: number;
}): Page {
  const { rule, changes, from, values, concerned } = view;
  const fields = [...values].flatMap(([name, all]) => all.map((value) => [name, value] as const));
  return {
    title: texts.check,
    section: "offer",
    dense: true,
    before: <BackLink href={ALERTS_PATH} label={texts.title} />,
    main: (
      <>
        <h1>{texts.check}</h1>
        {changes.length === 0 ? (
          <p>{texts.nothing}</p>
        ) : (
          <>
            <p class="lead">{texts.from(from)}</p>
            <ul>
              {changes.map((change) => (
                <li>{change}</li>
              ))}
              <li>{texts.told(texts.week, emptyWeekSentence(rule))}</li>
              <li>{texts.told(texts.deadline, deadlineSentence(rule))}</li>
              <li>{texts.concerned(concerned)}</li>
            </ul>
          </>
        )}
        <form method="post" action={`${ALERTS_PATH}/enregistrer`}>
          <FormToken />
          {fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="row">
            {changes.length > 0 && <Button>{texts.save}</Button>}
            <a
              href={`${ALERTS_PATH}?${new URLSearchParams([...fields.map(([name, value]) => [name, value]), ["repris", "1"]]).toString()}`}
            >
              {texts.change}
            </a>
          </p>
        </form>
      </>
    ),
  };
}
