import type { Site } from "#activities";
import {
  Button,
  DateField,
  FormToken,
  Select,
  TextField,
  type Correction,
  type SelectProps,
} from "#platform";

import { EVERYWHERE, LONGEST_MESSAGE, type TypedClosing } from "./closing-form.ts";
import { texts } from "./texts.fr.ts";

/** The form that closes days, with what was typed and what to write instead. */
export function ClosingForm(props: {
  sites: readonly Site[];
  everywhere: boolean;
  typed: TypedClosing;
  corrections: readonly Correction[];
  today: Temporal.PlainDate;
}) {
  const { typed, today } = props;
  const correction = (field: string) => props.corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <h2>{texts.form.title}</h2>
      <form method="post" action="/agent/fermetures/verifier">
        <FormToken />
        <Select
          name="lieu"
          label={texts.form.site}
          value={typed.lieu}
          correction={correction("lieu")}
          options={optionsOf(props.sites, props.everywhere)}
        />
        <DateField
          name="du"
          label={texts.form.firstDay}
          value={typed.du}
          min={today.toString()}
          correction={correction("du")}
        />
        <DateField
          name="au"
          label={texts.form.lastDay}
          hint={texts.form.lastDayHint}
          value={typed.au}
          min={today.toString()}
          correction={correction("au")}
          optional
        />
        <TextField
          name="message"
          label={texts.form.message}
          hint={texts.form.messageHint}
          value={typed.message}
          maxLength={LONGEST_MESSAGE}
          correction={correction("message")}
        />
        <Button>{texts.form.submit}</Button>
      </form>
    </>
  );
}

/** With one site there is nothing to choose; with several none is chosen beforehand. */
function optionsOf(sites: readonly Site[], everywhere: boolean): SelectProps["options"] {
  const known = sites.map(({ siteId, name }) => ({ value: siteId, label: name }));
  if (known.length === 1) return known;
  return [
    { value: "", label: texts.form.chooseSite },
    ...(everywhere ? [{ value: EVERYWHERE, label: texts.everywhere }] : []),
    ...known,
  ];
}
