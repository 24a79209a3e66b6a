import { Checkbox, Fieldset, firstValue, Radios, Select, TextField, type Values } from "#platform";

import { enrolmentConditions } from "../../../../enrolments/condition-format.ts";
import { rulePhrases } from "../../../../rules/conditions/rule-phrase.ts";
import type { ShownRule } from "../rule-form.ts";
import { GroupFields } from "./group-fields.tsx";
import { texts } from "./texts.fr.ts";
import { optionsOf, Tick } from "./tick.tsx";

/** Who enrols, then each kind of condition; what has no fields of its own is kept or taken away whole. */
export function ConditionFields(shown: ShownRule) {
  const { values, correction } = shown;
  const at = (name: string) => ({ name, value: firstValue(values, name), correction: correction(name) });
  return (
    <>
      <Radios {...at("qui")} legend={texts.by} options={optionsOf(texts.bys)} />
      <Age {...shown} />
      <Fieldset id="ecole" legend={texts.school} hint={texts.listHint}>
        <TextField {...at("ecoles")} label={texts.schools} maxLength={1000} optional />
        <TextField {...at("niveaux")} label={texts.levels} maxLength={1000} optional />
        <TextField {...at("classes")} label={texts.classes} maxLength={1000} optional />
      </Fieldset>
      <Fieldset id="famille" legend={texts.household}>
        <Tick values={values} name="commune" label={texts.residence} />
        <Tick values={values} name="fratrie" label={texts.sibling} />
        <Tick values={values} name="habitue" label={texts.regular} />
      </Fieldset>
      <Fieldset id="dossier" legend={texts.file}>
        {optionsOf(texts.fileItems).map(({ value, label }) => (
          <Tick values={values} name="dossier" value={value} label={label} />
        ))}
        <TextField
          {...at("documents")}
          label={texts.documents}
          hint={texts.documentsHint}
          maxLength={1000}
          optional
        />
      </Fieldset>
      <Select {...at("public")} label={texts.audience} options={optionsOf(texts.audiences)} optional />
      <GroupFields {...shown} />
      <Others values={values} />
    </>
  );
}

function Age({ values, correction }: ShownRule) {
  const at = (name: string) => ({ name, value: firstValue(values, name), correction: correction(name) });
  const number = { inputmode: "numeric", maxLength: 4, width: "short", optional: true } as const;
  return (
    <Fieldset id="age" legend={texts.age}>
      <Select
        {...at("age-le")}
        label={texts.ageOn}
        options={[{ value: "", label: texts.ageNone }, ...optionsOf(texts.ageDays)]}
        optional
      />
      <TextField
        {...at("age-date")}
        label={texts.ageDate}
        hint={texts.ageDateHint}
        maxLength={10}
        width="short"
        optional
      />
      <TextField {...at("age-de")} label={texts.ageFrom} {...number} />
      <TextField {...at("age-a")} label={texts.ageUntil} hint={texts.ageUntilHint} {...number} />
      <Select {...at("age-unite")} label={texts.ageUnit} options={optionsOf(texts.ageUnits)} />
    </Fieldset>
  );
}

function Others({ values }: { values: Values }) {
  const kept = (values.get("autre") ?? []).flatMap((text) => {
    const phrase = phraseOf(text);
    return phrase === undefined ? [] : [{ text, phrase }];
  });
  if (kept.length === 0) return null;
  return (
    <Fieldset id="autre" legend={texts.others} hint={texts.othersHint}>
      {kept.map(({ text, phrase }) => (
        <Checkbox name="autre" value={text} label={phrase} checked />
      ))}
    </Fieldset>
  );
}

function phraseOf(text: string): string | undefined {
  try {
    const parsed = enrolmentConditions.safeParse([JSON.parse(text)]);
    return parsed.success ? rulePhrases(parsed.data)[0] : undefined;
  } catch {
    return undefined;
  }
}
