import type { ActivityOffer } from "#activities";
import {
  BackLink,
  Button,
  Checkbox,
  ErrorSummary,
  Fieldset,
  firstValue,
  Radios,
  Select,
  type Correction,
  type Page,
  type Values,
} from "#platform";

import { ACT_NAMES, keysOf, RETURN_FORMS } from "./rule-choice.ts";
import { texts } from "./texts.fr.ts";

/** The first step: what the rule is about and which form it has. The second asks what that form needs. */
export function choosePage(
  activity: ActivityOffer,
  values: Values,
  corrections: readonly Correction[] = [],
): Page {
  const title = texts.choose.title(activity.activityName);
  const at = (name: string) => ({
    name,
    value: firstValue(values, name),
    correction: corrections.find((item) => item.field === name)?.message,
  });
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
        <form method="get" action="/agent/delais/reglages/ecrire">
          <input type="hidden" name="pour" value={activity.activityId} />
          {activity.units.length > 1 && (
            <Select
              {...at("prestations")}
              label={texts.choose.units}
              options={unitOptions(activity)}
              optional
            />
          )}
          {activity.seasons.length > 1 && (
            <Select
              {...at("saison")}
              label={texts.choose.season}
              options={seasonOptions(activity)}
              optional
            />
          )}
          <Acts activity={activity} values={values} correction={at("acte").correction} />
          <Radios {...at("forme")} legend={texts.choose.form} options={formOptions} />
          <Radios
            {...at("retour")}
            value={at("retour").value || "rien"}
            legend={texts.choose.return}
            options={Object.entries(texts.choose.returns).map(([value, label]) => ({ value, label }))}
          />
          <Select
            {...at("retour-forme")}
            label={texts.choose.returnForm}
            hint={texts.choose.returnFormHint}
            options={returnOptions}
            optional
          />
          <Button>{texts.choose.next}</Button>
        </form>
      </>
    ),
  };
}

function Acts(props: { activity: ActivityOffer; values: Values; correction: string | undefined }) {
  const { activity, values, correction } = props;
  const hours = activity.units.some((unit) =>
    [unit, ...unit.laterHours].some(({ hourStep }) => hourStep !== null),
  );
  const chosen = values.get("acte") ?? [];
  return (
    <Fieldset id="acte" legend={texts.choose.acts} correction={correction}>
      {keysOf(ACT_NAMES)
        .filter((name) => name !== "changer" || hours || chosen.includes(name))
        .map((name, index) => (
          <Checkbox
            name="acte"
            id={index === 0 ? "acte" : undefined}
            value={name}
            label={texts.acts[ACT_NAMES[name]]}
            checked={chosen.includes(name)}
          />
        ))}
    </Fieldset>
  );
}

function unitOptions({ units }: ActivityOffer) {
  const meals = units.filter(({ withMeal }) => withMeal).length;
  return [
    { value: "", label: texts.allUnits },
    ...(meals > 0 && meals < units.length
      ? [
          { value: "avec-repas", label: texts.choose.withMeal },
          { value: "sans-repas", label: texts.choose.withoutMeal },
        ]
      : []),
    ...units.map(({ unitId, name }) => ({ value: unitId, label: name })),
  ];
}

function seasonOptions({ seasons }: ActivityOffer) {
  return [
    { value: "", label: texts.allSeasons },
    ...seasons.map(({ seasonId, name }) => ({ value: seasonId, label: name })),
  ];
}

const formOptions = Object.entries(texts.choose.forms).map(([value, [label, hint]]) => ({
  value,
  label,
  hint,
}));

const returnOptions = [
  { value: "", label: "–" },
  { value: "dernier-jour", label: texts.choose.lastSchoolDay },
  ...keysOf(RETURN_FORMS).flatMap((value) =>
    value === "dernier-jour" ? [] : [{ value, label: texts.choose.forms[value][0] }],
  ),
];
