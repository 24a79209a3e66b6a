import { Button, DateField, FormToken, Radios, Select, TextField, type Correction } from "#platform";

import type { DeadlineTarget } from "../../../moving/targets.ts";
import { LONGEST_REASON, type TypedMove } from "./move-form.ts";
import { activityOptions } from "./target-names.ts";
import { texts } from "./texts.fr.ts";

/** The form that moves a cut-off, with what was typed and what to write instead. */
export function MoveForm(props: {
  targets: readonly DeadlineTarget[];
  typed: TypedMove;
  corrections: readonly Correction[];
  today: Temporal.PlainDate;
}) {
  const { typed, today } = props;
  const correction = (field: string) => props.corrections.find((item) => item.field === field)?.message;
  const known = activityOptions(props.targets);
  const min = today.toString();
  return (
    <>
      <h2>{texts.form.title}</h2>
      <form method="post" action="/agent/delais/deplaces/verifier">
        <FormToken />
        <Select
          name="pour"
          label={texts.form.which}
          value={typed.pour}
          correction={correction("pour")}
          options={known.length === 1 ? known : [{ value: "", label: texts.form.choose }, ...known]}
        />
        <Radios
          name="acte"
          legend={texts.form.act}
          value={typed.acte}
          correction={correction("acte")}
          options={Object.entries(texts.acts).map(([value, label]) => ({ value, label }))}
        />
        <DateField
          name="du"
          label={texts.form.firstDay}
          value={typed.du}
          min={min}
          correction={correction("du")}
        />
        <DateField
          name="au"
          label={texts.form.lastDay}
          hint={texts.form.lastDayHint}
          value={typed.au}
          min={min}
          correction={correction("au")}
          optional
        />
        <DateField
          name="jour"
          label={texts.form.closesDay}
          value={typed.jour}
          correction={correction("jour")}
        />
        <TextField
          name="heure"
          label={texts.form.closesTime}
          hint={texts.form.closesTimeHint}
          value={typed.heure}
          width="short"
          correction={correction("heure")}
        />
        <TextField
          name="motif"
          label={texts.form.because}
          hint={texts.form.becauseHint}
          value={typed.motif}
          maxLength={LONGEST_REASON}
          correction={correction("motif")}
        />
        <Button>{texts.form.submit}</Button>
      </form>
    </>
  );
}
