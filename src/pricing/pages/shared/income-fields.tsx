import { DateField, Radios, TextField, type Correction } from "#platform";

import type { TypedIncome } from "./income-form.ts";
import { texts } from "./texts.fr.ts";

/** The fields of an income, filled with what was typed. */
export function IncomeFields({
  typed,
  corrections,
}: {
  typed: TypedIncome;
  corrections: readonly Correction[];
}) {
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <input type="hidden" name="cle" value={typed.cle} />
      <Number name="valeur" label={texts.value} hint={texts.valueHint} {...{ typed, correction }} />
      <DateField
        name="du"
        label={texts.situation}
        hint={texts.situationHint}
        value={typed.du}
        correction={correction("du")}
      />
      <Radios
        name="regime"
        legend={texts.scheme}
        value={typed.regime}
        options={Object.entries(texts.schemes).map(([value, label]) => ({ value, label }))}
        correction={correction("regime")}
      />
      <Number
        name="ressources"
        label={texts.resources}
        hint={texts.resourcesHint}
        {...{ typed, correction }}
      />
      <Number name="enfants" label={texts.children} hint={texts.childrenHint} {...{ typed, correction }} />
      <Number name="aeeh" label={texts.aeeh} hint={texts.aeehHint} {...{ typed, correction }} />
    </>
  );
}

function Number(props: {
  name: "valeur" | "ressources" | "enfants" | "aeeh";
  label: string;
  hint: string;
  typed: TypedIncome;
  correction(field: string): string | undefined;
}) {
  const { name, label, hint, typed, correction } = props;
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      value={typed[name]}
      inputmode="decimal"
      width="short"
      correction={correction(name)}
      optional
    />
  );
}
