import type { EditedKind } from "#documents";
import { Button, firstValue, FormToken, Radios, TextField, type Correction, type Values } from "#platform";

import { texts } from "./texts.fr.ts";

/** The form of a kind; of a known one, only what may still change. */
export function KindForm(props: {
  action: string;
  typed: Values;
  corrections: readonly Correction[];
  known: EditedKind | undefined;
}) {
  const { action, typed, corrections, known } = props;
  const field = (name: string) => ({
    name,
    value: firstValue(typed, name),
    correction: corrections.find((one) => one.field === name)?.message,
  });
  return (
    <form method="post" action={action}>
      <FormToken />
      {known === undefined ? (
        <>
          <input type="hidden" name="cle" value={firstValue(typed, "cle")} />
          <TextField {...field("nom")} label={texts.label} hint={texts.labelHint} />
          <Radios {...field("pour")} legend={texts.about} options={optionsOf(texts.abouts)} />
          <Radios
            {...field("lecteurs")}
            legend={texts.sensitivity}
            hint={texts.sensitivityHint}
            options={optionsOf(texts.readers)}
          />
        </>
      ) : (
        <p class="soft">{texts.fixed}</p>
      )}
      <TextField
        {...field("mois")}
        label={texts.months}
        hint={texts.monthsHint}
        inputmode="numeric"
        width="short"
        optional
      />
      <TextField {...field("jours")} label={texts.days} inputmode="numeric" width="short" />
      <Button>{texts.keep}</Button>
    </form>
  );
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
